"""What a source can carry: so that silence is never taken for an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Carriage:
    """A source's declaration of the events it would have told us, had they happened.

    `kinds` names each event kind with the fields that the source fills (None: every field).
    `since` and `until` bound the time for which it answers (seconds UTC, None: unbounded);
    `children` the children it answers for (None: every child of the chronology).
    """

    source: str
    kinds: Mapping[str, frozenset[str] | None]
    since: int | None = None
    until: int | None = None
    children: frozenset[str] | None = None

    def carries(self, kind: str, fields: frozenset[str]) -> bool:
        """Whether the source tells events of this kind with all of these fields."""
        if kind not in self.kinds:
            return False
        told = self.kinds[kind]
        return told is None or fields <= told

    def answers(self, child: str, start: int, end: int) -> bool:
        """Whether the source answers for this child from `start` to `end` (seconds UTC)."""
        return (
            (self.children is None or child in self.children)
            and (self.since is None or self.since <= start)
            and (self.until is None or end <= self.until)
        )
