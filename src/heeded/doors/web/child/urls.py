"""The addresses of a child's record, and of what is done from it."""

from django.urls import URLPattern, path

from heeded.doors.web.child import allocation, asking, child, disagreements, walls

urlpatterns: list[URLPattern] = [
    path("children/<uuid:child>", child.child, name="child"),
    path("children/<uuid:child>/purpose/<slug:then>", child.state_purpose, name="purpose"),
    path("children/<uuid:child>/change-purpose", child.change_purpose, name="change-purpose"),
    path("children/<uuid:child>/allocation", allocation.allocation, name="allocation"),
    path("children/<uuid:child>/ask", asking.ask, name="ask"),
    path("children/<uuid:child>/answer", asking.answer, name="answer"),
    path("children/<uuid:child>/shield", walls.shield, name="shield"),
    path("children/<uuid:child>/connected", walls.connected, name="connected"),
    path("children/<uuid:child>/disagree/<uuid:entry>", disagreements.disagree_with, name="disagree"),
    path("children/<uuid:child>/disagreement", disagreements.disagreement, name="disagreement"),
]
