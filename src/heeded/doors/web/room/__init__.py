"""The household pack, and the room of a strategy discussion: called, told into, closed, its minutes."""
