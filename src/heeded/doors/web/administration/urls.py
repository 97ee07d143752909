"""The addresses of administration."""

from django.urls import URLPattern, path

from heeded.doors.web.administration import agencies, amounts, credentials, history, people

urlpatterns: list[URLPattern] = [
    path("administration", agencies.agencies, name="administration"),
    path("administration/agencies/add", agencies.added, name="agency-add"),
    path("administration/agencies/<slug:agency>", agencies.agency, name="agency"),
    path("administration/agencies/<slug:agency>/change", agencies.changed, name="agency-change"),
    path("administration/agencies/<slug:agency>/people/add", people.added, name="person-add"),
    path("administration/people/<slug:person>", people.person, name="person"),
    path("administration/people/<slug:person>/stop", people.stopped, name="person-stop"),
    path("administration/people/<slug:person>/back", people.back, name="person-back"),
    path("administration/people/<slug:person>/lost", people.lost, name="person-lost"),
    path("administration/history/<int:number>/agree", history.agreed, name="administered-agree"),
    path("administration/people/<slug:person>/invite", people.invited, name="person-invite"),
    path("administration/agencies/<slug:agency>/credentials/make", credentials.made, name="credential-make"),
    path("administration/credentials/<slug:credential>/withdraw", credentials.withdrawn, name="credential"),
    path("administration/history", history.history, name="administered"),
    path("administration/history/<int:number>/undo", history.undone, name="administered-undo"),
    path("administration/amounts", amounts.amounts, name="amounts"),
]
