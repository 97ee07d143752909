"""The addresses of pages, area by area."""

from django.urls import URLPattern, URLResolver, path
from django.views.i18n import set_language

from heeded.doors.web.acts.urls import urlpatterns as acts
from heeded.doors.web.administration.urls import urlpatterns as administration
from heeded.doors.web.child.urls import urlpatterns as child
from heeded.doors.web.family.urls import urlpatterns as family
from heeded.doors.web.handbook.urls import urlpatterns as handbook
from heeded.doors.web.hub.urls import urlpatterns as hub
from heeded.doors.web.identity.urls import urlpatterns as identity
from heeded.doors.web.looks.urls import urlpatterns as looks
from heeded.doors.web.receipts.urls import urlpatterns as receipts
from heeded.doors.web.recording.urls import urlpatterns as recording
from heeded.doors.web.replay.urls import urlpatterns as replay
from heeded.doors.web.room.urls import urlpatterns as room
from heeded.doors.web.search.urls import urlpatterns as search
from heeded.doors.web.sign_in import demo
from heeded.doors.web.static_files import static_file
from heeded.doors.web.worklist.urls import urlpatterns as worklist

app_name = "web"
urlpatterns: list[URLPattern | URLResolver] = [
    *worklist,
    *acts,
    *child,
    *recording,
    *looks,
    *family,
    *receipts,
    *administration,
    *handbook,
    *replay,
    *hub,
    *identity,
    *room,
    *search,
    path("demo/sign-in/<str:signed>", demo.sign_in, name="demo-sign-in"),
    path("language", set_language, name="language"),
    path("static/<path:name>", static_file, name="static"),
]
