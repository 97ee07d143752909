"""A plain account for a child's family: drawn up, agreed by a second person, printed, given."""
