"""A report in our own JSON read: what it says as a whole, then its people, then its events."""

import json
from collections.abc import Iterator
from hashlib import sha256

from heeded.adapters.exchange.heeded_json.event import as_of, read_event
from heeded.adapters.exchange.heeded_json.person import read_person
from heeded.adapters.exchange.incoming import Draft
from heeded.adapters.exchange.incoming.limits import LONGEST_NAME, MOST_EVENTS, MOST_PEOPLE, unfit
from heeded.adapters.exchange.incoming.parts import Parts
from heeded.adapters.exchange.json import Fault, LongNumber, read_json
from heeded.adapters.exchange.unreadable import UnreadableReport
from heeded.core.chronology.report import Report, as_of_all

NAME = "the report"
KEYS = ("id", "as_of", "people", "events")
_SHAPE = 'Send an object such as {"id": "…", "people": […], "events": […]}, as docs/standard describes it'


def read_report(data: bytes, agency: str) -> Report:
    """The report that bytes of our own JSON hold; `agency` is the id of the agency at the door.

    Raises UnreadableReport where nothing of it can be taken; what is amiss in a part of it stands
    among its refusals.
    """
    long_numbers: list[LongNumber] = []
    value = read_json(data, NAME, long_numbers=long_numbers)
    return read_report_value(value, agency, long_numbers=bool(long_numbers))


def read_report_value(value: object, agency: str, *, long_numbers: bool = False) -> Report:
    """The report that a value of JSON holds; as `read_report`, for JSON that was read already.

    With `long_numbers`, some stand in it: what holds one is set aside, and the rest is kept.
    """
    if not isinstance(value, dict):
        raise UnreadableReport("it is no JSON object", NAME, _SHAPE)
    people, events = _listed(value, "people", MOST_PEOPLE), _listed(value, "events", MOST_EVENTS)
    if not people and not events:
        raise UnreadableReport("it tells of no people and no events", NAME, _SHAPE)
    draft = Draft(agency)
    for key in value:
        if key not in KEYS:
            near = draft.hints.near(str(key), KEYS)
            draft.refuse(f"/{key}", f"a report has no “{key}”.{near} It has: {', '.join(KEYS)}")
    for number, person in enumerate(people):
        if not (long_numbers and _set_aside(person, f"/people/{number}", draft)):
            read_person(person, f"/people/{number}", draft)
    for number, event in enumerate(events):
        if not (long_numbers and _set_aside(event, f"/events/{number}", draft)):
            read_event(event, f"/events/{number}", draft)
    whole = Parts(value, "", "", draft)
    return as_of_all(draft.report(_id(value, draft)), as_of(whole))


def _set_aside(part: object, place: str, draft: Draft) -> bool:
    """Set a person or event aside that holds a number too long to be read; whether it does."""
    where = next(_long_numbers(part, place), None)
    if where is None:
        return False
    what, remedy = Fault.LONG_NUMBER.value
    ref = part.get("ref") if isinstance(part, dict) else ""
    draft.refuse(
        where, f"{what}: {remedy[:1].lower()}{remedy[1:]}", ref if isinstance(ref, str) else "", grave=True
    )
    return True


def _long_numbers(value: object, place: str) -> Iterator[str]:
    """The places of the numbers in a value that are too long."""
    if isinstance(value, LongNumber):
        yield place
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from _long_numbers(member, f"{place}/{key}")
    elif isinstance(value, list):
        for number, member in enumerate(value):
            yield from _long_numbers(member, f"{place}/{number}")


def _listed(value: dict[str, object], key: str, most: int) -> list[object]:
    found = value.get(key, [])
    if not isinstance(found, list):
        raise UnreadableReport(f"“{key}” is no list", f"{NAME}, in /{key}", _SHAPE)
    if len(found) > most:
        what = f"it tells of {len(found):,} {key}, more than the {most:,} that one report may hold"
        raise UnreadableReport(what, f"{NAME}, in /{key}", "Send it in several reports", too_large=True)
    return found


def _id(value: dict[str, object], draft: Draft) -> str:
    """The sender's own name for the report; without one, a name made of what it says."""
    written = value.get("id")
    if isinstance(written, str) and written.strip():
        why = unfit(written, LONGEST_NAME)
        if not why:
            return written
    else:
        why = "it has no name of yours: give each report one, the same when it is sent again"
    draft.refuse("/id", f"{why}; it is called after its content for now")
    whole = json.dumps(value, sort_keys=True, default=str).encode("ascii")
    return f"sha256:{sha256(whole).hexdigest()}"
