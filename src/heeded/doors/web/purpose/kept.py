"""The purposes that somebody has stated in this sitting: for each child apart, and for an hour."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from heeded.bootstrap import looking
from heeded.core.access import Actor, Operation, Stated

GOOD_FOR = 3600
"""For how many seconds a purpose stated for a child is good: then it is asked for anew."""
MOST = 50
"""Of how many children at most: the first stated is forgotten first."""
_KEPT = "purposes"


def keep(request: HttpRequest, child: str, stated: Stated, now: int) -> None:
    """Keep what was stated for a child."""
    kept: dict[str, dict[str, Any]] = {
        name: about for name, about in request.session.get(_KEPT, {}).items() if name != child
    }
    kept[child] = {
        "purpose": stated.purpose.id,
        "basis": stated.basis.id,
        "reason": stated.reason,
        "at": now,
    }
    request.session[_KEPT] = dict(list(kept.items())[-MOST:])


def forget(request: HttpRequest, child: str) -> None:
    """Forget what was stated for a child."""
    request.session[_KEPT] = {
        name: about for name, about in request.session.get(_KEPT, {}).items() if name != child
    }


def kept_for(request: HttpRequest, child: str, now: int) -> Stated | None:
    """What was stated for a child within the hour; None where nothing was."""
    about = request.session.get(_KEPT, {}).get(child)
    if about is None or now - about["at"] > GOOD_FOR:
        return None
    return looking.stated(about["purpose"], about["basis"], about["reason"])


def usual(actor: Actor, operation: Operation = Operation.READ) -> Stated | None:
    """The purpose for which somebody looks at what is their own agency's; None where they may state none."""
    purposes = looking.open_to(actor, operation)
    if not purposes:
        return None
    found = next((each for each in purposes if each.id == looking.AT_WORK), purposes[0])
    return looking.stated(found.id)
