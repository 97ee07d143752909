"""Walls around people at the command line: `heeded wall` and `heeded adoption`."""
