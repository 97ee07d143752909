"""The addresses of what somebody owes, and of what awaits them."""

from django.urls import URLPattern, path

from heeded.doors.web.worklist import cover, my_list, notices

urlpatterns: list[URLPattern] = [
    path("", my_list.my_list, name="my-list"),
    path("list/<uuid:line>/read", my_list.read, name="line-read"),
    path("cover", cover.arrange, name="cover"),
    path("notices", notices.listed, name="notices"),
    path("notices/read", notices.read, name="notices-read"),
    path("notices/<uuid:notice>/", notices.one, name="notice"),
]
