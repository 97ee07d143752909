"""The addresses of the handbook."""

from django.urls import URLPattern, path

from heeded.doors.web.handbook import changes, chapter, contents, rule

urlpatterns: list[URLPattern] = [
    path("handbook", contents.contents, name="handbook"),
    path("handbook/chapters/<str:address>", chapter.chapter, name="handbook-chapter"),
    path("handbook/rules/<str:name>", rule.rule, name="handbook-rule"),
    path("handbook/editions/<str:edition>", changes.changes, name="handbook-changes"),
]
