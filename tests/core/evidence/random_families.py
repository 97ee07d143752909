"""Random families in which injuries, whereabouts and decisions meet: coarse, late, corrected, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.when import Precision, When, end_of_day, local, start_of_day
from tests.core.evidence.told import COUNCIL, HOSPITAL, POLICE, family

HOUR, DAY = 3_600, 86_400
FIRST = When.parse("2025-02-03T08:00").earliest
SPAN = 16 * DAY
ADULTS, CHILDREN = ("Eve", "Finn", "Greta"), ("Ada", "Ben")
AGENCY = (COUNCIL, POLICE, HOSPITAL)
CONDITIONS = (
    *("person stays away", "person in custody", "person supervises"),
    *("nobody else has access", "injury accidental", "medical takes place", "other"),
)


def random_family(seed: int) -> Chronology:
    """The family of a seed, always the same."""
    chance = Random(seed)  # noqa: S311 - a seeded family, not a secret
    entries = [_entry(chance, number) for number in range(chance.randint(4, 36))]
    entries += [
        _mended(chance, each, number) for number, each in enumerate(entries) if chance.random() < 0.12
    ]
    chance.shuffle(entries)
    return replace(family(*entries), family=f"family {seed}")


def moment(seed: int) -> tuple[int, str | None, int | None]:
    """A moment of judgement: now, as known to whom, and by when."""
    chance = Random(f"moment {seed}")  # noqa: S311 - as above
    now = FIRST + chance.randrange(SPAN + 4 * DAY)
    to = chance.choice((None, None, *AGENCY))
    return now, to, chance.choice((None, now - chance.randrange(3 * DAY)))


def _entry(chance: Random, number: int) -> Entry:
    kind = chance.choice((*_FACTS, *_OFTEN))
    happened = _when(chance)
    by = chance.choice(AGENCY)
    told = max(happened.earliest, FIRST) + chance.choice((0, 0, 0, HOUR, 2 * DAY))
    return Entry(
        id=f"e{number}",
        kind=kind,
        child=chance.choice(CHILDREN),
        happened=happened,
        told=told,
        source=Source(by, role="team manager"),
        known={
            other: told + chance.choice((0, HOUR, DAY, 3 * DAY))
            for other in AGENCY
            if other != by and chance.random() < 0.5
        },
        keys={
            name: chance.choice(values)
            for name, values in (("injury", "IJ"), ("decision", "DE"), ("assumption", "A"))
            if name in _KEYS[kind] and chance.random() < 0.7
        },
        facts={name: value for name, value in _FACTS[kind](chance).items() if chance.random() < 0.9},
    )


def _when(chance: Random) -> When:
    second = FIRST + chance.choice((chance.randrange(SPAN // DAY) * DAY, chance.randrange(SPAN)))
    if chance.random() < 0.7:
        return When(second, second, Precision.INSTANT)
    day = local(second).date()
    return (
        When.month(day.year, day.month)
        if chance.random() < 0.1
        else When(start_of_day(day), end_of_day(day), Precision.DAY)
    )


def _mended(chance: Random, entry: Entry, number: int) -> Entry:
    told = entry.told + chance.choice((0, HOUR, 2 * DAY))
    if chance.random() < 0.5:
        return replace(entry, id=f"w{number}", told=told, withdraws=entry.id, known={}, facts={}, keys={})
    again = _FACTS[entry.kind](chance)
    return replace(entry, id=f"c{number}", told=told, corrects=entry.id, happened=_when(chance), facts=again)


def _who(chance: Random) -> dict[str, Fact]:
    return {"person": chance.choice(ADULTS)}


def _lives(chance: Random) -> dict[str, Fact]:
    return {
        "person": chance.choice((*ADULTS, *CHILDREN, *CHILDREN)),
        "household": chance.choice(("n", "n", "s")),
    }


def _hurt(chance: Random) -> dict[str, Fact]:
    said: dict[str, Fact] = {"what": "bruise", "suspected": chance.random() < 0.8}
    for name, odds in (("new", 0.4), ("source away", 0.1)):
        if chance.random() < odds:
            said[name] = chance.random() < 0.8
    return said | ({"medical cause": "clotting disorder"} if chance.random() < 0.08 else {})


def _explained(chance: Random) -> dict[str, Fact]:
    return {
        "speaker": chance.choice(ADULTS),
        "words": chance.choice(("he fell", "it was the dog")),
        "mechanism": chance.choice(("fall", "animal")),
    }


def _decision(chance: Random) -> dict[str, Fact]:
    return {
        "outcome": chance.choice(("stays at home", "returns home", "leaves home")),
        "rests on absence of one person": chance.random() < 0.5,
        "absent person": chance.choice(ADULTS),
    }


_FACTS: dict[str, Callable[[Random], dict[str, Fact]]] = {
    "household joined": _lives,
    "household left": _lives,
    "access began": _who,
    "access ended": _who,
    "care": _who,
    "whereabouts": lambda c: _who(c) | {"place": c.choice(("home", "custody", "abroad", "unknown"))},
    "arrest": _who,
    "release": _who,
    "bail": lambda c: _who(c) | {"kept from the child": c.random() < 0.5},
    "injury observed": _hurt,
    "seen well": lambda c: {"how": c.choice(("examined undressed", "seen dressed"))},
    "medical opinion": lambda c: {
        "strength": c.choice(("consider", "suspect", "excluded")),
        "supersedes": c.random() < 0.2,
    },
    "possible source considered": lambda c: (
        _who(c) | {"finding": c.choice(("excluded", "likely source")), "evidence": "what was found"}
    ),
    "possible sources reviewed": lambda _: {
        "everyone with access listed": True,
        "evidence given for each": True,
        "plan for those remaining": True,
        "signed by": "the team manager",
    },
    "view recorded": lambda c: {
        "conclusion": c.choice(("concern", "no concerns", "unsure")),
        "answers": c.choice(("may the child be coming to harm", "would the child be safe at home")),
    },
    "explanation given": _explained,
    "history considered": lambda c: {
        "episodes": frozenset({c.choice(("I", "J", "someone else's"))}),
        "effect": "what it changes",
    },
    "decision": _decision,
    "case closed": lambda _: {"reason": "early help after assessment"},
    "assumption recorded": lambda c: _who(c) | {"condition": c.choice(CONDITIONS), "words": "as it was said"},
    "evidence against assumption": lambda _: {"grounds": "what came to light"},
    "decision reviewed": lambda c: {"outcome": c.choice(("kept", "changed"))},
    "strategy discussion": lambda _: {"attended by": frozenset({"police", "health", "social care"})},
    "became looked after": lambda _: {"basis": "agreement with parents"},
    "departure with reason": lambda c: {
        "rule": c.choice(("POOL-01", "POOL-02")),
        "reason": "an aunt stays with them",
        "authorised by": "head of service",
    },
}
_OFTEN = (
    *("injury observed",) * 4,
    *("explanation given",) * 6,
    *("history considered", "view recorded", "decision") * 3,
)
"""Kinds that meet only where there are several of them."""
_TIED = (
    "injury observed",
    "explanation given",
    "medical opinion",
    "view recorded",
    "possible source considered",
    "decision",
    "assumption recorded",
)
_KEYS = {kind: ("injury", "decision", "assumption") if kind in _TIED else () for kind in _FACTS}
