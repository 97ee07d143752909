"""A database as one file: taken whole while people work, checked before it is put back."""
