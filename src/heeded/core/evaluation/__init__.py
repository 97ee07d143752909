"""Were the agreed procedures kept: the definition, the column kernels and the findings."""
