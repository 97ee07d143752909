"""Explanations side by side: each injury, what was said of it, to whom and when, and what stands out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from heeded.core.chronology.view import Known
from heeded.core.evidence.injury import Injury, injuries
from heeded.core.evidence.seen import Seen

EXPLAINED, ASKED, WEIGHED, DISCHARGED = (
    "explanation given",
    "explanation asked",
    "explanation weighed",
    "hospital discharge",
)
UNKNOWN = "unknown to the speaker"
DAY = 86_400
LATE = DAY
"""Seconds from when an injury was surely there after which a first explanation is pointed out as late."""
_TYING = ("attendance", "incident")


class Remark(StrEnum):
    """What stands out when explanations are set side by side. None says that anybody lies."""

    AGAIN = "the same speaker told it again, in other words: whether it means the same is for a person to say"
    SAME_SPEAKER = "the same speaker named another thing that did it"
    OTHERS = "two speakers named different things that did it"
    CONTRADICTS = "whoever heard it recorded that it contradicts another account"
    LATE = "the first explanation came more than a day after the injury was seen"
    DELAYED = "whoever heard it recorded that it, or the search for help, came late"
    NEVER = "nobody is recorded as having asked how it came about"


@dataclass(frozen=True, slots=True)
class Pointed:
    """Something that stands out, and the events in which it does, in the order of the record."""

    remark: Remark
    events: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What somebody said of an injury, and every practitioner's answer on whether it fits."""

    said: Known
    weighed: tuple[Known, ...]

    @property
    def speaker(self) -> str:
        """Who said it, by id; empty where nobody recorded that."""
        return str(self.said.entry.facts.get("speaker", ""))

    @property
    def words(self) -> str:
        """What was said; empty where it was not taken down."""
        return str(self.said.entry.facts.get("words", ""))

    @property
    def mechanism(self) -> str:
        """What the speaker said did it; empty where that was not coded or the speaker does not know."""
        named = str(self.said.entry.facts.get("mechanism", ""))
        return "" if named == UNKNOWN else named


@dataclass(frozen=True, slots=True)
class Explained:
    """An injury, everything said of how it came about, who was asked, and what stands out."""

    injury: Injury
    explanations: tuple[Explanation, ...]
    asked: tuple[Known, ...]
    pointed: tuple[Pointed, ...]


def explained(seen: Seen, now: int, child: str | None = None) -> tuple[Explained, ...]:
    """Every injury of a child (None: of the family's children) with its explanations, as seen by `now`."""
    return tuple(_explained(injury, seen, now) for injury in injuries(seen, child))


def explanations_of(injury: Injury, seen: Seen) -> tuple[Explanation, ...]:
    """What was said of an injury, in the order of the record."""
    weighings = tuple(_of(injury, WEIGHED, seen))
    return tuple(
        Explanation(said, tuple(each for each in weighings if weighs(each, said)))
        for said in _of(injury, EXPLAINED, seen)
    )


def differing(said: tuple[Explanation, ...]) -> Iterator[tuple[Explanation, Explanation]]:
    """Two by two, the explanations that name different things that did it, the earlier first."""
    for one, other in combinations(said, 2):
        if one.mechanism and other.mechanism and one.mechanism != other.mechanism:
            yield one, other


def same_words(one: str, other: str) -> bool:
    """Whether two accounts are the same but for capitals, blanks and punctuation."""
    return _plain(one) == _plain(other)


def _explained(injury: Injury, seen: Seen, now: int) -> Explained:
    said, asked = explanations_of(injury, seen), tuple(_of(injury, ASKED, seen))
    return Explained(injury, said, asked, tuple(_pointed(injury, said, asked, seen, now)))


def _of(injury: Injury, kind: str, seen: Seen) -> Iterator[Known]:
    """The events of a kind that the record ties to an injury: none of another injury by name."""
    ties = {
        (name, event.entry.keys[name]) for event in injury.seen for name in _TYING if name in event.entry.keys
    }
    for event in seen.of_kinds((kind,), injury.child):
        if "injury" in event.entry.keys:
            if injury.concerns(event):
                yield event
        elif not ties.isdisjoint(event.entry.keys.items()):
            yield event


def weighs(answer: Known, said: Known) -> bool:
    """Whether an answer is about this explanation: by its words or, where it has none, by coming after."""
    if words := str(answer.entry.facts.get("explanation", "")):
        return same_words(words, str(said.entry.facts.get("words", "")))
    return said.entry.happened.earliest <= answer.entry.happened.latest


def _pointed(
    injury: Injury, said: tuple[Explanation, ...], asked: tuple[Known, ...], seen: Seen, now: int
) -> Iterator[Pointed]:
    for one, other in combinations(said, 2):
        again = one.speaker and one.speaker == other.speaker and not same_words(one.words, other.words)
        if again and one.words and other.words:
            yield Pointed(Remark.AGAIN, (one.said, other.said))
    for one, other in differing(said):
        same = bool(one.speaker) and one.speaker == other.speaker
        yield Pointed(Remark.SAME_SPEAKER if same else Remark.OTHERS, (one.said, other.said))
    for each in said:
        if each.said.entry.facts.get("contradicts") is True:
            yield Pointed(Remark.CONTRADICTS, (each.said,))
        if each.said.entry.facts.get("delayed") is True:
            yield Pointed(Remark.DELAYED, (each.said,))
    first = min((each.said for each in said), key=lambda event: event.entry.happened.earliest, default=None)
    if first and first.entry.happened.earliest > injury.first_seen + LATE:
        yield Pointed(Remark.LATE, (injury.seen[0], first))
    if not said and not asked and now > _asked_by(injury, seen):
        yield Pointed(Remark.NEVER, injury.seen)


def _asked_by(injury: Injury, seen: Seen) -> int:
    """By when somebody would have asked: a day after it was seen, or when the attendance ended, if sooner."""
    attended = {event.entry.keys.get("attendance") for event in injury.seen} - {None}
    left = [
        event.entry.happened.latest
        for event in seen.of_kinds((DISCHARGED,), injury.child)
        if event.entry.keys.get("attendance") in attended
    ]
    return min([injury.first_seen + DAY, *left])


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", words.casefold()).split())
