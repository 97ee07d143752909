"""Who is there is asked again before what weighs more than most, where a session and no credential asks."""

from __future__ import annotations

from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from django.http import HttpRequest
from django.urls import reverse

from heeded.doors.api.caller import caller_of
from heeded.doors.api.problem import Kind, Problem


def asked_again(request: HttpRequest) -> None:
    """Let pass a system's credential, and a session that showed who it is in the last five minutes.

    Problem says to any other where to show it.
    """
    if not caller_of(request).through and is_reauthentication_required(request, app=""):
        said = f"Show your password or second factor again at {reverse('account_reauthenticate')}"
        raise Problem(Kind.NOT_ALLOWED, f"{said}, and send this again within five minutes")
