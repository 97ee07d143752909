"""`heeded backup` and `heeded restore`: a record as one file, and put back."""
