"""The addresses of recording."""

from django.urls import URLPattern, path

from heeded.doors.web.recording import drafts

urlpatterns: list[URLPattern] = [
    path("children/<uuid:child>/record", drafts.choose, name="record"),
    path("record", drafts.choose, name="record-new"),
    path("drafts", drafts.listed, name="drafts"),
    path("drafts/<uuid:draft>", drafts.draft, name="draft"),
]
