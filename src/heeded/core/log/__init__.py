"""The log that nobody can rewrite unseen: leaves, tree, proofs, checkpoints and receipts."""
