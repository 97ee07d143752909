"""Is this the same child: names folded, keys to find by, and two descriptions weighed term by term."""
