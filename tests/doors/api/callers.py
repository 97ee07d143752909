"""Callers for tests of the API: credentials of invented agencies' systems, and practitioners."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.test import Client

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer
else:
    Answer = object

__all__ = ["Answer", "bearer", "caller", "make_practitioner", "post"]


def caller(*, csrf: bool = False) -> Client:
    """Somebody who calls the API at the name under which it is served."""
    return Client(SERVER_NAME="localhost", enforce_csrf_checks=csrf, raise_request_exception=False)


def bearer(agency: str, *scopes: str, expires: int | None = None) -> dict[str, str]:
    """The header of a system of an agency that was made for these scopes."""
    from heeded.adapters.record.door.credentials import make_credential  # noqa: PLC0415 - after Django is set up

    identity, secret = make_credential(agency, "test system", scopes, expires)
    return {"Authorization": f"Bearer {identity}.{secret}"}


def make_practitioner(identity: str, agency: str, *roles: str) -> None:
    """Put a practitioner of an agency into the record."""
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - after Django is set up

    Practitioner.objects.create_user(
        f"{identity}@invented.example", id=identity, name=identity.title(), agency_id=agency, roles=[*roles]
    )


def post(
    path: str, body: bytes | object, headers: Mapping[str, str], media: str = "application/json"
) -> Answer:
    """Post bytes, or a value as JSON."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return caller().post(path, data, content_type=media, headers=dict(headers))
