"""The ways into the demonstration: a signed link signs in one of its invented practitioners."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from heeded.doors.web.page import nothing

SALT = "heeded.demo"
"""What the links are signed with beside the deployment's key."""
GOOD_FOR = 24 * 3600
"""For how many seconds a link is good."""
_BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_safe
def sign_in(request: HttpRequest, signed: str) -> HttpResponse:
    """Sign in whom the link names; there is nothing here outside the demonstration.

    Nobody who has a password can be signed in so: they are not of the demonstration.
    """
    if not settings.DEMO:
        return nothing(request)
    try:
        named = signing.loads(signed, salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return nothing(request)
    found = get_user_model().objects.filter(pk=str(named), is_active=True).first()
    if found is None or found.has_usable_password():
        return nothing(request)
    login(request, found, _BACKEND)
    return redirect("web:my-list")
