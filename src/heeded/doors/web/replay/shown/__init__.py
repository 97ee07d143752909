"""A replay as its pages show it: what happened, who knew of it, what was asked and what ran out."""
