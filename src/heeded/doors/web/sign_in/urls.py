"""The addresses of signing in: allauth's, without those by which accounts would make or change themselves."""

from __future__ import annotations

from django.urls import include, path, re_path

from heeded.doors.web.page import nothing

SHUT = ("signup/", "email/", "confirm-email/", "password/set/", "3rdparty/signup/", "social/signup/")
"""What allauth offers and an agency's administrator does instead; there is nothing at these addresses."""

urlpatterns = [
    *(re_path(f"^{each}", nothing) for each in SHUT),
    path("3rdparty/", nothing),
    path("social/connections/", nothing),
    path("", include("allauth.urls")),
]
