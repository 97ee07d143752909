"""The addresses of the household pack and of strategy discussions."""

from django.urls import URLPattern, path

from heeded.doors.web.room import calling, closing, discussion, minutes, opened, pack, telling

_ALL = "children/<uuid:child>/discussions"
_ONE = f"{_ALL}/<uuid:which>"

urlpatterns: list[URLPattern] = [
    path("children/<uuid:child>/pack", pack.pack, name="pack"),
    path(f"{_ALL}/purpose/<slug:then>", opened.state_purpose, name="room-purpose"),
    path(_ALL, calling.discussions_of, name="discussions"),
    path(_ONE, discussion.discussion, name="discussion"),
    path(f"{_ONE}/news", discussion.news_of, name="discussion-news"),
    path(f"{_ONE}/draft", telling.draft, name="discussion-draft"),
    path(f"{_ONE}/tell", telling.tell, name="discussion-tell"),
    path(f"{_ONE}/close", closing.close, name="discussion-close"),
    path(f"{_ONE}/minutes", minutes.minutes, name="discussion-minutes"),
    path(f"{_ONE}/minutes/send", minutes.send, name="discussion-send"),
]
