"""Why somebody looks: asked before a child's record is opened, and kept for that child for an hour."""
