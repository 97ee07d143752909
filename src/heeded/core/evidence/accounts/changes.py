"""What changed from one account of an injury to the next, and what the injury's own record holds beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from heeded.core.chronology.view import Known
from heeded.core.chronology.vocabulary.words import UNSUITABLE
from heeded.core.evidence.accounts.explanations import Explained, Explanation, same_words
from heeded.core.evidence.disagreement.answers import CONCERNS, VIEW, is_clear, is_concern
from heeded.core.evidence.injury import Injury, leaves_a_shape
from heeded.core.evidence.seen import Seen

DISCLOSED = "disclosure"


class Change(StrEnum):
    """How an account differs from the one before it. None says that anybody lies."""

    ANOTHER = "names another thing that did it"
    NAMED = "names what did it, which was not named before"
    UNNAMED = "no longer names what did it"
    WORDS = "other words"
    SAME = "the same words"
    UNTOLD = "the words of one of the two were not taken down"


class Beside(StrEnum):
    """What the record of an injury holds beside its accounts: against an innocent one, or for it."""

    UNFIT = "a practitioner found that an account does not fit what was seen"
    SHAPED = "a mark has the shape of a hand, of teeth or of a thing"
    SUSPECTED = "whoever saw it suspected that somebody caused it"
    CONCERN = "a concern was recorded about it"
    TOLD = "somebody told of harm"
    CLEAR = "somebody had no concern"


@dataclass(frozen=True, slots=True)
class Changed:
    """An account beside the one before it: the speaker's `own` last one, else the last of anybody."""

    before: Explanation
    after: Explanation
    own: bool
    how: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Stands:
    """Something that stands beside the accounts of an injury, and the events that say so, in their order."""

    what: Beside
    events: tuple[Known, ...]


def changes(said: Sequence[Explanation]) -> tuple[Changed, ...]:
    """Each account but the first beside the one before it, in the order of the record.

    Where nobody recorded who speaks, it is set beside the last of anybody.
    """
    found = []
    for place, after in enumerate(said[1:], start=1):
        own = [each for each in said[:place] if after.speaker and each.speaker == after.speaker]
        before = own[-1] if own else said[place - 1]
        found.append(Changed(before, after, bool(own), tuple(_how(before, after))))
    return tuple(found)


def beside(held: Explained, seen: Seen) -> tuple[Stands, ...]:
    """What the record of an explained injury holds beside its accounts: nothing where nothing is recorded.

    Nothing is weighed here, and who had no concern stands with the rest: whether it is so, a person says.
    """
    injury = held.injury
    by = {
        Beside.UNFIT: _unfit(held),
        Beside.SHAPED: (each for each in injury.seen if leaves_a_shape(each.entry.facts)),
        Beside.SUSPECTED: (each for each in injury.seen if each.entry.facts.get("suspected") is True),
        Beside.CONCERN: (each for each in _tied(injury, CONCERNS, seen) if is_concern(each.entry)),
        Beside.TOLD: _tied(injury, (DISCLOSED,), seen),
        Beside.CLEAR: (each for each in _tied(injury, (VIEW,), seen) if is_clear(each.entry)),
    }
    found = ((what, tuple({each.root: each for each in events}.values())) for what, events in by.items())
    return tuple(Stands(what, events) for what, events in found if events)


def _how(before: Explanation, after: Explanation) -> Iterator[Change]:
    if before.mechanism != after.mechanism:
        if not after.mechanism:
            yield Change.UNNAMED
        else:
            yield Change.ANOTHER if before.mechanism else Change.NAMED
    if not (before.words and after.words):
        yield Change.UNTOLD
    else:
        yield Change.SAME if same_words(before.words, after.words) else Change.WORDS


def _unfit(held: Explained) -> Iterator[Known]:
    """Who heard an account, or answered it, and found that it does not fit."""
    for each in held.explanations:
        yield from (
            event for event in (each.said, *each.weighed) if event.entry.facts.get("fit") in UNSUITABLE
        )


def _tied(injury: Injury, kinds: Sequence[str], seen: Seen) -> Iterator[Known]:
    return (each for each in seen.of_kinds(kinds, injury.child) if injury.concerns(each))
