"""Who calls: an agency's system by its credential, perhaps for a practitioner, or one signed in."""

from __future__ import annotations

import re
import time
from base64 import b64decode
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from django.http import HttpRequest
from ninja.utils import check_csrf

from heeded.bootstrap import door
from heeded.casework.ports import Author
from heeded.core.access import Actor, Role
from heeded.doors.api.problem import Kind, Problem, of_status
from heeded.doors.api.scope import Scope, operations

if TYPE_CHECKING:
    from heeded.bootstrap.door import KnownPractitioner

ON_BEHALF = "Heeded-Practitioner"
_NAME = re.compile(r"[A-Za-z0-9_-]{1,60}")
_SAFE = ("GET", "HEAD", "OPTIONS")
_ASK = {"WWW-Authenticate": 'Bearer realm="heeded", Basic realm="heeded"'}


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody whom the door knows: as the policy sees them, and by which credential they came.

    `through` is empty for a practitioner who signed in; `scopes` are the credential's, `post` is what a
    practitioner is. Who acts through a system is named so wherever it is recorded.
    """

    actor: Actor
    through: str = ""
    scopes: frozenset[str] = frozenset()
    post: str = ""

    @property
    def system(self) -> bool:
        """Whether a system speaks for itself, and for no practitioner."""
        return Role.AGENCY_SYSTEM in self.actor.roles

    @property
    def account(self) -> str:
        """By whom what is read is counted."""
        return self.through or self.actor.id

    @property
    def author(self) -> Author:
        """The same, as one who writes."""
        role = min(self.actor.roles, default="")
        return Author(self.actor.agency, self.actor.id, self.actor.name, role, self.through)


class SignedIn:
    """Lets in whoever is known and was made for this; the reason where they are not.

    `reads` says whether it counts towards what an account may read.
    """

    def __init__(self, scope: Scope, *, reads: bool = False) -> None:
        self.scope = scope
        self.reads = reads

    def __call__(self, request: HttpRequest) -> Caller:
        """The caller; Problem where nobody is known, or they may not."""
        shown = request.headers.get("Authorization", "")
        caller = self._system(request, shown) if shown else _of_session(request)
        if self.reads:
            _count(caller)
        return caller

    def _system(self, request: HttpRequest, shown: str) -> Caller:
        identity, secret = _credential(shown)
        found = door.recognise(identity, secret, now()) if _NAME.fullmatch(identity) else None
        if found is None:
            raise Problem(
                Kind.NOT_SIGNED_IN,
                "No credential of that id and secret may come in: it is misspelt, has run out or was "
                "withdrawn. Ask your agency's administrator for one",
                headers=_ASK,
            )
        if self.scope not in found.scopes:
            raise Problem(
                Kind.NOT_ALLOWED,
                f"This credential was not made for “{self.scope}”. Ask your agency's administrator for it",
            )
        scopes = operations(found.scopes)
        actor = Actor(
            id=found.id,
            name=found.name,
            agency=found.agency,
            sector=found.sector,
            area=found.area,
            roles=frozenset({Role.AGENCY_SYSTEM}),
            scopes=scopes,
        )
        named = request.headers.get(ON_BEHALF)
        if named is None:
            return Caller(actor, found.id, found.scopes)
        practitioner = _named(named, found.agency, found.scopes)
        name = f"{practitioner.actor.name}, through {found.id}"
        speaking = replace(practitioner.actor, name=name, scopes=scopes)
        return Caller(speaking, found.id, found.scopes, practitioner.post)


def caller_of(request: HttpRequest) -> Caller:
    """The caller of a request that was let in."""
    return cast("Caller", request.__dict__["auth"])


def now() -> int:
    """This moment (seconds UTC): here the clock is read, and handed in to whatever is asked."""
    return int(time.time())


def _credential(shown: str) -> tuple[str, str]:
    """The id and secret in a header: `Bearer id.secret`, or Basic (RFC 7617)."""
    scheme, _, rest = shown.strip().partition(" ")
    rest = rest.strip()
    match scheme.lower():
        case "bearer":
            identity, _, secret = rest.partition(".")
        case "basic":
            identity, _, secret = _decoded(rest).partition(":")
        case _:
            identity, secret = "", ""
    if not identity or not secret or not secret.isascii():
        raise Problem(
            Kind.NOT_SIGNED_IN,
            "The header Authorization names no credential: write “Bearer id.secret”, or Basic with both",
            headers=_ASK,
        )
    return identity, secret


def _decoded(coded: str) -> str:
    try:
        return b64decode(coded, validate=True).decode("ascii")
    except ValueError:
        return ""


def _of_session(request: HttpRequest) -> Caller:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        raise Problem(
            Kind.NOT_SIGNED_IN,
            "Send the header Authorization with your agency's credential, or sign in",
            headers=_ASK,
        )
    if request.method not in _SAFE and check_csrf(request) is not None:
        raise of_status(403)
    known = door.practitioner(str(user.pk))
    if known is None:
        raise Problem(Kind.NOT_SIGNED_IN, "This account works here no more", headers=_ASK)
    return Caller(known.actor, post=known.post)


def _named(identity: str, agency: str, scopes: frozenset[str]) -> KnownPractitioner:
    """The practitioner for whom a system acts: one of its own agency."""
    if Scope.ON_BEHALF not in scopes:
        raise Problem(
            Kind.NOT_ALLOWED,
            f"This credential may not act for practitioners: leave {ON_BEHALF} out, or ask your agency's "
            f"administrator for the scope “{Scope.ON_BEHALF}”",
        )
    known = door.practitioner(identity, agency) if _NAME.fullmatch(identity) else None
    if known is None:
        raise Problem(
            Kind.NOT_ALLOWED,
            f"{ON_BEHALF} names nobody who works at your agency: send the id of one of its practitioners",
        )
    return known


READS, PERIOD = 600, 60
"""How many answers about children one account may read in how many seconds."""


def _count(caller: Caller) -> None:
    if wait := door.may_read(caller.account, READS, PERIOD):
        raise Problem(
            Kind.TOO_MANY_READS,
            f"More than {READS} reads in {PERIOD} seconds: go on in {wait} seconds. "
            "Events are taken all the while",
            headers={"Retry-After": str(wait)},
        )
