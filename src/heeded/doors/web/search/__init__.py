"""Find a child: whether there is a record, and whom to ring; no content."""
