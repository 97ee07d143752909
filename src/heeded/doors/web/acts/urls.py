"""The addresses of what is done about a line of the list."""

from django.urls import URLPattern, path

from heeded.doors.web.acts import depart, done, hand_over

urlpatterns: list[URLPattern] = [
    path("list/<uuid:line>/done", done.done, name="line-done"),
    path("list/<uuid:line>/depart", depart.departure, name="line-depart"),
    path("list/<uuid:line>/hand-over", hand_over.offer, name="line-hand-over"),
    path("list/<uuid:line>/answer", hand_over.answer, name="line-answer"),
]
