"""Pages of the workspace asked for by people who have signed in, on the record that was loaded."""

from __future__ import annotations

import random
import time

import psycopg
from django.contrib.sessions.backends.base import SessionBase

from bench.record import borough
from bench.record.sender import Request

PEOPLE = 4
"""How many people of each council sit at a browser."""
CHILDREN = 40
"""How many children each has open: for so many a purpose is stated in one sitting."""
LIST, CHILD = "/?whose=agency", "/children/{child}"
PARTS = {
    "my day: the agency's list": LIST,
    "a child's page": CHILD,
}
"""The pages that are timed, by what they are called, each with its address."""

Sitting = tuple[str, list[str]]
"""The cookie of somebody who has signed in, and the children for whom they have said why they look."""


def sittings(admin: str, draw: random.Random) -> list[Sitting]:
    """People of each council, signed in with a second factor, who have said why they look at some children.

    The children are of those for whom the council owes something: their page has the most to show.
    """
    councils = [agency for agency, *_ in borough.agencies() if agency.startswith("council-")]
    return [_sitting(admin, agency, draw) for agency in councils for _ in range(PEOPLE)]


def _sitting(admin: str, agency: str, draw: random.Random) -> Sitting:
    from allauth.mfa.models import Authenticator  # noqa: PLC0415 - after Django is set up
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - as above
    from django.test import Client  # noqa: PLC0415 - as above

    from heeded.bootstrap import looking  # noqa: PLC0415 - as above
    from heeded.bootstrap.signing.letting_in import add_practitioner  # noqa: PLC0415 - as above
    from heeded.bootstrap.signing.signing_in import seal  # noqa: PLC0415 - as above
    from heeded.doors.web.purpose.kept import keep  # noqa: PLC0415 - as above

    name = f"Bench Invented {draw.randrange(10**9)}"
    roles = ("practitioner", "team manager")
    identity, _ = add_practitioner(f"{name.replace(' ', '.').lower()}@example.org", name, agency, roles)
    Authenticator.objects.create(
        user_id=identity, type=Authenticator.Type.TOTP, data={"secret": seal("JBSWY3DPEHPK3PXP")}
    )
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(get_user_model().objects.get(pk=identity), "django.contrib.auth.backends.ModelBackend")
    children, stated = _children(admin, agency, draw), looking.stated("safeguarding")
    request = _WithSession(client.session)
    for child in children:
        keep(request, child, stated, int(time.time()))  # type: ignore[arg-type] # it has a session, the rest is not asked for
    request.session.save()
    for path in (LIST, CHILD.format(child=children[0])):
        answer = client.get(path)
        if answer.status_code != 200 or b"<h1" not in answer.content:  # noqa: PLR2004 - as HTTP says
            raise RuntimeError(f"{name} of {agency} is not shown {path}: {answer.status_code}")
    return f"sessionid={client.cookies['sessionid'].value}", children


class _WithSession:
    """What `keep` asks of a request."""

    def __init__(self, session: SessionBase) -> None:
        self.session = session


def _children(admin: str, agency: str, draw: random.Random) -> list[str]:
    with psycopg.connect(admin) as connection:
        rows = connection.execute(
            "SELECT DISTINCT person FROM (SELECT person FROM record.duty WHERE agency = %s LIMIT 999) AS few",
            [agency],
        ).fetchall()
    return [str(child) for (child,) in draw.sample(rows, min(CHILDREN, len(rows)))]


def asked(found: list[Sitting], address: str, size: int, draw: random.Random) -> list[Request]:
    """So many requests of a page, each by somebody and about a child, by chance."""
    made: list[Request] = []
    for _ in range(size):
        cookie, children = draw.choice(found)
        path = address.format(child=draw.choice(children))
        made.append(Request("GET", path, {"Cookie": cookie, "Accept": "text/html"}))
    return made
