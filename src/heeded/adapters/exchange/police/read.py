"""A police notice read into a report: its people, its events, and what its links say."""

import json
from hashlib import sha256

from heeded.adapters.exchange.incoming import Draft, read_moment
from heeded.adapters.exchange.incoming.limits import MOST_EVENTS
from heeded.adapters.exchange.incoming.parts import Parts
from heeded.adapters.exchange.json import read_json
from heeded.adapters.exchange.police.event import EventTeller, Officer, officer_of
from heeded.adapters.exchange.police.notice import SORTS, Notice, Sort, lay_out
from heeded.adapters.exchange.police.people import describe_people
from heeded.adapters.exchange.police.schema import MOST_LINKS
from heeded.adapters.exchange.police.words import NOTICE_KEYS, OBJECT_KEYS
from heeded.adapters.exchange.unreadable import UnreadableReport
from heeded.core.chronology.report import Report, as_of_all

NAME = "the notice"
_SHAPE = "Send an object with persons, events and links, as docs/standard describes it"


def read_notice(data: bytes, agency: str) -> Report:
    """The report that the bytes of a police notice hold; `agency` is known from who is at the door.

    Raises UnreadableReport where nothing of it can be taken; what is amiss in a part of it stands
    among its refusals.
    """
    value = read_json(data, NAME)
    if not isinstance(value, dict):
        raise UnreadableReport("it is no JSON object", NAME, _SHAPE)
    draft = Draft(agency)
    whole = Parts(value, "", "", draft)
    whole.refuse_strays(NOTICE_KEYS)
    listed: dict[Sort, list[object]] = {sort: _listed(value, sort, MOST_EVENTS) for sort in SORTS}
    if not listed["persons"] and not listed["events"]:
        raise UnreadableReport("it tells of no persons and no events", NAME, _SHAPE)
    notice = lay_out(whole, listed, _listed(value, "links", MOST_LINKS), draft)
    describe_people(notice)
    teller = EventTeller(notice, officer_of(whole) or Officer(), _written(whole))
    for event in notice.of("events"):
        teller.tell(event)
    teller.tell_links()
    _note_the_rest(notice)
    amended = _amended(whole, teller.written)
    report = as_of_all(draft.report(whole.text("notice") or f"sha256:{_digest(value)}"), amended)
    if len(report.events) > MOST_EVENTS:
        what = f"it comes to {len(report.events):,} events, more than {MOST_EVENTS:,}"
        raise UnreadableReport(what, NAME, "Send it in several notices", too_large=True)
    return report


def _listed(value: dict[str, object], key: str, most: int) -> list[object]:
    found = value.get(key, [])
    if not isinstance(found, list):
        raise UnreadableReport(f"“{key}” is no list", f"{NAME}, in /{key}", _SHAPE)
    if len(found) > most:
        what = f"it holds {len(found):,} {key}, more than the {most:,} of one notice"
        raise UnreadableReport(what, f"{NAME}, in /{key}", "Send it in several notices", too_large=True)
    return found


def _amended(whole: Parts, written: int | None) -> int | None:
    """When an earlier notice was amended by this one; None where this one amends none."""
    if not whole.text("replaces"):
        return None
    if written is None:
        whole.refuse(
            "replaces", "a notice that amends another says when it was written: it is read as a new one"
        )
    return written


def _written(whole: Parts) -> int | None:
    if whole.value.get("written") is None:
        whole.refuse(
            "written", "it does not say when it was written: each event counts as told when it happened"
        )
        return None
    try:
        return read_moment(whole.value["written"])
    except ValueError as wrong:
        whole.refuse("written", str(wrong))
        return None


def _note_the_rest(notice: Notice) -> None:
    """Point out what is not kept: where events happened, and objects that no event uses."""
    if placed := sum(1 for event in notice.of("events") if event.value.get("location")):
        reason = f"where {placed:,} events happened is not kept: only people's own addresses are"
        notice.draft.refuse("/events", reason)
    for thing in notice.of("objects"):
        thing.refuse_strays(OBJECT_KEYS)
        if not any(id(link) in notice.used for _, _, link in notice.linked(thing.ref)):
            thing.refuse("", "no event here can say that this object was used: it is set aside")


def _digest(value: object) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode("ascii")).hexdigest()
