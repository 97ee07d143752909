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
from heeded.adapters.record.store.transaction import alone

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
    shown, rows = _digest(secret), alone("door", "credential", identity)
    for name, called, digest, scopes, expires, agency, sector, area in rows:
        if not hmac.compare_digest(digest, shown) or (expires is not None and expires <= now):
            return None
        return KnownSystem(name, called, agency, sector, area, frozenset(scopes))
    hmac.compare_digest(_NOBODYS, shown)
    return None


def withdraw_credential(identity: str) -> None:
    """Let a system in no more, from its next request on; LookupError where there is no such credential."""
    if not Credential.objects.filter(id=identity).update(active=False):
        raise LookupError(f"there is no credential {identity}")


def _digest(secret: str) -> str:
    """A secret is 32 random bytes, which nobody can guess: one round of hashing is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
