"""How much an account may read in a period: counted in the database, so that all workers count together."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from django.db import connection

from heeded.adapters.record.store.statements import statement


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many reads in so many seconds, all at once or spread out."""

    reads: int
    period: int

    def spend(self, account: str) -> int:
        """Count one read of an account; how many seconds it has to wait first, 0 where it need not."""
        told: dict[str, str | float] = {
            "account": account,
            "share": self.period / self.reads,
            "period": float(self.period),
        }
        with connection.cursor() as cursor:
            cursor.execute(statement("door", "spend"), told)
            if cursor.rowcount:
                return 0
            cursor.execute(statement("door", "wait"), told)
            row = cursor.fetchone()
        return max(1, ceil(row[0])) if row else 1
