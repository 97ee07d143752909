"""The addresses of recording."""

from django.urls import URLPattern, path

from heeded.doors.web.recording import drafts, report, sent, together, who

urlpatterns: list[URLPattern] = [
    path("children/<uuid:child>/record", report.begin, name="record"),
    path("record", report.begin, name="record-new"),
    path("record/<uuid:draft>", report.report, name="report"),
    path("record/<uuid:draft>/who", who.who, name="report-who"),
    path("record/<uuid:draft>/shared", together.share, name="report-shared"),
    path("record/<uuid:draft>/there", together.there, name="report-there"),
    path("record/<uuid:draft>/sent", sent.report_sent, name="report-sent"),
    path("children/<uuid:child>/record/kinds", drafts.choose, name="record-kind"),
    path("record/kinds", drafts.choose, name="record-kind-new"),
    path("drafts", drafts.listed, name="drafts"),
    path("drafts/<uuid:draft>", drafts.draft, name="draft"),
]
