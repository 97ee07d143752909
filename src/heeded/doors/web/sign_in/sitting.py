"""A sitting: from signing in until signing out, a pause too long, or the day's end; with a second factor."""

from __future__ import annotations

import time
from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

PAUSE = 30 * 60
"""After how many seconds without a request a sitting ends (trust.md, A5)."""
LONGEST = 12 * 3600
"""After how many seconds a sitting ends whatever happens in it."""
_NOTED = 60
_SINCE, _LAST = "sitting since", "sitting last"
_SIGNING_IN = "/account/"
_API = "/api/"
_FILES = "/static/"


class Sitting:
    """Middleware that ends a sitting in time, and lets nobody further who lacks a second factor.

    No browser or proxy keeps what somebody signed in was answered.

    Somebody who was deactivated is nobody at their next request already: Django looks them up each time.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, or ask for what is missing first."""
        if request.path.startswith(_FILES) or not request.user.is_authenticated:
            return self.get_response(request)
        if _over(request, int(time.time())):
            logout(request)
        elif not request.path.startswith(_SIGNING_IN) and _lacks_second_factor(request):
            if not request.path.startswith(_API):
                return redirect("mfa_index")
            request.user = AnonymousUser()
        answer = self.get_response(request)
        answer.headers["Cache-Control"] = "no-store"
        return answer


def _over(request: HttpRequest, now: int) -> bool:
    """Whether the sitting has ended at a moment (seconds UTC); notes that it goes on, once a minute."""
    session = request.session
    since, last = session.get(_SINCE, now), session.get(_LAST, now)
    if now - last > PAUSE or now - since > LONGEST:
        return True
    if _LAST not in session or now - last >= _NOTED:
        session[_SINCE], session[_LAST] = since, now
    return False


def _lacks_second_factor(request: HttpRequest) -> bool:
    return bool(getattr(settings, "SECOND_FACTOR_FOR_ALL", True)) and not is_mfa_enabled(request.user)
