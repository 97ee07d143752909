"""Reading over the API: every look states a purpose, and is recorded before its answer leaves."""
