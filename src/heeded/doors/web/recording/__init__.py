"""Recording an event: a draft that its author alone sees, in a form made from the vocabulary, sent once."""
