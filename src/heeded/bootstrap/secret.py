"""The deployment's one secret, and the keys that are derived from it for each use."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

FOLDER = "HEEDED_FOLDER"
"""Where a deployment keeps what is its own: its secret, its keys and, if embedded, its database."""

_LENGTH = 32


def folder() -> Path:
    """The deployment's folder: `HEEDED_FOLDER`, or `.heeded` in the home directory. Made 0700 if missing."""
    place = Path(os.environ.get(FOLDER) or Path.home() / ".heeded").absolute()
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def secret() -> bytes:
    """The deployment's secret: 32 random bytes in `secret.key` (0600), made at first use.

    ValueError where the file is not one of ours or others may read it.
    """
    place = folder() / "secret.key"
    try:
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as fresh:
            fresh.write(secrets.token_bytes(_LENGTH))
    except FileExistsError:
        pass
    if place.stat().st_mode & 0o077:
        raise ValueError(f"{place} can be read by others: run chmod 600 {place}")
    found = place.read_bytes()
    if len(found) != _LENGTH:
        raise ValueError(f"{place} is not a secret of Heeded ({_LENGTH} bytes): restore it from your backup")
    return found


def derived(use: str, length: int = _LENGTH) -> bytes:
    """A key for one use, `length` bytes, from the deployment's secret (HKDF-Expand, RFC 5869)."""
    block, made = b"", b""
    for place in range(1, -(-length // _LENGTH) + 1):
        block = hmac.new(secret(), block + use.encode() + bytes([place]), hashlib.sha256).digest()
        made += block
    return made[:length]
