"""People of every council at a browser, signed in, who have said why they look at their children."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psycopg

from bench.record import borough

if TYPE_CHECKING:
    from django.contrib.sessions.backends.base import SessionBase
    from django.http import HttpResponseBase
    from django.test import Client

PEOPLE = 2
"""How many people of each council sit at a browser."""
CHILDREN = 12
"""How many children with a short record each has open."""
ROLES = ("practitioner", "team manager", "hub coordinator", "designated lead", "named officer")
"""What each is: so that every page is theirs to open, with all that it can show."""
_DONE = 302
_WHY = "To learn from what happened to this invented child."


@dataclass
class Sitting:
    """Somebody at a browser: their id, agency and browser, the children they have open, what they began.

    `small` are children towards whom the agency owes something, `large` those with hundreds of entries.
    """

    person: str
    agency: str
    client: Client
    small: list[str]
    large: list[str]
    made: dict[str, str] = field(default_factory=dict)

    @property
    def cookie(self) -> str:
        """The cookies that the browser sends."""
        return "; ".join(f"{name}={morsel.value}" for name, morsel in self.client.cookies.items())

    @property
    def token(self) -> str:
        """What a form is sent with."""
        return str(self.client.cookies["csrftoken"].value)


def sittings(admin: str, large: dict[str, list[str]], draw: random.Random) -> list[Sitting]:
    """People of each council, signed in with a second factor; `large` are the children with long records."""
    found: list[Sitting] = []
    for council in (agency for agency, *_ in borough.agencies() if agency.startswith("council-")):
        own = [
            _sitting(council, _children(admin, council, draw), large[council], draw) for _ in range(PEOPLE)
        ]
        for by, to in zip(own, [*own[1:], own[0]], strict=True):
            _allocate(by, to)
            _call(by)
        found += own
    return found


def _sitting(agency: str, small: list[str], large: list[str], draw: random.Random) -> Sitting:
    from allauth.mfa.models import Authenticator  # noqa: PLC0415 - after Django is set up
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - as above
    from django.test import Client  # noqa: PLC0415 - as above

    from heeded.bootstrap.signing.letting_in import add_practitioner  # noqa: PLC0415 - as above
    from heeded.bootstrap.signing.signing_in import seal  # noqa: PLC0415 - as above

    name = f"Bench Invented {draw.randrange(10**9)} {time.time_ns()}"
    mail = f"{name.replace(' ', '.').lower()}@example.org"
    identity, _ = add_practitioner(mail, name, agency, ROLES, team="bench")
    Authenticator.objects.create(
        user_id=identity, type=Authenticator.Type.TOTP, data={"secret": seal("JBSWY3DPEHPK3PXP")}
    )
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(get_user_model().objects.get(pk=identity), "django.contrib.auth.backends.ModelBackend")
    _state(client.session, [*small, *large])
    client.get("/find")
    return Sitting(identity, agency, client, small, large)


def _allocate(by: Sitting, to: Sitting) -> None:
    """Have somebody say that the work of some children is a colleague's."""
    for child in to.small[: len(to.small) // 2]:
        said = {"practitioner": to.person, "what": "allocate", "request": f"{child[:8]}-{to.person}"}
        _must(by.client.post(f"/children/{child}/allocation", said), "allocate a child's work")


def _call(by: Sitting) -> None:
    """Have somebody call a strategy discussion about one of their children, of whom none is open yet."""
    area = by.agency.partition("-")[2]
    said = {"reason": "Invented, to time the room.", "agencies": [f"school-{area}", f"hospital-{area}"]}
    for met in by.small:
        called = by.client.post(f"/children/{met}/discussions", {**said, "request": by.person})
        if called.status_code == _DONE:
            by.made = {"met": met, "discussion": called["Location"].rpartition("/")[2]}
            return
    raise RuntimeError(f"{by.person} cannot call a discussion about any of their children")


def _must(answer: HttpResponseBase, what: str) -> None:
    if answer.status_code != _DONE:
        raise RuntimeError(f"somebody cannot {what}: {answer.status_code}")


class _WithSession:
    """What `keep` asks of a request."""

    def __init__(self, session: SessionBase) -> None:
        self.session = session


def _state(session: SessionBase, children: list[str]) -> None:
    """Keep why each record is opened, who looked is read, and the record is replayed."""
    from heeded.bootstrap import looking  # noqa: PLC0415 - after Django is set up
    from heeded.doors.web.child.child import kept_as  # noqa: PLC0415 - as above
    from heeded.doors.web.purpose import kept  # noqa: PLC0415 - as above

    request, now = _WithSession(session), int(time.time())
    whys = {
        "": looking.stated("safeguarding"),
        "looks": looking.stated("oversight", reason=_WHY),
        "replay": looking.stated("review", reason=_WHY),
    }
    for child in children:
        for then, stated in whys.items():
            named = {"": child, "replay": f"{child} replay"}.get(then) or kept_as(child, then)  # type: ignore[arg-type] # a child's id, however it is written
            kept.keep(request, named, stated, now)  # type: ignore[arg-type] # it has a session, the rest is not asked for
    session.save()


def _children(admin: str, agency: str, draw: random.Random) -> list[str]:
    with psycopg.connect(admin) as connection:
        rows = connection.execute(
            "SELECT DISTINCT person FROM (SELECT person FROM record.duty WHERE agency = %s LIMIT 999) AS few",
            [agency],
        ).fetchall()
    return [str(child) for (child,) in draw.sample(rows, min(CHILDREN, len(rows)))]
