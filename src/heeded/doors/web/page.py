"""What every page shares: who is here, no store in between, and one answer for whatever is not there."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from heeded.bootstrap import door
from heeded.casework.looking import NotRecorded
from heeded.casework.ports.room import NoRoom
from heeded.core.access import Actor

P = ParamSpec("P")
NO_STORE = "no-store"


@dataclass(frozen=True, slots=True)
class Visitor:
    """The practitioner who is here: as the policy knows them, what they are, and when (seconds UTC)."""

    actor: Actor
    post: str
    now: int


View = Callable[Concatenate[HttpRequest, Visitor, P], HttpResponse]


def for_practitioners(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page for those who have signed in; others are asked to. No browser or proxy keeps it.

    Where a look cannot be recorded nothing is shown: the page says so, and asks to try again.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, /, *args: P.args, **named: P.kwargs) -> HttpResponse:
        visitor = _visitor(request)
        if visitor is None:
            return redirect_to_login(request.get_full_path())
        try:
            answer = view(request, visitor, *args, **named)
        except NotRecorded:
            answer = page(request, "web/not_now.html", status=503)
            answer["Retry-After"] = "5"
        except NoRoom as wrong:
            answer = page(request, "web/refused.html", {"why": f"{wrong}.", "do": ""}, status=507)
            answer["Retry-After"] = "600"
        answer["Cache-Control"] = NO_STORE
        return answer

    return wrapped


def page(
    request: HttpRequest, template: str, context: Mapping[str, object] | None = None, status: int = 200
) -> HttpResponse:
    """A page as HTML."""
    return render(request, template, dict(context or {}), status=status)


def nothing(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """What is answered of whatever does not exist, and of whatever is hidden: the same bytes."""
    answer = page(request, "web/nothing.html", {"nowhere": True}, status=404)
    answer["Cache-Control"] = NO_STORE
    return answer


def refused(request: HttpRequest, why: str, do: str = "") -> HttpResponse:
    """Why it is not done or shown, and what to do about it."""
    return page(request, "web/refused.html", {"why": why, "do": do}, status=403)


def _visitor(request: HttpRequest) -> Visitor | None:
    if not request.user.is_authenticated:
        return None
    known = door.practitioner(str(request.user.pk))
    if known is None:
        logout(request)
        return None
    return Visitor(known.actor, known.post, int(time.time()))
