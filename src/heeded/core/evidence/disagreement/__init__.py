"""Disagreement: who answered which question about a child, where answers are opposite, and whose they are."""
