"""Tests of a lost second factor: two people take it away, its owner is told, and sets up a new one."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client, override_settings

from heeded.bootstrap.signing import letting_in
from tests.doors.web.visiting import code_for, give_password, said, signed_in

WHY = {"why": "She stood before me and her telephone is broken"}


def shown_again(practitioner: str) -> Client:
    """Somebody who has shown again who they are."""
    made = signed_in(practitioner)
    made.post("/account/2fa/reauthenticate/", {"code": code_for()})
    return made


def factors(practitioner: str) -> int:
    """How many second factors somebody has."""
    from allauth.mfa.models import Authenticator  # noqa: PLC0415 - after Django is set up

    return int(Authenticator.objects.filter(user_id=practitioner).count())


def number(page: str) -> str:
    """The change that a page asks its reader to agree to."""
    (found,) = re.findall(r"history/(\d+)/agree", page)
    return str(found)


def test_two_people_take_a_lost_second_factor_away_and_its_owner_is_told(admin: str) -> None:
    assert admin
    give_password("worker")
    worker = signed_in("worker")
    assert worker.get("/").status_code == 200
    administrator, officer = shown_again("administrator"), shown_again("council-officer")
    asked = administrator.post("/administration/people/worker/lost", WHY, follow=True)
    assert "It is done" in said(asked)
    assert factors("worker") == 1
    own = administrator.get("/administration/history").content.decode()
    assert "/agree" not in own
    waiting = officer.get("/administration/history").content.decode()
    assert WHY["why"] in waiting
    change = number(waiting)
    refused = administrator.post(f"/administration/history/{change}/agree")
    assert "Two people stand behind this" in said(refused)
    assert factors("worker") == 1
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        mail.outbox = []
        agreed = officer.post(f"/administration/history/{change}/agree", follow=True)
    assert "second factor taken away, owner told" in said(agreed)
    assert factors("worker") == 0
    (told,) = mail.outbox
    assert told.to == ["worker@council.example"]
    assert "If you did not ask for this" in told.body
    assert worker.get("/")["Location"] == "/account/2fa/"
    again = officer.post(f"/administration/history/{change}/agree")
    assert "taken away already" in said(again)


@pytest.mark.parametrize("outsider", ["worker", "colleague", "hospital-officer"])
def test_nobody_else_asks_or_agrees(admin: str, outsider: str) -> None:
    assert admin
    administrator, other = shown_again("administrator"), shown_again(outsider)
    administrator.post("/administration/people/worker/lost", WHY)
    change = number(shown_again("council-officer").get("/administration/history").content.decode())
    assert other.post("/administration/people/colleague/lost", WHY).status_code == 403
    assert other.post(f"/administration/history/{change}/agree").status_code == 403


def test_nobody_asks_it_for_themselves(admin: str) -> None:
    assert admin
    text = said(shown_again("administrator").post("/administration/people/administrator/lost", WHY))
    assert "Nobody asks this for themselves" in text


def test_what_the_command_line_changes_stands_in_the_history_too(admin: str) -> None:
    assert admin
    letting_in.add_agency(letting_in.NewAgency("refuge", "Lighthouse (invented)", "voluntary organisation"))
    made, _ = letting_in.add_practitioner("t@refuge.example", "Tomas (invented)", "refuge", ["practitioner"])
    credential, _ = letting_in.make_credential("refuge", "their system", ["events:write"], 2_000_000_000)
    letting_in.withdraw_credential(credential)
    letting_in.stop_practitioner(made)
    hub = _hubs_administrator()
    text = said(hub.get("/administration/history"))
    for told in (
        "agency Lighthouse (invented): added",
        f"credential {credential}: added",
        f"credential {credential}: let in no more",
        ": let in no more",
        "the command line",
    ):
        assert told in text, told


def _hubs_administrator() -> Client:
    """An administrator of the agency that keeps the hub: its history is everybody's."""
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - after Django is set up

    Practitioner.objects.filter(id="colleague").update(roles=["hub coordinator"])
    return shown_again("administrator")
