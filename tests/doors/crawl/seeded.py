"""Children whose addresses are canaries, shielded, with the same words in free text before and after."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from heeded.bootstrap import looking
from heeded.bootstrap.keeping import walls
from heeded.casework.keeping import By, shield
from heeded.core.access.shield import Shielded
from heeded.core.chronology.report import LOCAL_ID, Identifier
from tests.borough import ada, bruised
from tests.casework.looking.staff import who
from tests.casework.looking.telling import child_of, one, send

_SYLLABLES = "bra dol fen gur hix jup kev lom mun nix por quo rud syl tav vex wim zog".split()


@dataclass(frozen=True, slots=True)
class Canary:
    """A child (a person's id), and the word that stands in the child's shielded address alone."""

    child: str
    word: str
    ref: str


def seed(database: str, count: int, *, shielded: bool = True) -> list[Canary]:
    """Put so many children into the record, of each of whom a hospital tells the address in words."""
    chance = random.Random(7)  # noqa: S311 - the same canaries each time
    made = []
    for place in range(count):
        word = "".join(chance.choices(_SYLLABLES, k=4)).capitalize()
        made.append(_one(database, place, word, shielded=shielded))
    return made


def _one(database: str, place: int, word: str, *, shielded: bool) -> Canary:
    now, ref = int(time.time()) - 600, f"child-{place}"
    address = f"{place + 2} {word} Close, Norhaven"
    child = replace(
        ada(ref, nhs="", born=date(2020, 1 + place % 12, 1 + place % 28)),
        name=f"Child Number{place}",
        address=address,
        identifiers=(Identifier(LOCAL_ID, ref),),
    )
    person = child_of(send(bruised(f"b{place}", child=child, now=now), now), database)
    said = f"They moved to {place + 2} {word} Cl. last week"
    told: dict[str, Any] = {"facts": {"grounds": said}, "keys": {"concern": f"{word} Close"}}
    send(
        one("view recorded", agency="hospital", child=child, name=f"w{place}", now=now + 60, **told), now + 60
    )
    by = By(
        actor=who("worker"),
        now=now + 120,
        stated=looking.stated("safeguarding", reason="He looks for them now"),
    )
    send(one("worker allocated", child=replace(child, ref=person), name=f"a{place}", now=now + 90), now + 90)
    if shielded:
        shield(walls.walled(), by, person, person, Shielded.ADDRESS)
    later = now + 180
    concern: dict[str, Any] = {
        "facts": {"strength": "strong concern", "by a paediatrician": True, "grounds": said}
    }
    send(
        one("medical opinion", agency="hospital", child=child, name=f"l{place}", now=later, **concern), later
    )
    return Canary(person, word, ref)
