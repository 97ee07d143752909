"""The language in which agreements between agencies are written."""
