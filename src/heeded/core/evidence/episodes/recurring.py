"""What came again: referral after referral, closing after closing, and what followed each closing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from heeded.core.chronology.view import Known
from heeded.core.evidence.episodes.earlier import YEAR
from heeded.core.evidence.episodes.joined import of_household
from heeded.core.evidence.seen import Seen

REFERRED = ("referral made", "referral received")
CONTACT = "contact received"
CLOSED = ("case closed", "section 47 ended", "referral decision")
ENDING = frozenset({"no further action", "information given", "early help", "monitoring"})
"""The outcomes by which an enquiry or a decision on a referral ends the work."""
CAME = (*REFERRED, CONTACT, "injury observed", "domestic abuse incident", "concern raised", "disclosure")
"""What may come after a closing."""


@dataclass(frozen=True, slots=True)
class Closing:
    """That work with children of the household ended, and the first worry that came after it; None: none."""

    told: tuple[Known, ...]
    after: Known | None


@dataclass(frozen=True, slots=True)
class Recurring:
    """The referrals, contacts and closings of a household in the twelve months before a moment, in order.

    What is told of several children, or by sender and receiver, is one. Counted, and nothing made of it.
    """

    referrals: tuple[tuple[Known, ...], ...]
    contacts: tuple[tuple[Known, ...], ...]
    closings: tuple[Closing, ...]

    @property
    def again(self) -> bool:
        """Whether any of it came more than once, or something came after a closing."""
        return (
            len(self.referrals) + len(self.contacts) > 1
            or len(self.closings) > 1
            or any(each.after for each in self.closings)
        )


def recurring(seen: Seen, child: str, before: int) -> Recurring:
    """What came again to a child and the household in the year before a moment (seconds UTC)."""
    near = of_household(seen, child)
    told = [
        event
        for event in seen.of_kinds((*CAME, *CLOSED))
        if event.entry.child in near
        and event.entry.happened.earliest < before
        and event.entry.happened.latest >= before - YEAR
    ]
    closed = [event for event in told if event.entry.kind in CLOSED and _ends(event)]
    return Recurring(
        referrals=_once(event for event in told if event.entry.kind in REFERRED),
        contacts=_once(event for event in told if event.entry.kind == CONTACT),
        closings=tuple(Closing(each, _after(each, told)) for each in _once(closed)),
    )


def _ends(event: Known) -> bool:
    return event.entry.kind == "case closed" or event.entry.facts.get("outcome") in ENDING


def _once(events: Iterable[Known]) -> tuple[tuple[Known, ...], ...]:
    """Events put together that tell of one thing: by its key or, without one, by who told it and when."""
    found: dict[tuple[str, ...], list[Known]] = {}
    for event in events:
        entry = event.entry
        keys = [(name, entry.keys[name]) for name in ("referral", "enquiry", "plan") if name in entry.keys]
        place = keys[0] if keys else (entry.source.agency, str(entry.happened.earliest))
        ending = entry.kind if entry.kind in CLOSED else ""
        found.setdefault((ending, *place), []).append(event)
    return tuple(tuple(each) for each in found.values())


def _after(closing: tuple[Known, ...], told: list[Known]) -> Known | None:
    """The first worry that surely began after the closing."""
    end = min(event.entry.happened.latest for event in closing)
    later = (each for each in told if each.entry.kind in CAME and each.entry.happened.earliest > end)
    return min(later, key=lambda each: each.order, default=None)
