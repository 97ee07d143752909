"""The parts of a child's record, each a page of its own under the child's name."""
