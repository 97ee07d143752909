"""The record as retention sees it: what is due, what is held, and what is erased, as a role of its own."""

from heeded.adapters.record.keeping.holding import PostgresHolding
from heeded.adapters.record.keeping.keeping import PostgresKeeping

__all__ = ["PostgresHolding", "PostgresKeeping"]
