"""Ways on from what is owed: what would meet it, who may set it aside, whether it waits for an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from heeded.core.chronology.vocabulary import KINDS, FieldType
from heeded.core.procedures.clauses import answers_of
from heeded.core.procedures.handbook import Handbook

ACCEPTED, REFUSED, HAND_OVER = "hand-over accepted", "hand-over refused", "hand-over"


@dataclass(frozen=True, slots=True)
class WaysOn:
    """The ways on from one thing that is owed.

    `kinds` are the kinds of event that meet it, one of which is to be recorded. `hand_over` is the key of the
    hand-over that it waits for an answer to; empty where it waits for none. `departure_by` are the posts
    that may set it aside with a reason (none: whoever does it, by name). `keys` are those by which what is
    done about it belongs to it.
    """

    kinds: tuple[str, ...]
    hand_over: str
    departure_by: tuple[str, ...]
    keys: Mapping[str, str]

    def told(self, kind: str, about: str = "") -> dict[str, dict[str, str]]:
        """What is known of an event of a kind that meets it: what it belongs to, and whom it is about.

        Nothing else: that it was done as it should be is for whoever did it to say.
        """
        known = KINDS[kind]
        persons = [each.name for each in known.fields if each.type is FieldType.PERSON]
        facts = {persons[0]: about} if about and len(persons) == 1 else {}
        return {"keys": {name: key for name, key in self.keys.items() if name in known.keys}, "facts": facts}


def ways_on(rule: str, key: str, handbook: Handbook) -> WaysOn:
    """The ways on from what a rule asks about what a key names; none where the handbook has no such rule."""
    named = handbook.rules_named(rule)
    if not named:
        return WaysOn((), "", (), {})
    found = named[-1]
    asked = (pattern for word, patterns in answers_of(found) if word == "must" for pattern in patterns)
    kinds = tuple(dict.fromkeys(pattern.kind for pattern in asked))
    answered = found.per == HAND_OVER and ACCEPTED in kinds
    keys = {} if found.per in ("child", "household") or not key else {found.per: key}
    return WaysOn(kinds, key if answered else "", found.departure_by, keys)
