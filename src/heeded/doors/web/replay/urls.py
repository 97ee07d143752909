"""The addresses of replays."""

from django.urls import URLPattern, path

from heeded.doors.web.replay import recorded, stories

urlpatterns: list[URLPattern] = [
    path("replay", stories.stories, name="replays"),
    path("replay/stories/<slug:name>", stories.story, name="replay-story"),
    path("replay/stories/<slug:name>/<int:number>", stories.step, name="replay-story-step"),
    path("replay/children/<uuid:child>", recorded.beginning, name="replay-record"),
    path("replay/children/<uuid:child>/why", recorded.why, name="replay-why"),
    path("replay/children/<uuid:child>/<int:number>", recorded.step, name="replay-record-step"),
]
