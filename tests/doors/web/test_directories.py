"""Tests of signing in through an agency's own directory: whom it vouches for, and for whom it may not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client, override_settings

from heeded.bootstrap.signing.signing_in import directories
from tests.doors.web.directory import Directory, serving
from tests.doors.web.visiting import Answer, browser, code_for, give_second_factor, said

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser


@pytest.fixture
def directory(admin: str) -> Iterator[Directory]:
    """The council's directory."""
    assert admin
    with serving() as running:
        app = {
            "provider_id": "council",
            "name": "Norhaven council",
            "client_id": "heeded",
            "secret": "invented",
            "settings": {"server_url": running.address},
        }
        with override_settings(
            SOCIALACCOUNT_PROVIDERS={"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
        ):
            yield running


def come_in(directory: Directory, email: str, *, verified: bool = True) -> tuple[Client, Answer]:
    """Sign in through the directory, which vouches for an address."""
    directory.vouches = {"sub": f"sub of {email}", "email": email, "email_verified": verified}
    here = browser()
    sent = here.post("/account/oidc/council/login/")
    asked = parse_qs(urlsplit(sent["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    back = here.get("/account/oidc/council/login/callback/", {"code": "invented", "state": asked["state"][0]})
    return here, back


def accounts() -> list[AbstractBaseUser]:
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - after Django is set up

    return list(get_user_model().objects.all())


def test_whom_their_own_directory_vouches_for_comes_in_with_the_second_factor(directory: Directory) -> None:
    give_second_factor("worker")
    here, back = come_in(directory, "worker@council.example")
    assert back["Location"] == "/account/2fa/authenticate/", said(back)
    assert here.get("/").status_code == 302
    here.post("/account/2fa/authenticate/", {"code": code_for()})
    assert "Wanda Worker" in said(here.get("/"))


def test_a_directory_vouches_for_nobody_of_another_agency(directory: Directory) -> None:
    here, back = come_in(directory, "dr-okoro@hospital.example")
    assert back.status_code == 403
    assert "does not vouch for your account" in said(back)
    assert here.get("/")["Location"].startswith("/account/login/")


@pytest.mark.parametrize(
    ("email", "verified"), [("nobody@council.example", True), ("worker@council.example", False)]
)
def test_whoever_has_no_account_or_no_checked_address_stays_out(
    directory: Directory,
    email: str,
    verified: bool,  # noqa: FBT001 - a table
) -> None:
    before = len(accounts())
    here, _ = come_in(directory, email, verified=verified)
    assert here.get("/")["Location"].startswith("/account/login/")
    assert len(accounts()) == before


def test_the_page_to_sign_in_names_the_directories(directory: Directory) -> None:
    page = browser().get("/account/login/")
    assert "Through your agency Norhaven council" in said(page)
    assert directory.asked == []


def test_where_a_directory_vouches_no_password_is_reset(directory: Directory) -> None:
    from django.core import mail  # noqa: PLC0415 - after Django is set up

    assert directory.asked == []
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        mail.outbox = []
        for email in ("worker@council.example", "constable@police.example"):
            assert browser().post("/account/password/reset/", {"email": email}).status_code == 302
        assert [message.to for message in mail.outbox] == [["constable@police.example"]]


def test_a_directory_that_is_named_wrongly_is_pointed_out() -> None:
    whole = '{"id": "council", "name": "N", "server": "https://a.example", "identifier": "h", "secret": "s"}'
    assert directories(f"[{whole}]")[0]["provider_id"] == "council"
    with pytest.raises(ValueError, match="lacks secret"):
        directories(f"[{whole.replace('secret', 'sekret')}]")
    with pytest.raises(ValueError, match="over https"):
        directories(f"[{whole.replace('https', 'http')}]")
    with pytest.raises(ValueError, match="JSON list"):
        directories("council")
