"""Where people and other systems come in."""
