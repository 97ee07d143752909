"""Browsers for tests of the pages: somebody of the borough's staff, signed in with a second factor."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from django.test import Client

from heeded.core.chronology.report import Report
from tests.borough import bruised
from tests.casework.looking.telling import child_of, send

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
else:
    Answer = object

__all__ = ["Answer", "ada_now", "browser", "code_for", "opened", "said", "signed_in", "tell"]

SECRET = "JBSWY3DPEHPK3PXP"  # noqa: S105 - invented
PASSWORD = "a long and invented sentence"  # noqa: S105 - as above


def browser(*, csrf: bool = False) -> Client:
    """Somebody's browser, at the name under which the record is served."""
    return Client(SERVER_NAME="localhost", enforce_csrf_checks=csrf, raise_request_exception=False)


def give_password(practitioner: str) -> None:
    """Let somebody sign in with the invented password."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - after Django is set up

    found = get_user_model().objects.get(pk=practitioner)
    found.set_password(PASSWORD)
    found.save()


def give_second_factor(practitioner: str) -> None:
    """Put an authenticator app down for somebody."""
    from allauth.mfa.models import Authenticator  # noqa: PLC0415 - after Django is set up

    from heeded.bootstrap.signing.signing_in import seal  # noqa: PLC0415 - as above

    Authenticator.objects.create(
        user_id=practitioner, type=Authenticator.Type.TOTP, data={"secret": seal(SECRET)}
    )


def code_for(secret: str = SECRET) -> str:
    """The code that an authenticator app shows now."""
    from allauth.mfa.totp.internal.auth import (  # noqa: PLC0415 - after Django is set up
        format_hotp_value,
        hotp_value,
    )

    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def signed_in(practitioner: str) -> Client:
    """The browser of somebody who has signed in with a second factor."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - after Django is set up

    give_second_factor(practitioner)
    made = browser()
    made.force_login(
        get_user_model().objects.get(pk=practitioner), "django.contrib.auth.backends.ModelBackend"
    )
    return made


def tell(report: Report, database: str) -> str:
    """Have the record receive a report now; who it is about."""
    return child_of(send(report, int(time.time())), database)


def ada_now(database: str) -> str:
    """The hospital reports now that Ada is bruised, and refers her; who she is in the record."""
    return tell(bruised(now=int(time.time())), database)


def opened(made: Client, child: str, purpose: str = "safeguarding", part: str = "") -> Answer:
    """A part of a child's record (now, if none is named), after its reader has said why they look."""
    stating = made.post(f"/children/{child}/purpose/record", {"purpose": purpose})
    assert stating.status_code == 302, said(stating)
    return made.get(f"/children/{child}/{part}" if part else f"/children/{child}")


def said(answer: Answer) -> str:
    """What a page says, without its marks."""
    text = re.sub(r"<(style|script|svg).*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))
