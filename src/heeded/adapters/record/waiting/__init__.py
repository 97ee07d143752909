"""What waits in the record for its moment, what is waiting to be told, and how every family stands."""

from heeded.adapters.record.waiting.outbox import PostgresOutbox, put
from heeded.adapters.record.waiting.wakes import PostgresWaiting

__all__ = ["PostgresOutbox", "PostgresWaiting", "put"]
