"""What is the caller's own: what they have begun to write, and the notices that await them."""
