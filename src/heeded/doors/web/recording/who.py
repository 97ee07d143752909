"""Search as you type: the children of one's own list by name, and a number or reference exactly as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from heeded.bootstrap import looking
from heeded.casework.looking import NothingThere, Refused, by_number, by_reference, own_children
from heeded.core.chronology.identifiers import checked, plain
from heeded.core.chronology.report import NHS_NUMBER, UPN, Identifier
from heeded.doors.web.page import Visitor, for_practitioners, page
from heeded.doors.web.purpose.kept import usual
from heeded.doors.web.recording.report_form import NEW
from heeded.doors.web.shown.people import born, name

_NHS = re.compile(r"[\d -]{10,14}")
_UPN = re.compile(r"[A-Za-z]\d{11}[\dA-Za-z]")


@dataclass(frozen=True, slots=True)
class Offered:
    """Somebody whom a report may be about: the person's id, who they are in words, how they were found."""

    child: str
    label: str
    how: str = ""


@require_POST
@for_practitioners
def who(request: HttpRequest, visitor: Visitor, draft: UUID) -> HttpResponse:
    """Whom the words in the field may mean, as a fragment; who was chosen before stays chosen."""
    return page(request, "web/recording/who.html", {**sought(request, visitor), "draft": draft})


def sought(request: HttpRequest, visitor: Visitor) -> dict[str, object]:
    """Whom the words in the field may mean, and who was chosen before."""
    words, about = request.POST.get("sought", "").strip()[:100], request.POST.get("about", "")
    offered, said = _found(visitor, words) if len(words) > 1 else ([], "")
    label = request.POST.get(f"label-{about}", "")
    if about and about != NEW and label and about not in {each.child for each in offered}:
        offered = [Offered(about, label, _("chosen")), *offered]
    return {"offered": offered, "about": about, "said": said, "sought": words}


def _found(visitor: Visitor, sought: str) -> tuple[list[Offered], str]:
    """Those who are meant, and what is to be said of the search."""
    desk, actor, stated = looking.desk(), visitor.actor, usual(visitor.actor)
    if not any(each.isdigit() for each in sought):
        mine = own_children(desk, actor, sought, visitor.now, stated)
        if isinstance(mine, Refused):
            return [], mine.why
        found = [
            Offered(each.id, ", ".join(filter(None, (name(each), born(each)))), _("on your agency’s list"))
            for each in mine.children
        ]
        return found, _(
            "Your agency’s list is long: not all of it was searched. Use a number."
        ) if mine.cut_short else ""
    system = NHS_NUMBER if _NHS.fullmatch(sought) else UPN if _UPN.fullmatch(sought) else ""
    if not system:
        held = by_reference(desk, actor, sought, visitor.now, stated)
        how = _("your agency’s reference %s") % sought
    else:
        number = plain(Identifier(system, sought))
        if why := checked(number):
            return [], f"{why[:1].upper()}{why[1:]}."
        held = by_number(desk, actor, number, visitor.now, stated)
        how = f"{system} {sought}"
    if isinstance(held, Refused):
        return [], held.why
    if isinstance(held, NothingThere):
        return [], ""
    return [Offered(each.child, _("The child with %s") % how, _known(each.contacts)) for each in held], ""


def _known(contacts: object) -> str:
    agencies = ", ".join(dict.fromkeys(each.agency.name for each in contacts))  # type: ignore[attr-defined] # contacts
    return _("known to %s") % agencies if agencies else ""
