"""The demonstration: an invented borough, the story of Child T told in it, and the ways in."""
