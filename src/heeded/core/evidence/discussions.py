"""Strategy discussions: who was called, what each agency told, what was decided, and who dissented."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from heeded.core.chronology.view import Known
from heeded.core.evidence.disagreement.answers import VIEW
from heeded.core.evidence.disagreement.held import Disagreement, disagreements
from heeded.core.evidence.picture import RestedOn, resting
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.unknowns.requests import GIVEN, REFUSED, REQUESTED

CALLED, HELD, SENT, DECIDED = "strategy discussion called", "strategy discussion", "minutes sent", "decision"
TOLD = (GIVEN, REFUSED, VIEW)
"""The kinds of event by which an agency speaks in a discussion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """One discussion about a child, as far as a view shows it, every part in the order of the record.

    `key` names it where its entries carry one. `called` are the entries that called it, `asked` the
    requests that went out with that, `told` what agencies said for it: what they know, that they refuse, or
    their view. `held` are the entries that write it down: none while it is open, several where more than one
    agency did. `decided` are decisions taken in it about where the child lives, `resting` what those take
    to be so, `dissent` the disagreements with it, with one of those, or with what was said for it.
    """

    child: str
    key: str
    called: tuple[Known, ...] = ()
    asked: tuple[Known, ...] = ()
    told: tuple[Known, ...] = ()
    held: tuple[Known, ...] = ()
    decided: tuple[Known, ...] = ()
    resting: tuple[RestedOn, ...] = ()
    dissent: tuple[Disagreement, ...] = ()
    sent: tuple[Known, ...] = ()

    @property
    def id(self) -> str:
        """What tells it from others: the identity of the first event of it."""
        return (self.called or self.held)[0].root

    @property
    def open(self) -> bool:
        """Whether nobody has written down yet that it was held."""
        return not self.held

    @property
    def convenor(self) -> str:
        """The agency that called it or, where nobody did, that wrote it down."""
        return (self.called or self.held)[0].entry.source.agency

    @property
    def began(self) -> int:
        """When it was called or, where nobody did, held (seconds UTC)."""
        return (self.called or self.held)[0].entry.happened.earliest


def discussions(seen: Seen, child: str) -> tuple[Discussion, ...]:
    """Every strategy discussion about a child that was called or held, the first first."""
    keys = dict.fromkeys(_name(event) for event in seen.of_kinds((CALLED, HELD), child))
    disagreed = [each for each in disagreements(seen.events) if each.child == child] if keys else []
    rests = resting(seen) if keys else ()
    return tuple(_discussion(seen, child, key, rests, disagreed) for key in keys)


def _discussion(
    seen: Seen, child: str, key: str, rests: Iterable[RestedOn], disagreed: Iterable[Disagreement]
) -> Discussion:
    def of(*kinds: str) -> tuple[Known, ...]:
        return tuple(event for event in seen.of_kinds(kinds, child) if _name(event) == key)

    held, decided = of(HELD), of(DECIDED)
    names = {name for each in decided for name in (each.root, each.entry.keys.get("decision", ""))} - {""}
    versions = {version.id for each in (*held, *decided) for version in each.chain}
    said = {version.id for each in of(*TOLD) for version in each.chain}
    return Discussion(
        child=child,
        key=key if any("meeting" in each.entry.keys for each in of(CALLED, HELD)) else "",
        called=of(CALLED),
        asked=of(REQUESTED),
        told=of(*TOLD),
        held=held,
        decided=decided,
        resting=tuple(
            each for each in rests if each.assumption.child == child and each.assumption.decision in names
        ),
        dissent=tuple(each for each in disagreed if _of(each, versions, said)),
        sent=of(SENT),
    )


def _of(held: Disagreement, decisions: set[str], said: set[str]) -> bool:
    """Whether a disagreement is with what was decided, or with what was said for the discussion."""
    against = any(str(entry.facts.get("entry", "")) in decisions for entry in held.raised)
    return against or any(answer.id in said for answer in held.answers)


def _name(event: Known) -> str:
    """By what the events of one discussion belong together; what carries no key stands alone."""
    return event.entry.keys.get("meeting") or event.root
