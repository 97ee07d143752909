"""What a child's record comes to, as its page shows it: injuries, possible sources, accounts, unknowns."""
