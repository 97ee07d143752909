"""Hold a meeting: who took part, what was decided and why, who does it and by when; and send it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from heeded.casework.acting import Act, By, Desk, Done, Telling, Unfit, carry_out
from heeded.casework.acting.looking_on import looking_on
from heeded.casework.invariants import counting
from heeded.casework.judging.gates import Gates
from heeded.casework.judging.judge import AsKnown, Judged
from heeded.core.access import Operation, RecordClass
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import own
from heeded.core.chronology.vocabulary import kind
from heeded.core.chronology.when import When
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import Content

MEETINGS = (
    *("strategy discussion", "child protection meeting", "pre-discharge meeting", "initial conference"),
    *("review conference", "core group", "looked-after review", "pre-proceedings meeting"),
)
"""The kinds of event that are meetings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting as it was held; what its kind has no field for is left out.

    `attended_by` and `absent_but_heard` are roles as the vocabulary names them. A meeting without a
    decision is written down as one: that it has none is then a finding of its own. `more` holds further
    fields of its kind, such as the outcome, or whether it was quorate.
    """

    kind: str
    child: str
    attended_by: frozenset[str]
    absent_but_heard: frozenset[str] = frozenset()
    decision: str = ""
    reason: str = ""
    owner: str = ""
    date: date | None = None
    contingency: str = ""
    held_as: str = ""
    happened: When | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, Fact] = field(default_factory=dict)

    def told(self, agency: str, request: str) -> Telling:
        """The meeting as the agency that writes it down tells it, with a key of its own if it has none."""
        known = {each.name for each in kind(self.kind).fields}
        given = {
            "attended by": self.attended_by,
            "absent but heard": self.absent_but_heard,
            "decision": self.decision,
            "reason": self.reason,
            "owner": self.owner,
            "date": self.date,
            "contingency": self.contingency,
            "held as": self.held_as,
        }
        facts: dict[str, Fact] = {name: value for name, value in given.items() if value and name in known}
        keys = dict(self.keys)
        if "meeting" in kind(self.kind).keys:
            keys.setdefault("meeting", own(agency, f"meeting {request}"))
        return Telling(
            kind=self.kind, child=self.child, happened=self.happened, keys=keys, facts={**facts, **self.more}
        )


def hold_meeting(meeting: Meeting, by: By, desk: Desk) -> Done:
    """Write a meeting down; what it lacks by the agreements comes back among what was broken."""
    told = _told(meeting, by)
    act = Act(
        verb="hold meeting",
        operation=Operation.RECORD,
        record=RecordClass.OWN_ENTRY,
        told=told,
        keys={name: value for name, value in told.keys.items() if name == "meeting"},
    )
    return carry_out(act, by, desk)


def send_minutes(child: str, meeting: str, by: By, desk: Desk) -> Done:
    """Write down that what a meeting (by its key) decided was sent to everybody who has to know."""
    told = Telling(kind="minutes sent", child=child, keys={"meeting": meeting})
    act = Act(verb="send minutes", operation=Operation.RECORD, record=RecordClass.OWN_ENTRY, told=told)
    return carry_out(act, by, desk)


def meeting_lacks(meeting: Meeting, by: By, desk: Desk) -> tuple[Judged, ...]:
    """What a meeting would lack by the agreements if it were written down so: quorum, decision, owner."""
    told = _told(meeting, by)
    with looking_on(told, Operation.DECIDE, RecordClass.WORKLIST, by, desk) as under:
        contents = Gates(_contents(desk.handbook))
        return contents.in_the_way(under.proposed(told), counting(under.chronology), AsKnown(by.now))


def _told(meeting: Meeting, by: By) -> Telling:
    if meeting.kind not in MEETINGS:
        raise Unfit(f"“{meeting.kind}”", "it is no meeting", f"Meetings: {', '.join(MEETINGS)}")
    return meeting.told(by.actor.agency, by.request)


def _contents(handbook: Handbook) -> Handbook:
    """The handbook's rules on what a record must say."""
    return replace(handbook, rules=tuple(rule for rule in handbook.rules if isinstance(rule.form, Content)))
