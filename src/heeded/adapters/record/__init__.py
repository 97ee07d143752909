"""The record: entries, people, duties and looks in PostgreSQL; the one Django app with tables of its own."""
