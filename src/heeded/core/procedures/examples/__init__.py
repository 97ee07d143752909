"""Reading worked examples: a small chronology drawn as a table, and the findings expected of it."""
