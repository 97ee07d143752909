"""Somebody signs in: with an authenticator app, by setting one up first, with a security key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.borough import WITH_KEY, WITH_SECOND_FACTOR, WITHOUT, Borough
from tests.browser.conftest import Sit
from tests.browser.reader import Reader
from tests.doors.api.serving import served
from tests.doors.web.visiting import PASSWORD, code_for

AGENCY = {
    WITH_SECOND_FACTOR: "health-visiting",
    WITHOUT: "surgery",
    WITH_KEY: "police",
}
KEY = {
    "protocol": "ctap2",
    "transport": "usb",
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def strict(told: Borough) -> Iterator[str]:
    """The same record served as to practitioners at work, who all show a second factor."""
    with served(told.admin) as site:
        yield site.replace("127.0.0.1", "localhost")


def test_a_password_and_the_code_of_an_app_open_the_list(sit: Sit, strict: str) -> None:
    nurse = sit(site=strict)
    when_the_password_is_given(nurse, WITH_SECOND_FACTOR)
    then_a_code_is_asked_for(nurse)
    nurse.writes("Code", code_for())
    nurse.presses("Sign In")
    then_the_list_is_open(nurse)


def test_whoever_has_no_second_factor_sets_one_up_first(sit: Sit, strict: str) -> None:
    doctor = sit(site=strict)
    when_the_password_is_given(doctor, WITHOUT)
    assert "Before you go on, set up a second factor" in doctor.text
    when_an_authenticator_app_is_set_up(doctor)
    doctor.follows("My day")
    then_the_list_is_open(doctor)


def test_a_security_key_is_added_and_signs_in(sit: Sit) -> None:
    inspector = sit(scripted=True)
    given_a_security_key(inspector)
    when_the_password_is_given(inspector, WITH_KEY)
    when_the_key_is_added(inspector)
    inspector.follows("Sign out")
    inspector.presses("Sign Out")
    when_the_password_is_given(inspector, WITH_KEY)
    then_a_code_is_asked_for(inspector)
    inspector.presses("Use a security key")
    then_the_list_is_open(inspector)


def given_a_security_key(person: Reader) -> None:
    inner = person.page.context.new_cdp_session(person.page)
    inner.send("WebAuthn.enable")
    inner.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})


def when_the_password_is_given(person: Reader, practitioner: str) -> None:
    person.goes("/account/login/")
    person.writes("Email", f"{practitioner}@{AGENCY[practitioner]}.example")
    person.writes("Password", PASSWORD)
    person.presses("Sign in")


def then_a_code_is_asked_for(person: Reader) -> None:
    assert "Please enter an authenticator code" in person.text


def when_an_authenticator_app_is_set_up(person: Reader) -> None:
    person.follows("Activate")
    secret = person.page.locator("#authenticator_secret").input_value()
    person.writes("Authenticator code", code_for(secret))
    person.presses("Activate")
    assert "recovery codes" in person.text.lower()


def when_the_key_is_added(person: Reader) -> None:
    person.goes("/account/2fa/webauthn/add/")
    person.presses("Add")


def then_the_list_is_open(person: Reader) -> None:
    assert person.page.get_by_role("heading", level=1).inner_text() == "My day"
