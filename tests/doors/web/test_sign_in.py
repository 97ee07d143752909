"""Tests of signing in: two factors, lock-out, reset, the demonstration, how long a sitting lasts."""

from __future__ import annotations

import gzip
import re
import time
from http.cookies import SimpleCookie

import pytest
from django.test import override_settings

from tests.doors.web.visiting import (
    PASSWORD,
    Answer,
    browser,
    code_for,
    give_password,
    give_second_factor,
    said,
    signed_in,
)

BACKEND = "django.contrib.auth.backends.ModelBackend"


def try_password(email: str, password: str = PASSWORD, address: str = "192.0.2.1") -> Answer:
    return browser().post("/account/login/", {"login": email, "password": password}, REMOTE_ADDR=address)


def test_a_password_alone_opens_nothing_until_the_second_factor_is_shown(admin: str) -> None:
    assert admin
    give_password("worker")
    give_second_factor("worker")
    here = browser()
    answer = here.post("/account/login/", {"login": "worker@council.example", "password": PASSWORD})
    assert answer["Location"] == "/account/2fa/authenticate/"
    assert here.get("/")["Location"].startswith("/account/login/")
    wrong = here.post("/account/2fa/authenticate/", {"code": "000000"})
    assert wrong.status_code == 200
    right = here.post("/account/2fa/authenticate/", {"code": code_for()})
    assert right.status_code == 302, said(right)
    assert here.get("/").status_code == 200


def test_whoever_has_no_second_factor_sets_one_up_before_anything_else(admin: str) -> None:
    assert admin
    give_password("worker")
    here = browser()
    here.post("/account/login/", {"login": "worker@council.example", "password": PASSWORD})
    for path in ("/", "/find", "/notices"):
        assert here.get(path)["Location"] == "/account/2fa/", path
    assert "Before you go on, set up a second factor" in said(here.get("/account/2fa/"))
    assert here.get("/api/worklist").status_code == 401
    asked = here.get("/account/2fa/totp/activate/", follow=True)
    assert "Confirm Access" not in said(asked), "the password was given a moment ago"
    (secret,) = re.findall(r'value="([A-Z2-7]{32})"', asked.content.decode())
    done = here.post("/account/2fa/totp/activate/", {"code": code_for(secret)}, follow=True)
    assert "recovery codes" in said(done).lower()
    assert "Confirm Access" not in said(done)
    assert here.get("/").status_code == 200


def test_the_secret_of_a_second_factor_is_sealed_in_the_database(admin: str) -> None:
    from tests.casework.looking.telling import rows  # noqa: PLC0415 - after Django is set up
    from tests.doors.web.visiting import SECRET  # noqa: PLC0415 - beside the others

    give_second_factor("worker")
    ((data,),) = rows(admin, "SELECT data::text FROM mfa_authenticator")
    assert SECRET not in data


def test_five_failures_lock_an_account_from_one_address_and_from_no_other(admin: str) -> None:
    assert admin
    give_password("worker")
    give_second_factor("worker")
    for _ in range(5):
        assert "not correct" in said(try_password("worker@council.example", "wrong"))
    assert "Too many failed" in said(try_password("worker@council.example"))
    elsewhere = try_password("worker@council.example", address="192.0.2.2")
    assert elsewhere["Location"] == "/account/2fa/authenticate/"


