"""Tests of administration: agencies, people and systems kept by pages, each act in a history."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.doors.web.visiting import Answer, browser, code_for, said, signed_in

KHAN = {
    "name": "Amina Khan (invented)",
    "email": "a.khan@council.example",
    "post": "social worker",
    "team": "assessment",
    "roles": ["practitioner"],
}
WHY = {"why": "She has moved to another team"}


def _administrator() -> Any:  # noqa: ANN401 - Django's own browser
    """The council's administrator, who has shown again who they are."""
    made = signed_in("administrator")
    made.post("/account/2fa/reauthenticate/", {"code": code_for()})
    return made


def _person(id_: str) -> Any:  # noqa: ANN401 - a model
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - after Django is set up

    return Practitioner.objects.get(id=id_)


def _give(id_: str, *roles: str) -> None:
    """Give somebody roles as the test's ground, not by a page."""
    found = _person(id_)
    found.roles = list(roles)
    found.save()


def test_somebody_is_added_and_sets_their_password_once(admin: str) -> None:
    assert admin
    here = _administrator()
    answer = here.post("/administration/agencies/council/people/add", KHAN)
    address = re.search(r"<code>([^<]+)</code>", answer.content.decode())
    assert address is not None, said(answer)
    found = _person("amina-khan-invented")
    assert (found.name, found.team, found.roles) == (KHAN["name"], "assessment", ["practitioner"])
    assert not found.has_usable_password()
    hers = browser()
    page = hers.get(address[1].replace("http://localhost", ""), follow=True)
    assert page.status_code == 200
    assert "assword" in said(page)
    assert "Mina Manager" in said(here.get("/administration/agencies/council"))


def test_what_is_changed_stands_in_the_history_and_can_be_undone(admin: str) -> None:
    assert admin
    here = _administrator()
    about = {**KHAN, "name": "Wanda Worker", "email": "worker@council.example", "team": "adoption"}
    answer = here.post("/administration/people/worker", {**about, **WHY}, follow=True)
    assert "It is changed" in said(answer)
    assert _person("worker").team == "adoption"
    history = said(here.get("/administration/history"))
    assert "assessment → adoption" in history
    assert "Adam Admin" in history
    assert WHY["why"] in history
    (number,) = re.findall(r"history/(\d+)/undo", here.get("/administration/history").content.decode())
    here.post(f"/administration/history/{number}/undo", {"why": "It was the wrong Wanda"})
    assert _person("worker").team == "assessment"
    again = here.post(f"/administration/history/{number}/undo", {"why": "Once more"})
    assert "changed since" in said(again)


def test_whoever_leaves_is_signed_out_and_never_deleted(admin: str) -> None:
    assert admin
    worker = signed_in("worker")
    assert worker.get("/").status_code == 200
    here = _administrator()
    here.post("/administration/people/worker/stop", {"why": "She has left the council"})
    assert worker.get("/").status_code == 302
    assert _person("worker").name == "Wanda Worker"
    here.post("/administration/people/worker/back", {"why": "She has come back"})
    assert _person("worker").is_active


@pytest.mark.parametrize(
    ("path", "told", "says"),
    [
        ("/administration/people/administrator", {**KHAN, **WHY}, "Nobody changes what they are themselves"),
        ("/administration/people/administrator/stop", WHY, "Nobody changes what they are themselves"),
        ("/administration/people/nurse/stop", WHY, "keeps its own list"),
        ("/administration/people/nobody-here/stop", WHY, "There is no page here"),
        ("/administration/agencies/hospital/people/add", KHAN, "keeps its own list"),
        ("/administration/agencies/add", {"name": "X", "sector": "police"}, "keeps its own list"),
        ("/administration/people/worker/stop", {"why": ""}, "This field is required"),
    ],
)
def test_what_an_administrator_may_not(admin: str, path: str, told: dict[str, Any], says: str) -> None:
    assert admin
    before = _person("worker").is_active
    answer: Answer = _administrator().post(path, told)
    assert answer.status_code in {400, 403, 404}
    assert says in said(answer) or answer.status_code == 404
    assert _person("worker").is_active == before


@pytest.mark.parametrize("who", ["worker", "manager", "auditor", "council-officer"])
def test_nobody_else_administers(admin: str, who: str) -> None:
    assert admin
    here = signed_in(who)
    here.post("/account/2fa/reauthenticate/", {"code": code_for()})
    assert here.get("/administration").status_code == 403
    assert here.post("/administration/people/worker/stop", WHY).status_code == 403
    assert _person("worker").is_active


def test_a_named_officer_reads_what_administrators_did(admin: str) -> None:
    assert admin
    _administrator().post("/administration/people/worker/stop", {"why": "She has left the council"})
    officer = signed_in("council-officer")
    officer.post("/account/2fa/reauthenticate/", {"code": code_for()})
    text = said(officer.get("/administration/history"))
    assert "She has left the council" in text
    other = signed_in("hospital-officer")
    other.post("/account/2fa/reauthenticate/", {"code": code_for()})
    assert "She has left" not in said(other.get("/administration/history"))


def test_the_hubs_administrator_lets_a_new_agency_in(admin: str) -> None:
    assert admin
    _give("manager", "team manager", "hub coordinator")
    here = _administrator()
    about = {
        "name": "Fernside School",
        "sector": "school",
        "area": "Norhaven",
        "out_of_hours": "01632 960 001",
    }
    answer = here.post("/administration/agencies/add", about, follow=True)
    text = said(answer)
    assert "Fernside School" in text
    assert "No administrator" in text
    added = here.post("/administration/agencies/fernside-school/people/add", KHAN)
    assert added.status_code == 200
    assert _person("amina-khan-invented").agency_id == "fernside-school"


def test_a_credential_is_shown_once_and_withdrawn(admin: str) -> None:
    assert admin
    from heeded.bootstrap import door  # noqa: PLC0415 - after Django is set up

    here = _administrator()
    told = {"name": "social care system", "scopes": ["events:write"], "days": "30"}
    answer = here.post("/administration/agencies/council/credentials/make", told)
    secret = re.search(r"<code>([^<]+)</code>", answer.content.decode())
    assert secret is not None, said(answer)
    identity, _, hidden = secret[1].partition(".")
    known = door.recognise(identity, hidden, 0)
    assert known is not None
    assert known.agency == "council"
    page = here.get("/administration/agencies/council").content.decode()
    assert identity in page
    assert hidden not in page + here.get("/administration/history").content.decode()
    here.post(f"/administration/credentials/{identity}/withdraw", {"why": "The system is replaced"})
    assert door.recognise(identity, hidden, 0) is None


def test_the_amounts_are_shown_with_their_days(admin: str) -> None:
    assert admin
    text = said(_administrator().get("/administration/amounts"))
    assert "in force" in text
    assert "heeded handbook check" in text


def test_the_history_cannot_be_changed_even_by_a_slip(admin: str) -> None:
    assert admin
    from django.db import Error  # noqa: PLC0415 - after Django is set up

    from heeded.adapters.record.models import Administered  # noqa: PLC0415 - as above

    _administrator().post("/administration/people/worker/stop", {"why": "She has left the council"})
    with pytest.raises(Error):
        Administered.objects.update(why="")


def test_a_credential_can_be_made_for_whatever_the_api_lets_a_system_do() -> None:
    from heeded.casework.administering import SCOPES  # noqa: PLC0415 - beside what it is held against
    from heeded.doors.api.scope import Scope  # noqa: PLC0415 - as above

    assert set(SCOPES) == {str(each) for each in Scope}
