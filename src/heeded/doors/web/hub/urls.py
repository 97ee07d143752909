"""The addresses of the hub's pages."""

from django.urls import URLPattern, path

from heeded.doors.web.hub import board, escalation, hand_overs

urlpatterns: list[URLPattern] = [
    path("hub", board.board, name="hub"),
    path("hub/hand-overs", hand_overs.hand_overs, name="hub-hand-overs"),
    path("hub/escalation", escalation.escalation, name="hub-escalation"),
]
