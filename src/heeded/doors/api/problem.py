"""A problem: what is wrong, where, and what to do, as application/problem+json (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum

from django.http import HttpResponse

MEDIA_TYPE = "application/problem+json"
URN = "urn:heeded:problem:"
"""How the type of every problem begins; docs/api.md says of each what it means and what to do."""


class Kind(Enum):
    """Every kind of problem: its name, its status and its title."""

    UNREADABLE = ("unreadable", 400, "The request cannot be read")
    NOT_SIGNED_IN = ("not-signed-in", 401, "Nobody is known to be asking")
    NOT_ALLOWED = ("not-allowed", 403, "This may not be done")
    NOTHING_FOUND = ("nothing-found", 404, "Nothing was found")
    NO_SUCH_METHOD = ("no-such-method", 405, "This is not done here")
    OTHERWISE_HELD = ("otherwise-held", 409, "The record holds something else")
    TOO_LARGE = ("too-large", 413, "The request is too large")
    OTHER_FORMAT = ("other-format", 415, "The format is not read here")
    NOT_ACCEPTED = ("not-accepted", 422, "The request cannot be accepted as it is")
    PURPOSE_MISSING = ("purpose-missing", 428, "A purpose and its legal basis must be stated")
    TOO_MANY_READS = ("too-many-reads", 429, "Too much was read in a short time")
    FAULT = ("fault", 500, "Something went wrong here")
    NOT_NOW = ("not-now", 503, "This cannot be done just now")
    NO_ROOM = ("no-room", 507, "There is room for concerns alone")

    def __init__(self, slug: str, status: int, title: str) -> None:
        self.slug = slug
        self.status = status
        self.title = title

    @property
    def type(self) -> str:
        """The URI by which a program tells it."""
        return URN + self.slug


class Problem(Exception):  # noqa: N818 - it is called what RFC 9457 calls it
    """A request that is not answered as it was meant: what, where, and what to do.

    `more` are further members of the answer; `headers` go with it.
    """

    def __init__(
        self,
        kind: Kind,
        detail: str,
        *,
        more: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
        self.more = dict(more or {})
        self.headers = dict(headers or {})

    def answer(self, path: str) -> HttpResponse:
        """The answer to a request for a path."""
        told = {
            "type": self.kind.type,
            "title": self.kind.title,
            "status": self.kind.status,
            "detail": self.detail,
            "instance": path,
            **self.more,
        }
        body = json.dumps(told, ensure_ascii=True)
        return HttpResponse(body, MEDIA_TYPE, self.kind.status, headers=self.headers)


def of_status(status: int) -> Problem:
    """The problem that an answer of that status stands for, where nobody said more."""
    detail, kind = _SAID.get(status, _SAID[500 if status >= 500 else 400])  # noqa: PLR2004 - RFC 9110
    return Problem(kind, detail)


def nothing_found() -> Problem:
    """What is said of whatever does not exist, and in the same words of whatever is hidden."""
    return Problem(Kind.NOTHING_FOUND, _SAID[404][0])


_SAID: Mapping[int, tuple[str, Kind]] = {
    400: ("The request is malformed: compare it with docs/api.md and send it again", Kind.UNREADABLE),
    403: (
        "The request was refused. A practitioner's browser sends the header X-CSRFToken with every change",
        Kind.NOT_ALLOWED,
    ),
    404: ("There is nothing here that you may see: check the address", Kind.NOTHING_FOUND),
    405: ("The header Allow names what may be done here", Kind.NO_SUCH_METHOD),
    413: ("The request is too large: send it in several parts", Kind.TOO_LARGE),
    500: (
        (
            "The fault is ours and has been noted. Send the same request again: what was kept already "
            "is never kept twice"
        ),
        Kind.FAULT,
    ),
    503: (
        "Send the same request again in a few seconds: what was kept already is never kept twice",
        Kind.NOT_NOW,
    ),
}
