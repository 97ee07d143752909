"""Heeded's own rows of the benchmark: the definition, the column kernels, and one family again."""
