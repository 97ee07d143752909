"""Tests of webhooks: what is sent, to where, and how it is signed."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from dataclasses import replace

import pytest

from heeded.adapters.notices.webhook import Webhook, signature
from heeded.casework.ports.notices import Why
from heeded.casework.ports.outbox import Delivery, NotDelivered
from tests.adapters.notices.listening import LOOPBACK, listening

SECRET = "known to both"  # noqa: S105 - of a test's own
NOTICE = "8d0e1c1c-2f0a-4c55-9d52-4a9f5f3b7a11"
DELIVERY = Delivery(
    id=7,
    notice=NOTICE,
    channel="webhook",
    address="https://hooks.example/",
    agency="council",
    why=str(Why.OVERDUE),
    at=1_782_900_000,
    secret=SECRET,
)


def webhook() -> Webhook:
    """A webhook that may go to this machine, with a clock that stands still."""
    return Webhook("https://record.example", LOOPBACK, lambda: 1_782_900_060.9)


def test_it_says_that_something_awaits_and_where_and_nothing_else() -> None:
    with listening() as heard:
        webhook().send(replace(DELIVERY, address=heard.address))
    ((headers, body),) = heard.got
    assert json.loads(body) == {
        "type": "notice",
        "notice": NOTICE,
        "agency": "council",
        "why": "something is overdue",
        "since": "2026-07-01T10:00:00Z",
        "link": f"https://record.example/notices/{NOTICE}/",
    }
    assert headers["idempotency-key"] == headers["webhook-id"] == f"{NOTICE}.7"


def test_its_signature_is_the_one_that_the_receiver_computes() -> None:
    with listening() as heard:
        webhook().send(replace(DELIVERY, address=heard.address))
    ((headers, body),) = heard.got
    told = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    own = base64.b64encode(hmac.new(SECRET.encode(), told, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{own}"
    assert headers["webhook-timestamp"] == "1782900060"


def test_a_signature_is_that_of_the_specification() -> None:
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - the one of the specification's example
    name, body = "msg_p5jXN8AQM9LWM0D4loKWxJek", b'{"test": 2432232314}'
    assert signature(secret, name, 1614265330, body) == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize("status", [301, 307, 400, 410, 500])
def test_whatever_is_not_a_success_is_not_delivered_and_no_redirection_is_followed(status: int) -> None:
    with listening(status) as heard, pytest.raises(NotDelivered, match=str(status)):
        webhook().send(replace(DELIVERY, address=heard.address))
    assert len(heard.got) == 1


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://192.0.2.1/", "not https"),
        ("http://8.8.8.8/", "not https"),
        ("https://10.1.2.3/", "private network"),
        ("https://169.254.169.254/latest/meta-data/", "private network"),
        ("https://[::ffff:10.0.0.1]/", "private network"),
        ("https://[fd00::1]/", "private network"),
        ("https://127.0.0.1/", "private network"),
        ("https://localhost/", "private network"),
        ("https://0.0.0.0/", "private network"),
        ("https://name:word@hooks.example/", "plain https"),
        ("ftp://hooks.example/", "plain https"),
        ("https:///nowhere", "plain https"),
        ("https://hooks.example:99999/", "could not be reached"),
        ("https://no-such-host.invalid/", "could not be reached"),
    ],
)
def test_it_goes_nowhere_but_where_it_may(address: str, why: str) -> None:
    with pytest.raises(NotDelivered, match=why):
        Webhook("https://record.example").send(replace(DELIVERY, address=address))


def test_with_a_secret_that_is_none_nothing_is_sent_and_it_is_said() -> None:
    with listening() as heard, pytest.raises(NotDelivered, match="not base64"):
        webhook().send(replace(DELIVERY, address=heard.address, secret="whsec_x"))  # noqa: S106 - none


def test_without_a_secret_nothing_is_sent() -> None:
    with listening() as heard, pytest.raises(NotDelivered, match="no secret"):
        webhook().send(replace(DELIVERY, address=heard.address, secret=""))
    assert heard.got == []


def test_a_server_that_is_not_there_is_not_delivered_to() -> None:
    with listening() as heard:
        gone = heard.address
    with pytest.raises(NotDelivered, match="could not be reached: ConnectionRefusedError"):
        webhook().send(replace(DELIVERY, address=gone))
