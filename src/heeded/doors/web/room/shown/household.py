"""Who lives with a child and who else has access, with the days between which they did."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from heeded.casework.looking import Opened
from heeded.core.chronology.household import Stay
from heeded.core.evidence.seen import Seen
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.people import born, name


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberShown:
    """A person of the record: who, whether grown up, and how they came to be with the child, with days."""

    id: str
    name: str
    born: str
    adult: bool
    stays: tuple[str, ...]


def household(opened: Opened, seen: Seen) -> tuple[MemberShown, ...]:
    """Everybody whom the opened record is about: the child first, then other children, then adults."""
    people = opened.whole.people
    order = sorted(people.values(), key=lambda each: (each.id != opened.child, each.adult, each.name))
    return tuple(
        MemberShown(
            id=each.id,
            name=name(each),
            born=born(each),
            adult=each.adult,
            stays=(
                *(_stay(_("in the household"), stay) for stay in seen.households if stay.person == each.id),
                *(
                    _stay(_("had access to %s") % name(people.get(stay.group)), stay)
                    for stay in seen.access
                    if stay.person == each.id
                ),
            ),
        )
        for each in order
    )


def _stay(how: str, stay: Stay) -> str:
    since = moments.happened(stay.begin.happened)
    if stay.end is None:
        return _("%(how)s since %(since)s, with no end recorded") % {"how": how, "since": since}
    return _("%(how)s from %(since)s to %(until)s") % {
        "how": how,
        "since": since,
        "until": moments.happened(stay.end.happened),
    }
