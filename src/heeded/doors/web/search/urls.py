"""The address of the search."""

from django.urls import URLPattern, path

from heeded.doors.web.search import find

urlpatterns: list[URLPattern] = [
    path("find", find.find, name="find"),
]
