"""The deployment's keys in a file of their own, under a passphrase: the record's names are made with them."""

from __future__ import annotations

import io
import os
import tarfile
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from heeded.bootstrap import sealing
from heeded.bootstrap.secret import folder, secret

_HEAD = b"heeded-keys/1\n"
_SALT, _NONCE = 16, 12
_LARGEST = 1_000_000


def save_keys(file: Path, passphrase: str) -> None:
    """Write the deployment's secret and the log's seal into a new file (0600), encrypted.

    The key is made from the passphrase by Argon2id (64 MiB, 3 rounds). FileExistsError where the file is
    there already.
    """
    secret()
    sealing.seal()
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for path in _paths():
            archive.add(path, path.relative_to(folder()).as_posix())
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    sealed = ChaCha20Poly1305(_key(passphrase, salt)).encrypt(nonce, packed.getvalue(), _HEAD)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(_HEAD + salt + nonce + sealed)


def put_back_keys(file: Path, passphrase: str) -> None:
    """Put saved keys into the deployment's folder; ValueError where they do not open or others are there."""
    with file.open("rb") as opened:
        whole = opened.read(_LARGEST)
    head, rest = whole[: len(_HEAD)], whole[len(_HEAD) :]
    if head != _HEAD:
        raise ValueError(f"{file} does not hold saved keys of Heeded")
    salt, nonce, sealed = rest[:_SALT], rest[_SALT : _SALT + _NONCE], rest[_SALT + _NONCE :]
    try:
        packed = ChaCha20Poly1305(_key(passphrase, salt)).decrypt(nonce, sealed, _HEAD)
    except InvalidTag:
        raise ValueError(f"{file} does not open: the passphrase is another, or the file is damaged") from None
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        found = {
            member.name: taken.read()
            for member in archive
            if member.isfile() and (taken := archive.extractfile(member)) is not None
        }
    _refuse_others(found)
    for name, content in found.items():
        _write(folder() / name, content)


def _paths() -> list[Path]:
    seal = folder() / sealing.SEAL
    return [folder() / "secret.key", *sorted(path for path in seal.iterdir() if path.is_file())]


def _refuse_others(found: dict[str, bytes]) -> None:
    allowed = {"secret.key"}
    for name, content in found.items():
        if name not in allowed and not (name.startswith(f"{sealing.SEAL}/") and name.count("/") == 1):
            raise ValueError(f"the saved keys hold {name}, which is no key")
        place = folder() / name
        if place.exists() and place.read_bytes() != content:
            raise ValueError(f"{place} is another key: name an empty folder in HEEDED_FOLDER")


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not place.exists():
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(content)


def _key(passphrase: str, salt: bytes) -> bytes:
    return hash_secret_raw(
        passphrase.encode(), salt, time_cost=3, memory_cost=65536, parallelism=1, hash_len=32, type=Type.ID
    )
