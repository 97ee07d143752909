"""What waits in the record for its moment, and what is waiting to be told."""

from heeded.adapters.record.waiting.outbox import PostgresOutbox, put
from heeded.adapters.record.waiting.wakes import PostgresWaiting

__all__ = ["PostgresOutbox", "PostgresWaiting", "put"]
