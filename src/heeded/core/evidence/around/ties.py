"""Ties: what was recorded of who is who to whom, and where what was recorded cannot all be so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from heeded.core.chronology.view import Known
from heeded.core.evidence.seen import Seen

RECORDED = "relationship recorded"
PARENTS = ("mother", "father", "parent")
MALE, FEMALE = "male", "female"
_OF_SEX: Mapping[str, str] = MappingProxyType(
    {"mother": FEMALE, "aunt": FEMALE, "father": MALE, "uncle": MALE}
)
_WRITTEN: Mapping[str, str] = MappingProxyType(
    {"m": MALE, "male": MALE, "boy": MALE, "man": MALE, "1": MALE}
    | {"f": FEMALE, "female": FEMALE, "girl": FEMALE, "woman": FEMALE, "2": FEMALE}
)
"""How sources write somebody's sex: in words, or by the NHS data dictionary's codes 1 and 2."""
_BOTH = frozenset(
    frozenset(pair)
    for pair in (
        *(("parent", "mother"), ("parent", "father"), ("sibling", "half-sibling")),
        *(("step-parent", "partner of a parent"), ("lodger", "friend of the family")),
        *(("foster carer", kin) for kin in ("grandparent", "aunt", "uncle", "sibling", "cousin")),
        ("foster carer", "friend of the family"),
    )
)
"""Relations that one person can have to another at once, the one being the wider or another word for it."""
_ANY = "other"


@dataclass(frozen=True, slots=True)
class Tie:
    """That `person` is the `relation` of `to`, and every standing event that says so, in order.

    `alleged` where every one of them says that it is alleged and not established; `against` are the events
    that say what cannot be so as well. Whether either is right is for a person to say.
    """

    person: str
    to: str
    relation: str
    said: tuple[Known, ...]
    alleged: bool
    against: tuple[Known, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether it is alleged only, or something else was recorded that speaks against it."""
        return self.alleged or bool(self.against)

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies that say so, each once, in order."""
        return tuple(dict.fromkeys(event.entry.source.agency for event in self.said))


def ties(seen: Seen) -> tuple[Tie, ...]:
    """Every tie that the record holds, by when it was first told; nobody is tied to themselves."""
    told: dict[tuple[str, str, str], list[Known]] = {}
    for event in seen.of_kinds((RECORDED,)):
        facts = event.entry.facts
        person, to = str(facts.get("person", "")), str(facts.get("to", ""))
        relation = str(facts.get("relation", _ANY))
        if person and to and person != to:
            told.setdefault((person, to, relation), []).append(event)
    plain = [Tie(*who, tuple(said), all(map(_alleged, said))) for who, said in told.items()]
    against = _against(plain)
    return tuple(
        Tie(each.person, each.to, each.relation, each.said, each.alleged, against.get(place, ()))
        for place, each in enumerate(plain)
    )


def sexes(seen: Seen, found: Iterable[Tie]) -> dict[str, str]:
    """Whose sex is known, as "male" or "female": as recorded or, without that, by the words for a relation.

    Somebody of whom the words say both, or neither, is left out.
    """
    said: dict[str, set[str]] = {}
    for tie in found:
        if sex := _OF_SEX.get(tie.relation):
            said.setdefault(tie.person, set()).add(sex)
    known = {person: next(iter(words)) for person, words in said.items() if len(words) == 1}
    written = {
        person: _WRITTEN[word]
        for person, held in seen.people.items()
        if (word := held.sex.strip().casefold()) in _WRITTEN
    }
    return {**known, **written}


def _alleged(event: Known) -> bool:
    return event.entry.facts.get("alleged") is True


def _against(plain: list[Tie]) -> dict[int, tuple[Known, ...]]:
    """What speaks against each tie, by its place: of one pair of people, or of one child's parents."""
    found: dict[int, dict[str, Known]] = {}
    for (one, first), (other, second) in combinations(enumerate(plain), 2):
        if _cannot_both(first, second) or _apart(first, second, plain):
            found.setdefault(one, {}).update({event.root: event for event in second.said})
            found.setdefault(other, {}).update({event.root: event for event in first.said})
    return {place: tuple(events.values()) for place, events in found.items()}


def _cannot_both(one: Tie, other: Tie) -> bool:
    """Whether two ties of the same two people cannot both be so."""
    if (one.person, one.to) == (other.person, other.to):
        pair = frozenset((one.relation, other.relation))
        return _ANY not in pair and pair not in _BOTH
    turned = (one.person, one.to) == (other.to, other.person)
    return turned and one.relation in PARENTS and other.relation in PARENTS


def _apart(one: Tie, other: Tie, plain: list[Tie]) -> bool:
    """Whether two people are recorded as the mother, or the father, of one child, and by no agency both.

    A child may have two mothers or two fathers: where an agency says so, nothing is in doubt.
    """
    same = one.to == other.to and one.relation == other.relation and one.person != other.person
    if not same or one.relation not in ("mother", "father"):
        return False
    named = [set(tie.agencies) for tie in plain if (tie.to, tie.relation) == (one.to, one.relation)]
    return not set.intersection(*named)
