"""Keeping the record: backups, the keys without which they are of no use, and proof that nothing changed."""
