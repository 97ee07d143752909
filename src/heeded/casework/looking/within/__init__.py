"""An opened record looked at more closely: what was told when, what is opposed, what is in the way."""
