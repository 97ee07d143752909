"""The wiring of witnesses: checkpoints brought to them, how far they have come, and being one oneself."""
