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
_OTHERS_WRITE = 0o022


def folder() -> Path:
    """The deployment's folder: `HEEDED_FOLDER`, or `.heeded` in the home directory. Made 0700 if missing.

    ValueError where it cannot be used, or others may write into it.
    """
    place = Path(os.environ.get(FOLDER) or Path.home() / ".heeded").absolute()
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        mode = place.stat().st_mode
    except OSError as wrong:
        raise _unusable(place, wrong) from wrong
    if mode & _OTHERS_WRITE:
        raise ValueError(
            f"{place} can be changed by others, who could put keys of their own there: run chmod 700 {place}"
        )
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
    except OSError as wrong:
        raise _unusable(place, wrong) from wrong
    if place.stat().st_mode & 0o077:
        raise ValueError(f"{place} can be read by others: run chmod 600 {place}")
    try:
        found = place.read_bytes()
    except OSError as wrong:
        raise _unusable(place, wrong) from wrong
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


def _unusable(place: Path, wrong: OSError) -> ValueError:
    """What keeps the folder, or a file in it, from being used, and what to do."""
    why = {
        PermissionError: "this account may not write there",
        NotADirectoryError: "a part of its path is a file",
        FileExistsError: "it is a file",
    }.get(type(wrong), (wrong.strerror or str(wrong)).lower())
    named = f"{FOLDER} names it" if os.environ.get(FOLDER) else f"name another with {FOLDER}"
    return ValueError(
        f"{place} cannot be used: {why} ({named}). Name a folder of this account's own, or chown it"
    )
