"""Who signs in and how, and who is let in."""
