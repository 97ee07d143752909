"""Looks at a record: who looked and why, glass broken without standing, and its review."""
