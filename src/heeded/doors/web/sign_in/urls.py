"""The addresses of signing in: allauth's, without those by which accounts would make or change themselves."""

from __future__ import annotations

from allauth.account.views import password_reset_from_key
from django.urls import include, path, re_path

from heeded.doors.web.page import nothing

SHUT = ("signup/", "email/", "confirm-email/", "password/set/", "3rdparty/signup/", "social/signup/")
"""What allauth offers and an agency's administrator does instead; there is nothing at these addresses."""

SETTING = (
    r"^password/reset/key/(?P<uidb36>[0-9A-Za-z_-]+)-(?P<key>[0-9a-z]{1,13}-[0-9a-f]{32,64}|set-password)/$"
)
"""Where a password is set: allauth's own address takes ids without hyphens and underlines alone."""

urlpatterns = [
    *(re_path(f"^{each}", nothing) for each in SHUT),
    path("3rdparty/", nothing),
    path("social/connections/", nothing),
    re_path(SETTING, password_reset_from_key, name="account_reset_password_from_key"),
    path("", include("allauth.urls")),
]
