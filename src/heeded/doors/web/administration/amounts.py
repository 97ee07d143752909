"""The amounts that the handbook agrees: what each is, from which day, in which area, and on what source."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from heeded import bootstrap
from heeded.bootstrap.signing import administering
from heeded.casework.administering import permitted
from heeded.core.chronology.when import local
from heeded.core.procedures.amount import Amount, Unit
from heeded.doors.web.administration.done import by, for_administrators
from heeded.doors.web.page import Visitor, page
from heeded.doors.web.shown.moments import day


@require_safe
@for_administrators
def amounts(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Every amount with its dated lines. They are changed in the handbook, never here: the page says why."""
    permitted(administering.desk(), by(visitor), visitor.actor.agency)
    handbook, today = bootstrap.open_handbook(), local(visitor.now).date()
    rows = [
        {
            "name": each.name,
            "lines": [
                {
                    "since": day(line.since),
                    "amount": in_words(line.amount),
                    "area": line.area,
                    "source": line.source,
                    "unverified": line.unverified,
                    "now": each.on(today, line.area) == line.amount and line.since <= today,
                }
                for line in each.lines
            ],
        }
        for each in handbook.amounts.values()
    ]
    return page(request, "web/administration/amounts.html", {"amounts": rows})


def in_words(amount: Amount) -> str:
    """An amount as the handbook writes it: 15 working days, the same day."""
    if amount.unit is Unit.SAME_DAY:
        return str(amount.unit)
    return f"{amount.number} {amount.unit}" + ("" if amount.number == 1 else "s")
