"""Disagreements as a reader of an opened record sees them: what stands against what, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from heeded.casework.looking.deciding.opened import Opened
from heeded.casework.ports.lists import Listed
from heeded.core.evidence.disagreement.held import Disagreement, beside, disagreements


def disagreed(opened: Opened, at: int | None = None, to: str | None = None) -> tuple[Disagreement, ...]:
    """The disagreements that an opened record shows, about whichever child, the first to arise first.

    As agency `to` (None: anybody) could see them by `at` (seconds UTC; None: by now).
    """
    whole = opened.whole
    return whole.kept(("disagreed", at, to), lambda: disagreements(whole.as_known(at, to)))


def opposed(
    opened: Opened, at: int | None = None, to: str | None = None
) -> Mapping[str, tuple[Disagreement, ...]]:
    """In which disagreements each answer on an opened record stands, by the id of its entry."""
    return beside(disagreed(opened, at, to))


def asked_next(held: Disagreement, owed: Iterable[Listed]) -> tuple[Listed, ...]:
    """What is owed because of a disagreement, the first due first: a step of its ladder, or its taking up."""
    lines = [line for line in owed if _of(line, held)]
    return tuple(sorted(lines, key=lambda line: (line.owed.finding.due or 0, line.owed.agency)))


def _of(line: Listed, held: Disagreement) -> bool:
    finding = line.owed.finding
    return finding.child == held.child and finding.key in held.names
