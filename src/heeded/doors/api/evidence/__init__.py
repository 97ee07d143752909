"""What a child's record comes to, worked out from what the caller may see: never recorded, never whole."""
