"""An agency's record of a person as retention sees it: whose, of which kinds, and its days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from heeded.casework.ports.keeping import Own
from heeded.core.access import RecordClass, class_of
from heeded.core.access.retention import Disposal, Hold, Kept, RetentionRule, Start, disposal
from heeded.core.access.retention_class import retention_classes
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency
from heeded.core.chronology.view import as_known
from heeded.core.chronology.when import local

SOCIAL_CARE = "children's social care"
_ENDS = ("protection plan ended", "ceased to be looked after")


def controller_of(agency: Agency) -> str:
    """By which name the rules know who keeps a record: a council by its area, any other by its own name."""
    return agency.area if agency.sector == SOCIAL_CARE and agency.area else agency.name


def kept(own: Own, agency: Agency) -> Kept:
    """The record as the rules see it.

    Every entry counts for what kind of record it is, those taken back too; its days are of what stands.
    A death that only others told of is not known here: whoever does not know keeps longer.
    """
    kinds = {entry.kind for entry in own.entries}
    orders = [str(entry.facts.get("order", "")) for entry in own.entries if entry.kind == "order made"]
    return Kept(
        child=own.child,
        records=retention_classes(agency.sector, kinds, orders=orders),
        controller=controller_of(agency),
        days=_days(own),
    )


def what_becomes_of(
    own: Own, agency: Agency, rules: Iterable[RetentionRule], holds: Iterable[Hold], now: int
) -> Disposal:
    """What is to become of the record at a moment (seconds UTC); a hold beats every rule."""
    found = kept(own, agency)
    named = [_of(hold, agency, found) for hold in holds]
    return disposal(found, rules, named, local(now).date())


def by_class(own: Own) -> Mapping[RecordClass, list[Entry]]:
    """The entries by the kind of record that the policy takes them for."""
    found: dict[RecordClass, list[Entry]] = {}
    for entry in own.entries:
        found.setdefault(class_of(entry.kind, entry.facts, own=True), []).append(entry)
    return found


def _of(hold: Hold, agency: Agency, found: Kept) -> Hold:
    """The hold with its agency under the name by which the rules know it."""
    controller = found.controller if hold.controller == agency.id else hold.controller
    return Hold(
        by=hold.by,
        reason=hold.reason,
        since=hold.since,
        until=hold.until,
        child=hold.child,
        record=hold.record,
        controller=controller,
    )


def _days(own: Own) -> dict[Start, date]:
    standing = [known.entry for known in as_known(own.entries, None, None)]
    days: dict[Start, date | None] = {
        Start.BIRTH: own.born,
        Start.LAST_CONTACT: local(own.last).date(),
        Start.RECORDED: local(own.last).date(),
        Start.DEATH: _last(standing, "death"),
        Start.CLOSED: _last(standing, "case closed"),
        Start.ORDER: _last(standing, "order made"),
        Start.STATUS_ENDED: _last(standing, *_ENDS),
    }
    return {start: day for start, day in days.items() if day is not None}


def _last(standing: Iterable[Entry], *kinds: str) -> date | None:
    moments = [entry.happened.latest for entry in standing if entry.kind in kinds]
    return local(max(moments)).date() if moments else None
