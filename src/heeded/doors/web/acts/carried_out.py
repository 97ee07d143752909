"""An act carried out in the visitor's name from a form, and why one was not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from heeded.bootstrap import acting
from heeded.casework.acting import By, Desk, NothingThere, Refused
from heeded.core.access import Stated
from heeded.doors.web.page import Visitor
from heeded.doors.web.purpose.kept import kept_for


@dataclass(frozen=True, slots=True)
class NotDone:
    """Why an act was not done, in words; `hidden` where there is nothing that the visitor may know of."""

    why: str
    hidden: bool = False


def carried_out(
    request: HttpRequest,
    visitor: Visitor,
    child: str,
    named: str,
    act: Callable[[By, Desk], object],
    stated: Stated | None = None,
) -> NotDone | None:
    """Do it, under the name of this one act; None where it is done, and the next page says so.

    For the purpose for which the visitor opened the child's record within the hour or, where they have not,
    for the one given.
    """
    why = kept_for(request, child, visitor.now) or stated
    by = By(actor=visitor.actor, request=named, now=visitor.now, post=visitor.post, stated=why)
    try:
        act(by, acting.desk())
    except NothingThere:
        return NotDone(_("There is nothing here that you could do."), hidden=True)
    except Refused as wrong:
        return NotDone(str(wrong))
    messages.success(request, _("It stands in the record."))
    return None
