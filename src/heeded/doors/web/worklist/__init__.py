"""My day: what I owe, my team or my agency, and the notices that await."""
