"""Judge a family's record against a handbook; ask of an act, before it is done, what stands in its way."""
