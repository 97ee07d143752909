"""What the pack, the room and the minutes show: a record put into words for those who discuss it."""
