"""What is done about a line of the list: record what was done, depart, hand over, accept, refuse."""
