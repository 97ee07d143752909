"""A block of families as the kernels look at it: matches, keys, places in time, states, stays."""
