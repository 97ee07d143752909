"""Who is there is asked again before what weighs more than most."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, cast

from allauth.account.decorators import reauthentication_required
from django.http import HttpResponse

P = ParamSpec("P")


def asked_again(view: Callable[P, HttpResponse]) -> Callable[P, HttpResponse]:
    """A page for those who showed their password or second factor in the last five minutes.

    Others are asked for it, and go on from there.
    """
    return cast("Callable[P, HttpResponse]", reauthentication_required(view))
