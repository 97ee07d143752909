"""A report written in our own JSON, so that reading it gives the same report."""

import json
from datetime import date

from heeded.adapters.exchange.incoming.times import written, written_moment
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import Described, Event, Report


def write_report(report: Report) -> bytes:
    """The report's people and events as JSON in UTF-8; refusals are the reader's own and not written."""
    whole = {
        "id": report.id,
        "people": [_person(person) for person in report.people],
        "events": [_event(event) for event in report.events],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False).encode("utf-8")


def _person(person: Described) -> dict[str, object]:
    said: dict[str, object] = {
        "ref": person.ref,
        "name": person.name,
        "born": person.born.isoformat() if person.born else "",
        "sex": person.sex,
        "adult": person.adult,
        "area": person.area,
        "address": person.address,
        "postcode": person.postcode,
        "identifiers": [{"system": each.system, "value": each.value} for each in person.identifiers],
    }
    return _filled(said)


def _event(event: Event) -> dict[str, object]:
    said: dict[str, object] = {
        "ref": event.ref,
        "kind": event.kind,
        "child": event.child,
        "happened": written(event.happened),
        "told": written_moment(event.told),
        "practitioner": event.practitioner,
        "role": event.role,
        "known": {agency: written_moment(moment) for agency, moment in event.known.items()},
        "keys": dict(event.keys),
        "facts": {name: _fact(fact) for name, fact in event.facts.items()},
        "corrects": event.corrects,
        "withdraws": event.withdraws,
        "as_of": None if event.as_of is None else written_moment(event.as_of),
    }
    return _filled(said)


def _filled(said: dict[str, object]) -> dict[str, object]:
    """What says something; a part that is left out reads as empty."""
    return {key: value for key, value in said.items() if value}


def _fact(fact: Fact) -> object:
    if isinstance(fact, frozenset):
        return sorted(fact)
    return fact.isoformat() if isinstance(fact, date) else fact
