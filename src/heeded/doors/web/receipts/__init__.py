"""Receipts for what an agency told, one of them checked, and how the log stands with its witnesses."""
