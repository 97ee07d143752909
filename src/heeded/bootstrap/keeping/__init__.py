"""What is kept outside the database: the keys without which a backup is of no use, and checkpoints."""
