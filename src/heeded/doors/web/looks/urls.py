"""The addresses of who looked, and of looks without standing."""

from django.urls import URLPattern, path

from heeded.doors.web.looks import glass, looks

urlpatterns: list[URLPattern] = [
    path("children/<uuid:child>/looks", looks.looks, name="looks"),
    path("children/<uuid:child>/break-glass", glass.broken, name="break-glass"),
    path("glasses", glass.awaiting, name="glasses"),
    path("glasses/<uuid:glass>/review", glass.review, name="glass-review"),
]
