"""`heeded witness`: be the witness of another agency's log."""
