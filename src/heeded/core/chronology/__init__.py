"""What happened, who said so, and when each agency came to know it."""
