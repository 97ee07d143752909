"""What was asked of which agency, and what came back: an answer, a refusal, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from heeded.core.chronology.answering import turns_to
from heeded.core.chronology.people import Agency
from heeded.core.chronology.view import Known
from heeded.core.evidence.seen import Seen

REQUESTED, GIVEN, REFUSED = "information requested", "information given", "information refused"
NOTHING_HELD = "nothing held"


class Standing(StrEnum):
    """How a question to an agency stands. Silence stands as silence, never as “nothing known”."""

    ANSWERED = "answered"
    NO_TRACE = "answered: nothing is held"
    REFUSED = "refused"
    SILENT = "asked, and silent"
    TOLD = "not asked; something was told unasked"
    NOT_ASKED = "not asked"
    NOBODY = "nobody to ask"


UNANSWERED = frozenset({Standing.REFUSED, Standing.SILENT})
"""Asked, and not told."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request about a child as it stands with one of the agencies that it was made of.

    `reached` is when that agency came to know of it (seconds UTC; None: nothing says that it did).
    `replies` are the agency's own answers and refusals, in the order of the record.
    """

    request: Known
    agency: str
    reached: int | None
    replies: tuple[Known, ...]

    @property
    def key(self) -> str:
        """The key by which an answer names the request; empty where it has none."""
        return self.request.entry.keys.get("request", "")

    @property
    def asks(self) -> frozenset[str]:
        """The questions of the list that it asks; empty where it asks something else, in words."""
        return _names(self.request, "asks")

    @property
    def words(self) -> str:
        """What was asked, in words; empty where none were kept."""
        return str(self.request.entry.facts.get("question", ""))

    @property
    def since(self) -> int:
        """The first second at which it may have been made (UTC)."""
        return self.request.entry.happened.earliest

    @property
    def standing(self) -> Standing:
        """How the request as a whole stands with the agency: by its last reply."""
        return standing(self.replies)

    def answer_to(self, asks: str) -> tuple[Known, ...]:
        """The replies that are about one of the questions asked; a refusal is about each."""
        return tuple(
            each
            for each in self.replies
            if each.entry.kind == REFUSED or not (said := _names(each, "answers")) or asks in said
        )

    def standing_of(self, asks: str) -> Standing:
        """How one of the questions asked stands with the agency."""
        return standing(self.answer_to(asks))


def asked(seen: Seen, child: str, agencies: Mapping[str, Agency]) -> tuple[Asked, ...]:
    """Every request about a child, once for each agency that it was made of, in the order of the record.

    It was made of those near the family (`agencies`) to which it turned, and of whoever answered it.
    """
    found = []
    for request in seen.of_kinds((REQUESTED,), child):
        replies = _replies(request, seen)
        area = seen.area(child)
        made_of = [each.id for each in agencies.values() if turns_to(request.entry, each, area)]
        for agency in dict.fromkeys((*made_of, *replies)):
            reached = request.known_to_any([agency])
            found.append(Asked(request, agency, reached, tuple(replies.get(agency, ()))))
    return tuple(found)


def _replies(request: Known, seen: Seen) -> dict[str, list[Known]]:
    """The answers and refusals that name the request, by the agency that gave them."""
    found: dict[str, list[Known]] = {}
    key = request.entry.keys.get("request")
    for reply in seen.of_kinds((GIVEN, REFUSED), request.entry.child) if key else ():
        if reply.entry.keys.get("request") == key:
            found.setdefault(reply.entry.source.agency, []).append(reply)
    return found


def standing(replies: tuple[Known, ...]) -> Standing:
    """How a question stands by the replies to it: a refusal does not take back what was told."""
    told = [each for each in replies if each.entry.kind == GIVEN]
    if told:
        nothing = all(each.entry.facts.get(NOTHING_HELD) is True for each in told)
        return Standing.NO_TRACE if nothing else Standing.ANSWERED
    return Standing.REFUSED if replies else Standing.SILENT


def _names(event: Known, field: str) -> frozenset[str]:
    said = event.entry.facts.get(field)
    if isinstance(said, frozenset):
        return frozenset(str(each) for each in said)
    return frozenset({str(said)}) if said else frozenset()