def test_an_account_is_locked_from_everywhere_after_a_hundred_failures(
    admin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert admin
    from django.conf import settings  # noqa: PLC0415 - after Django is set up

    from heeded.bootstrap.signing.signing_in import signing_in  # noqa: PLC0415 - as above

    give_password("worker")
    limits = {**signing_in({}, demo=False)["ACCOUNT_RATE_LIMITS"], "tries_at_one_account": "3/1h/key"}
    monkeypatch.setattr(settings, "ACCOUNT_RATE_LIMITS", limits)
    for number in range(3):
        try_password("worker@council.example", "wrong", f"192.0.2.{number}")
    assert "Too many failed" in said(try_password("worker@council.example", address="192.0.2.99"))


def test_success_is_no_failure(admin: str) -> None:
    assert admin
    give_password("worker")
    for _ in range(7):
        assert try_password("worker@council.example").status_code == 302


def test_a_reset_tells_nobody_whether_there_is_an_account(admin: str) -> None:
    from django.core import mail  # noqa: PLC0415 - after Django is set up

    assert admin
    give_password("worker")
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        mail.outbox = []
        pages = []
        for email in ("worker@council.example", "nobody@council.example"):
            here = browser()
            answer = here.post("/account/password/reset/", {"email": email})
            pages.append((answer.status_code, answer["Location"], here.get(answer["Location"]).content))
        assert pages[0] == pages[1]
        assert [message.to for message in mail.outbox] == [["worker@council.example"]]


def test_nobody_makes_or_changes_an_account_for_themselves(admin: str) -> None:
    assert admin
    here = signed_in("worker")
    for path in ("signup/", "email/", "confirm-email/", "3rdparty/", "3rdparty/signup/", "password/set/"):
        for visitor in (here, browser()):
            assert visitor.get(f"/account/{path}").status_code == 404, path
            assert visitor.post(f"/account/{path}", {"email": "other@council.example"}).status_code == 404


def test_a_session_is_another_after_signing_in(admin: str) -> None:
    assert admin
    give_password("worker")
    give_second_factor("worker")
    here = browser()
    here.get("/account/login/")
    here.post("/account/login/", {"login": "worker@council.example", "password": PASSWORD})
    before = here.cookies["sessionid"].value
    here.post("/account/2fa/authenticate/", {"code": code_for()})
    after = here.cookies["sessionid"]
    assert after.value != before
    assert after["httponly"] is True
    assert after["samesite"] == "Lax"
    assert after["secure"] is True


def test_whoever_is_deactivated_is_nobody_at_the_next_request(admin: str) -> None:
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - after Django is set up

    assert admin
    here = signed_in("worker")
    assert here.get("/").status_code == 200
    get_user_model().objects.filter(pk="worker").update(is_active=False)
    assert here.get("/")["Location"].startswith("/account/login/")


@pytest.mark.parametrize(("name", "ago"), [("sitting last", 31 * 60), ("sitting since", 12 * 3600 + 1)])
def test_a_sitting_ends_after_a_pause_or_a_day(admin: str, name: str, ago: int) -> None:
    assert admin
    here = signed_in("worker")
    assert here.get("/").status_code == 200
    session = here.session
    session[name] = int(time.time()) - ago
    session.save()
    assert here.get("/")["Location"].startswith("/account/login/")


def test_the_demonstration_signs_in_by_a_link_and_nobody_else_does(admin: str) -> None:
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - after Django is set up
    from django.core import signing  # noqa: PLC0415 - as above

    assert admin
    someone = get_user_model().objects.get(pk="worker")
    someone.set_unusable_password()
    someone.save()
    link = f"/demo/sign-in/{signing.dumps('worker', salt='heeded.demo')}"
    forged = f"/demo/sign-in/{signing.dumps('worker', salt='another')}"
    assert browser().get(link).status_code == 404
    with override_settings(DEMO=True, SECOND_FACTOR_FOR_ALL=False):
        here = browser()
        assert here.get(link)["Location"] == "/"
        assert here.get("/").status_code == 200
        assert browser().get(forged).status_code == 404
        give_password("worker")
        assert browser().get(link).status_code == 404


def test_pages_say_what_a_browser_may_do_with_them(admin: str) -> None:
    assert admin
    answer = signed_in("worker").get("/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Frame-Options"] == "DENY"
    text = answer.content.decode()
    assert "style=" not in text
    assert re.findall(r"<script[^>]*>[^<]*", text) == [
        '<script defer src="/static/django_htmx/htmx-2.min.js">',
        '<script defer src="/static/web/leaving.js">',
    ], "no script but a file of our own"
    assert " on" not in " ".join(re.findall(r"<[a-z][^>]*", text)).replace(" only", "")


def test_the_style_sheet_is_served_and_nothing_else_is(admin: str) -> None:
    assert admin
    sheet = browser().get("/static/web/heeded.css")
    assert sheet["Content-Type"].startswith("text/css")
    again = browser().get("/static/web/heeded.css", headers={"If-None-Match": sheet["ETag"]})
    assert again.status_code == 304
    packed = browser().get("/static/vendor/govuk.css", headers={"Accept-Encoding": "gzip"})
    plain = browser().get("/static/vendor/govuk.css").content
    assert gzip.decompress(packed.content) == plain
    for unlicensed in (b"GDS Transport", b"@font-face", b"crest", b"url("):
        assert unlicensed not in plain
    for path in ("web/../urls.py", "mfa/js/other.js", "admin/css/base.css"):
        assert browser().get(f"/static/{path}").status_code == 404, path


def test_a_change_without_its_token_is_refused(admin: str) -> None:
    assert admin
    here = browser(csrf=True)
    here.cookies = SimpleCookie(signed_in("worker").cookies)
    assert here.post("/find", {"system": "NHS number", "value": "943 476 5919"}).status_code == 403
