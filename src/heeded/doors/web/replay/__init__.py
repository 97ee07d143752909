"""Replay: stories, and records of children, told step by step with what was known by then and no more."""
