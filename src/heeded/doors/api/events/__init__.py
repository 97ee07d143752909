"""Events posted: one report of one or many, each answered for itself."""
