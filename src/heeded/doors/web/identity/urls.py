"""The addresses of the pages on who is who."""

from django.urls import URLPattern, path

from heeded.doors.web.identity import check, checks, person, second, undone

urlpatterns: list[URLPattern] = [
    path("identity", checks.checks, name="identity"),
    path("identity/<uuid:act>", check.check, name="identity-check"),
    path("identity/undo/<uuid:act>", undone.undone, name="identity-undo"),
    path("identity/second/<uuid:act>", second.second, name="identity-second"),
    path("identity/of/<uuid:child>", person.person, name="identity-of"),
]
