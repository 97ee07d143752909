"""Who is at the door: credentials of agencies' systems, practitioners, and how much each may read."""
