"""The handbook as a book: its chapters, its rules with examples, how well each is kept, what changed."""
