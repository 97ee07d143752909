"""The record's log, read: for proofs, for checkpoints and for verification."""
