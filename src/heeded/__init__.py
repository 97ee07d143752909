"""Heeded: one record of a child at risk, and the agreed procedures run as code over it."""
