"""Receipts and the log in plain words: what holds, what does not, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from heeded.bootstrap.keeping.last_verified import LastVerified
from heeded.casework.ports import Kept
from heeded.casework.ports.witnessing import Standing
from heeded.casework.verify import Checked, Tells
from heeded.core.chronology.people import is_system, practitioner_of
from heeded.core.log.checkpoint import Witnessed
from heeded.core.log.strict import to_base64
from heeded.doors.web.shown.moments import moment
from heeded.doors.web.shown.names import Names

_TELLS = {
    Tells.HOLDS: gettext_lazy("The record still holds this entry, and not a letter of it was altered."),
    Tells.ERASED: gettext_lazy(
        "The content of this entry was disposed of under a retention rule. That it was here, the log keeps."
    ),
    Tells.UNREADABLE: gettext_lazy("This is not a receipt, or not all of one."),
    Tells.NOT_SIGNED: gettext_lazy("This record did not sign this receipt: it is another's, or was altered."),
    Tells.SHORTER: gettext_lazy("The record signed for an entry that it does not reach any more."),
    Tells.ANOTHER: gettext_lazy("Where this entry stood, the record now holds something else."),
    Tells.ALTERED: gettext_lazy("What the record holds of this entry is not what it signed for."),
    Tells.NOT_PROVEN: gettext_lazy("The record cannot show that this entry is in the log that it signed."),
}
_DO = {
    Tells.UNREADABLE: gettext_lazy("Copy all of it, from the first brace to the last."),
    Tells.NOT_SIGNED: gettext_lazy(
        "Look at which record gave it. If it was this one, keep it and ring its keeper."
    ),
}
_ALARM = gettext_lazy(
    "Keep the receipt and change nothing. Ring whoever runs the record, and your agency's records officer: "
    "the database was altered, or put back from an old copy."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceShown:
    """A receipt in a list: which entry, where in the log, when it was received, and by whose hand."""

    entry: str
    index: int
    at: str
    by: str
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedShown:
    """What a receipt tells, in words; `wrong` where the record is not as it was."""

    said: str
    do: str
    icon: str
    fine: bool
    received: str
    index: int | None
    entry: str
    leaf: str
    size: int
    witnesses: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessShown:
    """A witness: when it last signed, and how far it had seen the log; or what it objects."""

    name: str
    said: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogShown:
    """How the log stands, in words."""

    size: int
    root: str
    witnesses: tuple[WitnessShown, ...]
    vouched: str
    waiting: str
    verified: str
    verified_icon: str


def place_shown(place: Kept, writer: str, reader: str, names: Names) -> PlaceShown:
    """A receipt in a list."""
    hand = practitioner_of(writer)
    by = names.practitioner(hand) if hand else ""
    if not by:
        by = _("your agency's system") if is_system(writer) else ""
    own = bool(hand) and hand == reader
    return PlaceShown(entry=place.entry, index=place.index, at=moment(place.at), by=by, own=own)


def checked_shown(checked: Checked, stands: Standing) -> CheckedShown:
    """What a receipt tells."""
    receipt = checked.receipt
    unread = checked.tells in {Tells.UNREADABLE, Tells.NOT_SIGNED}
    return CheckedShown(
        said=str(_TELLS[checked.tells]),
        do="" if checked.fine else str(_DO.get(checked.tells, _ALARM)),
        icon="open" if checked.fine else "soon" if unread else "overdue",
        fine=checked.fine,
        received=moment(receipt.received) if receipt else "",
        index=receipt.index if receipt else None,
        entry=receipt.entry if receipt else "",
        leaf=to_base64(receipt.leaf) if receipt else "",
        size=checked.size,
        witnesses=_witnesses(checked, stands),
        why=checked.why,
    )


def _witnesses(checked: Checked, stands: Standing) -> str:
    """Who outside saw the place of a receipt; empty where it was not found to hold."""
    receipt = checked.receipt
    if not checked.fine or receipt is None:
        return ""
    if not stands.quorum:
        return _("No witness outside is named: your receipt itself is the only proof outside the record.")
    if checked.quorum or receipt.index < stands.witnessed_to:
        names = ", ".join(name for name, _at in checked.seen) or ", ".join(
            each.witness for each in stands.seen
        )
        return _("Witnesses outside have signed a log that takes it in: %s.") % names
    return _("The witnesses have not signed since it came in. They are asked every minute.")


def log_shown(
    witnessed: Witnessed, stands: Standing, names: tuple[str, ...], verified: LastVerified | None
) -> LogShown:
    """How the log stands, with each witness that is named."""
    waiting = ""
    if stands.quorum and stands.since is not None:
        waiting = _("The first entry that they have not seen yet came in at %s.") % moment(stands.since)
    return LogShown(
        size=witnessed.checkpoint.size,
        root=to_base64(witnessed.checkpoint.root),
        witnesses=tuple(_witness(name, stands) for name in names),
        vouched=_vouched(stands),
        waiting=waiting,
        verified=_verified(verified),
        verified_icon="open" if verified and not verified.faults else "overdue" if verified else "soon",
    )


def _vouched(stands: Standing) -> str:
    if not stands.quorum:
        return _(
            "Nobody outside is asked to witness this record. Whoever runs it could put it back to an old "
            "copy, and only the receipts that agencies hold would show it."
        )
    return _(
        "%(quorum)d of the witnesses together vouch for the first %(to)d of %(size)d entries: nobody can "
        "alter those unseen, not even whoever runs the record."
    ) % {"quorum": stands.quorum, "to": stands.witnessed_to, "size": stands.size}


def _witness(name: str, stands: Standing) -> WitnessShown:
    for objection in stands.objections:
        if objection.witness == name:
            said = _("objects since %(at)s: “%(said)s”") % {
                "at": moment(objection.at),
                "said": objection.said,
            }
            return WitnessShown(name=name, said=said, icon="overdue")
    for seen in stands.seen:
        if seen.witness == name:
            said = _("signed %(size)d entries at %(at)s") % {"size": seen.size, "at": moment(seen.at)}
            return WitnessShown(name=name, said=said, icon="open")
    return WitnessShown(name=name, said=_("has signed nothing yet"), icon="soon")


def _verified(last: LastVerified | None) -> str:
    if last is None:
        return _(
            "The whole log has not been read through yet. Whoever runs the record does it by heeded verify."
        )
    told = {"at": moment(last.at), "leaves": last.leaves, "faults": last.faults}
    if last.faults:
        return _("Read through at %(at)s: %(faults)d of %(leaves)d entries are not as they were.") % told
    return _("Read through at %(at)s: %(leaves)d entries, and none was altered.") % told
