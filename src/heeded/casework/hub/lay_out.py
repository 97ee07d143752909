"""Lay out what of a family stands on which agencies' desks: matters, offers, disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from heeded.casework.hub.offers import offers
from heeded.casework.hub.owing import Owing
from heeded.casework.invariants import counting
from heeded.casework.ports.desks import Card, Desk, Silence
from heeded.casework.ports.duties import Owed
from heeded.casework.telling.carried import carrying
from heeded.core.chronology.chronology import Chronology
from heeded.core.evidence.disagreement.answers import ANSWERING, says_none
from heeded.core.evidence.disagreement.held import OPENED, Disagreement, disagreements
from heeded.core.evidence.front_door import Matter, matters
from heeded.core.evidence.front_door.steps import OPENING
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.unknowns.requests import REQUESTED, Asked, Standing, asked
from heeded.core.procedures.handbook import Handbook

LAID_OUT = frozenset({*OPENING, "hand-over offered", OPENED, *ANSWERING})
"""The kinds of event without which a family has nothing on these desks."""


def laid_out(
    chronology: Chronology, owed: Sequence[Owed], handbook: Handbook, now: int
) -> tuple[Card, ...] | None:
    """The cards of a family at a moment (seconds UTC), given what is owed towards it under a handbook.

    None where nothing was ever told of it that could lie there: then nothing has to be looked at.
    """
    if not any(entry.kind in LAID_OUT for entry in chronology.entries):
        return None
    counted = counting(chronology)
    open_now, owing = _open(counted, now), Owing(owed, handbook)
    return tuple(
        chain(
            _matters(counted, owing, open_now, now),
            offers(counted, owed, now),
            (card for each in open_now for card in _disagreement(each, counted, owing)),
        )
    )


def _open(chronology: Chronology, now: int) -> list[Disagreement]:
    """The disagreements that nobody above both sides has settled."""
    if not any(entry.kind == OPENED or says_none(entry) for entry in chronology.entries):
        return []
    return [each for each in disagreements(chronology.as_known(now)) if each.settled is None]


def _matters(
    chronology: Chronology, owing: Owing, open_now: Sequence[Disagreement], now: int
) -> Iterator[Card]:
    """A card for each matter, on the desk of the agency in whose hands it is."""
    found = matters(chronology, now)
    silences = _silences(chronology, {each.child for each in found}, now)
    for matter in found:
        line = owing.first(matter)
        yield Card(
            agency=matter.agency,
            desk=Desk.TRIAGE,
            key=matter.key,
            child=matter.child,
            stage=str(matter.stage),
            since=matter.since,
            came=matter.began.happened.earliest,
            kind=matter.began.kind,
            sender=matter.sender,
            source=matter.source,
            lead=carrying(chronology, matter.child, matter.agency),
            rule=line.finding.rule if line else "",
            owed=line.owed if line else "",
            due=line.finding.due if line else None,
            silent=tuple(_of_matter(silences, matter)),
            opposed=sum(each.child == matter.child for each in open_now),
            line=line.key if line else None,
        )


def _silences(chronology: Chronology, children: set[str], now: int) -> tuple[Asked, ...]:
    """What was asked about some children and nobody has answered."""
    if not children or not any(entry.kind == REQUESTED for entry in chronology.entries):
        return ()
    seen = Seen.of(chronology, now)
    return tuple(
        each
        for child in sorted(children)
        for each in asked(seen, child, chronology.agencies)
        if each.standing is Standing.SILENT
    )


def _of_matter(silences: Iterable[Asked], matter: Matter) -> Iterator[Silence]:
    """Which agencies are silent on what was asked in a matter, each since the first that was asked of it."""
    since: dict[str, int] = {}
    for each in silences:
        entry = each.request.entry
        in_it = (
            entry.keys.get("referral", "") in {"", matter.key}
            and each.since >= matter.began.happened.earliest
        )
        if entry.child == matter.child and in_it:
            since[each.agency] = min(each.since, since.get(each.agency, each.since))
    for agency, moment in sorted(since.items(), key=lambda pair: (pair[1], pair[0])):
        yield Silence(agency, moment)


def _disagreement(held: Disagreement, chronology: Chronology, owed: Owing) -> Iterator[Card]:
    """A card for each agency that is a side, that owes the next step, or whose hub knows of the child."""
    lines = owed.of_dispute(held)
    sides = tuple(dict.fromkeys(entry.source.agency for entry in held.answers))
    owing = tuple(dict.fromkeys(line.agency for line in lines if line.agency))
    first = lines[0] if lines else None
    for agency in dict.fromkeys((*sides, *owing, *_hubs(held.child, chronology))):
        yield Card(
            agency=agency,
            desk=Desk.DISAGREEMENT,
            key=held.key,
            child=held.child,
            stage=str(held.reached),
            since=held.since,
            came=held.since,
            kind=OPENED,
            lead=carrying(chronology, held.child, agency),
            rule=first.finding.rule if first else "",
            owed=first.owed if first else "",
            due=first.finding.due if first else None,
            owing=owing,
            parties=sides,
            opposed=1,
            line=next((line.key for line in lines if line.agency == agency), None),
        )


def _hubs(child: str, chronology: Chronology) -> Iterator[str]:
    """The hubs that said or were told something of a child."""
    for agency in chronology.agencies.values():
        if agency.hub and any(
            entry.child == child and (entry.source.agency == agency.id or agency.id in entry.known)
            for entry in chronology.entries
        ):
            yield agency.id
