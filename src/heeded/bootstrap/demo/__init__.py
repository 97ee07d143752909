"""The demonstration: an invented borough, the stories that are told in it, and the ways in."""
