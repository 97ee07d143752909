"""What the record does unasked: look again when a deadline passes, tell, make the worklist anew."""
