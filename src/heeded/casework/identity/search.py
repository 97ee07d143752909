"""Find a child by what a front desk is told: whether there may be a record, and whom to ring. No content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from heeded.casework.looking.ask import Ask
from heeded.casework.looking.ask import Desk as Looking
from heeded.casework.looking.deciding.decided import NOBODY, Decided, decide, new_look
from heeded.casework.ports.reading import Contact, Reading, Ties
from heeded.core.access import Actor, Effect, Operation, RecordClass, Stated
from heeded.core.access.shield import Shielded
from heeded.core.chronology.people import Person
from heeded.core.chronology.report import Described
from heeded.core.identity.weighing import Weighed, Weight, weigh

MOST = 10
"""How many are shown at most."""

FLOOR = 9.0
"""What must speak for a person (base 2) for them to be shown: two words of a name, or a birth date."""

NEAR = 3.0
"""How close to the first another counts as matching as well as that one (base 2)."""

HOUSEHOLD = Weight("carer or sibling", "somebody of that name is of the family", 9.0)
POSTCODE = Weight("postcode", "the same", 5.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who may be meant: how they match what was sought, and whom to ring.

    `who` is given where the reader may know who the child is; else nothing but what they typed is told.
    """

    child: str
    terms: tuple[Weight, ...]
    contacts: tuple[Contact, ...]
    who: Person | None = None
    agencies: int = 0

    @property
    def weight(self) -> float:
        """What speaks for it (base 2)."""
        return sum(term.weight for term in self.terms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What a search came to: the likest first; `many` where more match as well as those shown.

    `too_little` says that what was typed leads to nobody, whoever is in the record.
    """

    look: str
    found: tuple[Candidate, ...]
    many: bool = False
    too_little: bool = False


def search(
    desk: Looking, actor: Actor, sought: Described, carer: str, now: int, stated: Stated | None = None
) -> Searched:
    """Those who may be a child that is described; `carer` names an adult or another child of the family.

    One look is recorded, with everybody who is named in it, before anything is answered. Of a child of whom
    the reader may not know, nothing stands in the answer. NotRecorded where the look could not be.
    """
    ask = Ask(actor=actor, child="", now=now, stated=stated)
    with desk.record.reading(actor, now) as reading:
        ranked, hot = _ranked(reading, sought, carer)
        shown: list[tuple[Decided, Candidate]] = []
        for person, weighed, by in ranked:
            if len(shown) == MOST:
                break
            asked = Ask(actor=actor, child=person, now=now, stated=stated)
            found = _candidate(desk, reading, asked, weighed, by)
            if found and found[1].weight >= FLOOR:
                shown.append(found)
        look = new_look(
            ask,
            operation=Operation.KNOW_EXISTS,
            records=_records(decided for decided, _ in shown),
            answer=str(Effect.PERMIT if shown else Effect.HIDE),
            rule=", ".join(sorted({decided.existence.row for decided, _ in shown})) or NOBODY,
            people=tuple(candidate.child for _, candidate in shown),
        )
        recorded = desk.recorder.record(look)
    recorded.wait()
    kept = tuple(sorted((candidate for _, candidate in shown), key=lambda each: -each.weight))
    return Searched(
        look=look.id,
        found=kept,
        many=hot or (len(ranked) > MOST and _close(ranked)),
        too_little=not ranked and not _enough(sought, carer),
    )


def _ranked(
    reading: Reading, sought: Described, carer: str
) -> tuple[list[tuple[str, Weighed, frozenset[str]]], bool]:
    """Everybody who may be meant, the likest first, and whether others were left out unweighed."""
    alike = reading.alike(sought)
    around = _around(reading, carer)
    by = {**dict.fromkeys(around, frozenset[str]()), **alike.found}
    said = reading.descriptions([*by])
    ranked = []
    for person, found in by.items():
        told = said.get(person, ())
        if not told or all(each.adult for each in told):
            continue
        best = max((weigh(sought, each) for each in told), key=lambda weighed: weighed.sum)
        terms = (*best.terms, HOUSEHOLD) if person in around else best.terms
        ranked.append((person, Weighed(terms), found))
    ranked.sort(key=lambda each: (-each[1].sum - POSTCODE.weight * _by_place(each[2]), each[0]))
    return [each for each in ranked if each[1].sum + POSTCODE.weight * _by_place(each[2]) >= FLOOR], alike.hot


def _around(reading: Reading, carer: str) -> frozenset[str]:
    """Those who are of one family with somebody of a name."""
    if not carer.strip():
        return frozenset()
    named = Described(ref="carer", name=carer)
    alike = reading.alike(named)
    said: Mapping[str, Sequence[Described]] = reading.descriptions([*alike.found])
    found = [who for who, told in said.items() if any(weigh(named, each).sum >= FLOOR for each in told)]
    return frozenset(reading.with_them(found)) if found else frozenset()


def _candidate(
    desk: Looking, reading: Reading, ask: Ask, weighed: Weighed, by: frozenset[str]
) -> tuple[Decided, Candidate] | None:
    """Somebody who may be meant, as far as the reader may know of them; None of whom they may not.

    Who it is stands in the answer only where that obliges nobody to be told: else the record is opened.
    """
    ties = reading.ties(ask.child)
    decided = decide(desk.policy, ask, ties, (RecordClass.IDENTITY,))
    if decided.hidden:
        return None
    place = _by_place(by) and not _sheltered(ties, Shielded.ADDRESS, ask)
    terms = (*weighed.terms, POSTCODE) if place else weighed.terms
    who = None
    open_to = RecordClass.IDENTITY in decided.shown and not decided.obligations
    if open_to and not _sheltered(ties, Shielded.IDENTITY, ask):
        who = reading.people([ties.child]).get(ties.child)
    contacts = reading.contacts(ties.known_to)
    found = Candidate(child=ties.child, terms=terms, contacts=contacts, who=who, agencies=len(ties.known_to))
    return decided, found


def _sheltered(ties: Ties, what: Shielded, ask: Ask) -> bool:
    """Whether a shield holds something of a child back from whoever asks."""
    return any(
        shield.holds(ties.child, what, ask.now) and ask.actor.id not in shield.named
        for shield in ties.shields
    )


def _by_place(by: frozenset[str]) -> bool:
    return any(key.startswith("place ") for key in by)


def _close(ranked: Sequence[tuple[str, Weighed, frozenset[str]]]) -> bool:
    """Whether those left out match as well as the first that is shown."""
    return ranked[MOST][1].sum >= ranked[0][1].sum - NEAR


def _records(decided: Iterable[Decided]) -> tuple[str, ...]:
    kinds = {str(RecordClass.EXISTENCE), *(str(kind) for each in decided for kind in each.shown)}
    return tuple(sorted(kinds))


def _enough(sought: Described, carer: str) -> bool:
    """Whether what was typed could lead to somebody: two words, or one with a birth date or a postcode."""
    words = len(sought.name.split())
    return words > 1 or bool(words and (sought.born or sought.postcode)) or len(carer.split()) > 1
