"""What we make of what happened: pure readings of a chronology as known to someone at a moment."""
