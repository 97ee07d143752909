"""Propose: what of a child's record the family may be told, what is left out and on what ground."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from heeded.casework.for_family.desk import Desk, may
from heeded.casework.keeping.desk import SECOND, By, NotDone, NothingThere, NotPermitted
from heeded.casework.looking import Account as LooksTold
from heeded.casework.looking import Ask, Opened, Refused, account_for_family, open_record
from heeded.casework.looking import NothingThere as NoRecord
from heeded.casework.looking.who_looked import AccountLine
from heeded.casework.looking.within.told import told
from heeded.casework.ports.family_accounts import LeftOut, Line, Looked
from heeded.casework.ports.reading import Ties
from heeded.core.access.shield import Shield
from heeded.core.access.to_family import Ground, Setting, ground_of, ground_of_look
from heeded.core.access.to_family.usual import tellable
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person

POLICE = "police"
MOST_LOOKS = 2_000
"""How many looks an account tells of at most, the latest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What may be told, before anybody chose: events, looks, and those left out, each with its ground.

    `held_back` counts looks by ground, `withheld` entries that the reader may not see either; `people` are
    those of the family by id, and `shielded` those of them who are.
    """

    child: str
    people: Mapping[str, Person]
    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]
    looks: tuple[Looked, ...]
    held_back: Mapping[str, int]
    withheld: int
    shielded: frozenset[str]
    cut_short: bool
    upto: int


def propose(desk: Desk, by: By, child: str) -> Proposed:
    """What an account of a child may say and what it leaves out, read in the name of whoever draws it up.

    NotDone where they may not give one. That they read it is recorded as a look first.
    """
    ties = may(desk, by.with_second(SECOND), child)
    ask = Ask(actor=by.actor, child=child, now=by.now, stated=by.stated)
    match open_record(desk.looking, ask, whole=True):
        case Opened() as opened:
            pass
        case NoRecord():
            raise NothingThere
        case Refused(why=why):
            raise NotPermitted(why.rstrip("."))
        case _:
            raise NotPermitted("This record is not open to you", "Ask the agency that works with the child")
    setting = _setting(desk.agencies(), by, ties)
    lines, left_out = _sorted_out(opened, setting)
    looks, held_back = _looks(desk, ask, setting)
    return Proposed(
        child=opened.child,
        people=opened.whole.people,
        lines=lines,
        left_out=left_out,
        looks=looks,
        held_back=held_back,
        withheld=sum(opened.withheld.values()),
        shielded=frozenset(shield.person for shield in _standing(ties.shields, by.now)),
        cut_short=opened.cut_short,
        upto=opened.upto,
    )


def _setting(agencies: Mapping[str, Agency], by: By, ties: Ties) -> Setting:
    return Setting(
        child=ties.child,
        agency=by.actor.agency,
        police=frozenset(each.id for each in agencies.values() if each.sector == POLICE),
        hidden_since=min((shield.since for shield in _standing(ties.shields, by.now)), default=None),
    )


def _standing(shields: Iterable[Shield], now: int) -> list[Shield]:
    return [each for each in shields if each.since <= now and (each.until is None or now < each.until)]


def _sorted_out(opened: Opened, setting: Setting) -> tuple[tuple[Line, ...], tuple[LeftOut, ...]]:
    """What stands in the record, the first first: what is told, and what is left out with its ground."""
    standing = [each.entry for each in reversed(told(opened)) if each.taken_back is None]
    grounds = [(entry, ground_of(entry, setting)) for entry in standing]
    lines = tuple(line_of(entry) for entry, ground in grounds if ground is None)
    left = tuple(
        LeftOut(line=line_of(entry), ground=str(ground)) for entry, ground in grounds if ground is not None
    )
    return lines, left


def line_of(entry: Entry) -> Line:
    """An event with none of its facts but those that can name nobody and quote nobody."""
    facts = {name: value for name, value in entry.facts.items() if tellable(entry.kind, name)}
    return Line(
        entry=entry.id, kind=entry.kind, happened=entry.happened, agency=entry.source.agency, facts=facts
    )


def _looks(desk: Desk, ask: Ask, setting: Setting) -> tuple[tuple[Looked, ...], dict[str, int]]:
    """The looks that are told, those alike together, the latest first; how many are not, by ground."""
    match account_for_family(desk.looking, ask, frozenset(), limit=MOST_LOOKS):
        case LooksTold(lines=found):
            pass
        case Refused(why=why):
            raise NotDone(why.rstrip("."), "Say why you draw this up in a sentence")
        case _:
            raise NothingThere
    together: dict[tuple[str, str, str, bool], Looked] = {}
    back: dict[str, int] = {}
    for each in found:
        ground: Ground | None = ground_of_look(each.agency, each.at, setting)
        if ground is not None:
            back[str(ground)] = back.get(str(ground), 0) + 1
            continue
        key = (each.agency, each.role, each.purpose, each.without_standing)
        together[key] = _with(together.get(key), each)
    return tuple(sorted(together.values(), key=lambda looked: -looked.last)), back


def _with(so_far: Looked | None, line: AccountLine) -> Looked:
    if so_far is None:
        return Looked(
            agency=line.agency,
            role=line.role,
            purpose=line.purpose,
            without_standing=line.without_standing,
            count=1,
            first=line.at,
            last=line.at,
        )
    first, last = min(so_far.first, line.at), max(so_far.last, line.at)
    return replace(so_far, count=so_far.count + 1, first=first, last=last)
