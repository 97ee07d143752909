"""The addresses of all doors."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("api/", include("heeded.doors.api.urls")),
    path("account/", include("heeded.doors.web.sign_in.urls")),
    path("", include("heeded.doors.web.urls")),
]
