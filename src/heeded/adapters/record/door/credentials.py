"""Credentials of agencies' systems: made, recognised, withdrawn. The record keeps digests alone."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.text import slugify

from heeded.adapters.record.models import Agency, Credential

_SECRET = 32
_NOBODYS = hashlib.sha256(secrets.token_bytes(_SECRET)).hexdigest()
"""What the secret of a credential that does not exist is compared with, so that time tells nothing."""


@dataclass(frozen=True, slots=True)
class KnownSystem:
    """An agency's system whose secret was right: the credential, its agency, and what it was made for."""

    id: str
    name: str
    agency: str
    sector: str
    area: str
    scopes: frozenset[str]


def make_credential(
    agency: str, name: str, scopes: Iterable[str], expires: int | None = None
) -> tuple[str, str]:
    """Let a system of an agency in, until a moment (seconds UTC): the credential's id and its secret.

    The secret is told this once. LookupError where there is no such agency.
    """
    if not Agency.objects.filter(id=agency).exists():
        raise LookupError(f"the record has no agency {agency}")
    secret = secrets.token_urlsafe(_SECRET)
    identity = f"{slugify(f'{agency}-{name}')[:45]}-{secrets.token_hex(4)}"
    Credential.objects.create(
        id=identity,
        agency_id=agency,
        name=name,
        digest=_digest(secret),
        scopes=sorted(scopes),
        expires=None if expires is None else datetime.fromtimestamp(expires, UTC),
    )
    return identity, secret


def recognise(identity: str, secret: str, now: int) -> KnownSystem | None:
    """The system that shows this secret at a moment (seconds UTC); None where it may not come in.

    Read anew each time: a credential that was withdrawn lets nobody in from then on.
    """
    found = Credential.objects.select_related("agency").filter(id=identity).first()
    right = hmac.compare_digest(found.digest if found else _NOBODYS, _digest(secret))
    if found is None or not right or not found.active:
        return None
    if found.expires is not None and found.expires.timestamp() <= now:
        return None
    agency = found.agency
    return KnownSystem(found.id, found.name, agency.id, agency.sector, agency.area, frozenset(found.scopes))


def withdraw_credential(identity: str) -> None:
    """Let a system in no more, from its next request on; LookupError where there is no such credential."""
    if not Credential.objects.filter(id=identity).update(active=False):
        raise LookupError(f"there is no credential {identity}")


def _digest(secret: str) -> str:
    """A secret is 32 random bytes, which nobody can guess: one round of hashing is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
