"""Now: who leads, who owes what by when, what is in force, what is open, and what came in last."""

from __future__ import annotations

from collections.abc import Mapping

from heeded import bootstrap
from heeded.casework.looking.within.in_the_way import in_the_way
from heeded.casework.looking.within.told import told
from heeded.doors.web.child.parts.part import NOW, Read, part
from heeded.doors.web.child.shown.chronology import Telling, in_words
from heeded.doors.web.child.shown.disagreements import disagreements_shown
from heeded.doors.web.child.shown.gates import gates_shown
from heeded.doors.web.child.shown.plan import Plans
from heeded.doors.web.shown.few import few
from heeded.doors.web.shown.line import folded, matters

LAST, LINES = 5, 20
"""How many of the last events, and of what is owed, stand there at first."""


@part(NOW)
def now(read: Read) -> Mapping[str, object]:
    """The record at a glance: all else is a part of its own."""
    opened, names, moment = read.opened, read.names, read.visitor.now
    plans = Plans(opened, names, moment)
    contacts = {contact.agency.id: contact for contact in opened.contacts}
    disagreements = disagreements_shown(opened, names)
    last = told(opened)[:LAST]
    owed = few(matters(opened.owed), LINES, read.request)
    return {
        "leads": [(names.agency(agency), names.practitioner(who)) for agency, who in opened.carried_by],
        "owed": [folded(each, opened.whole.people, names, moment) for each in owed.shown],
        "owed_few": owed,
        "gates": gates_shown(in_the_way(opened, bootstrap.open_handbook(), moment)),
        "in_force": plans.in_force(),
        "decided": plans.latest(),
        "disagreements": [each for each in disagreements if each.settled is None],
        "settled": sum(1 for each in disagreements if each.settled is not None),
        "events": in_words(last, Telling(opened=opened, reader=read.visitor.actor.agency, names=names)),
        "withheld": [
            (names.agency(agency), contacts.get(agency), count)
            for agency, count in sorted(opened.withheld.items())
        ],
        "contacts": opened.contacts,
        "elsewhere": opened.elsewhere,
    }
