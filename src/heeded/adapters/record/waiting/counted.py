"""Counts of how each rule was kept, beside the record; they name nobody, and are never edited."""

from __future__ import annotations

from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import alone, opened
from heeded.casework.ports.counted import Counted
from heeded.core.effectiveness.tally import Counts


class PostgresTallies:
    """Counts, moment by moment."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def hold(self, counted: Counted) -> None:
        """Hold them; a second count of the same moment changes nothing."""
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.WORK)
            fresh = tx.run("counted", "begin", counted.at, counted.since, counted.families, counted.children)
            if fresh:
                tx.run_many("counted", "hold", [_row(counted.at, *each) for each in counted.rules.items()])

    def latest(self) -> Counted | None:
        """Those of the latest moment."""
        found = alone("counted", "latest")
        if not found:
            return None
        ((at, since, families, children),) = found
        rules = {
            rule: Counts(
                kept=kept,
                kept_late=late,
                overdue=overdue,
                missed=missed,
                departed=departed,
                void=void,
                due=due,
                not_assessable=unclear,
                early=early,
            )
            for rule, kept, late, overdue, missed, departed, void, due, unclear, early in alone(
                "counted", "rules", at
            )
        }
        return Counted(at=at, since=since, families=families, children=children, rules=rules)


def _row(at: int, rule: str, counts: Counts) -> tuple[object, ...]:
    return (
        at,
        rule,
        counts.kept,
        counts.kept_late,
        counts.overdue,
        counts.missed,
        counts.departed,
        counts.void,
        counts.due,
        counts.not_assessable,
        counts.early,
    )
