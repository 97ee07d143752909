"""The addresses of pages."""

from django.urls import URLPattern, URLResolver, path

from heeded.doors.web.pages import (
    allocation,
    asking,
    child,
    disagreements,
    drafts,
    find,
    glass,
    looks,
    my_list,
    notices,
    walls,
)
from heeded.doors.web.sign_in import demo
from heeded.doors.web.static_files import static_file

app_name = "web"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", my_list.my_list, name="my-list"),
    path("list/<uuid:line>/read", my_list.read, name="line-read"),
    path("find", find.find, name="find"),
    path("children/<uuid:child>", child.child, name="child"),
    path("children/<uuid:child>/purpose/<slug:then>", child.state_purpose, name="purpose"),
    path("children/<uuid:child>/change-purpose", child.change_purpose, name="change-purpose"),
    path("children/<uuid:child>/break-glass", glass.broken, name="break-glass"),
    path("children/<uuid:child>/allocation", allocation.allocation, name="allocation"),
    path("children/<uuid:child>/ask", asking.ask, name="ask"),
    path("children/<uuid:child>/answer", asking.answer, name="answer"),
    path("children/<uuid:child>/looks", looks.looks, name="looks"),
    path("children/<uuid:child>/shield", walls.shield, name="shield"),
    path("children/<uuid:child>/connected", walls.connected, name="connected"),
    path("children/<uuid:child>/disagree/<uuid:entry>", disagreements.disagree_with, name="disagree"),
    path("children/<uuid:child>/disagreement", disagreements.disagreement, name="disagreement"),
    path("children/<uuid:child>/record", drafts.choose, name="record"),
    path("record", drafts.choose, name="record-new"),
    path("drafts", drafts.listed, name="drafts"),
    path("drafts/<uuid:draft>", drafts.draft, name="draft"),
    path("glasses", glass.awaiting, name="glasses"),
    path("glasses/<uuid:glass>/review", glass.review, name="glass-review"),
    path("notices", notices.listed, name="notices"),
    path("notices/read", notices.read, name="notices-read"),
    path("notices/<uuid:notice>/", notices.one, name="notice"),
    path("demo/sign-in/<str:signed>", demo.sign_in, name="demo-sign-in"),
    path("static/<path:name>", static_file, name="static"),
]
