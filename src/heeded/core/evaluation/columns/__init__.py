"""Columns: the entries of many families as arrays, and how they stood to someone at a moment."""
