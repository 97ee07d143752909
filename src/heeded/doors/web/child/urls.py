"""The addresses of a child's record, and of what is done from it."""

from django.urls import URLPattern, path

from heeded.doors.web.child import allocation, asking, child, disagreements, letters, walls
from heeded.doors.web.child.parts import (
    access,
    accounts,
    chronology,
    family,
    injuries,
    now,
    plan,
    requests,
    unknown,
)

urlpatterns: list[URLPattern] = [
    path("children/<uuid:child>", now.now, name="child"),
    path("children/<uuid:child>/chronology", chronology.chronology, name="child-chronology"),
    path("children/<uuid:child>/chronology/<uuid:entry>", chronology.chronology, name="entry"),
    path("children/<uuid:child>/injuries", injuries.injuries, name="child-injuries"),
    path("children/<uuid:child>/accounts", accounts.accounts, name="child-accounts"),
    path("children/<uuid:child>/access", access.access, name="child-access"),
    path("children/<uuid:child>/family", family.family, name="child-family"),
    path("children/<uuid:child>/plan", plan.plan, name="child-plan"),
    path("children/<uuid:child>/unknown", unknown.unknown, name="child-unknown"),
    path("children/<uuid:child>/requests", requests.requests, name="child-requests"),
    path("children/<uuid:child>/purpose/<slug:then>", child.state_purpose, name="purpose"),
    path("children/<uuid:child>/change-purpose", child.change_purpose, name="change-purpose"),
    path("children/<uuid:child>/allocation", allocation.allocation, name="allocation"),
    path("children/<uuid:child>/ask", asking.ask, name="ask"),
    path("children/<uuid:child>/answer", asking.answer, name="answer"),
    path("children/<uuid:child>/shield", walls.shield, name="shield"),
    path("children/<uuid:child>/letter", letters.letter, name="letter"),
    path("children/<uuid:child>/connected", walls.connected, name="connected"),
    path("children/<uuid:child>/disagree/<uuid:entry>", disagreements.disagree_with, name="disagree"),
    path("children/<uuid:child>/disagreement", disagreements.disagreement, name="disagreement"),
]
