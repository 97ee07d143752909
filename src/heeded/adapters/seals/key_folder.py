"""The folder of a seal: one private key that nobody else can read, and every public key it ever had."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from heeded.adapters.seals.seal import Seal
from heeded.core.log.note import VerifierKey

PRIVATE, PUBLIC = "seal.key", "seal.public"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def open_seal(folder: Path, name: str) -> Seal:
    """The seal that is kept in a folder, made there at first use.

    `name` is what its signatures are made in: for a record, its log's origin. Any number of
    processes may open it at once; one of them makes it. Raises PermissionError where the private
    key is not its reader's alone, ValueError where the folder holds another name's key.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / PRIVATE
    if not os.path.lexists(path):
        _make(path)
    seal = Seal(name, _read(path))
    known = public_keys(folder)
    if any(key.name != name for key in known):
        raise ValueError(f"{folder} holds the seal of {known[0].name}, not of {name}: name another folder")
    if seal.key() not in known:
        _append(folder / PUBLIC, f"{seal.key()}\n")
    return seal


def public_keys(folder: Path) -> tuple[VerifierKey, ...]:
    """Every public key that this folder's seal has had, the oldest first: old signatures stay good."""
    path = folder / PUBLIC
    if not path.exists():
        return ()
    lines = path.read_text("utf-8").splitlines()
    return tuple(dict.fromkeys(VerifierKey.parse(line) for line in lines if line.strip()))


def rotate(folder: Path, name: str) -> Seal:
    """A new private key in place of the old one, which is gone; its public key is kept."""
    open_seal(folder, name)
    fresh = folder / f"{PRIVATE}.new"
    fresh.unlink(missing_ok=True)
    _write(fresh, Ed25519PrivateKey.generate())
    seal = Seal(name, _read(fresh))
    _append(folder / PUBLIC, f"{seal.key()}\n")
    fresh.replace(folder / PRIVATE)
    _sync(folder)
    return seal


def _make(path: Path) -> None:
    """Put a new private key in place at once and whole, unless another process is first."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    _write(fresh, Ed25519PrivateKey.generate())
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
    _sync(path.parent)


def _write(path: Path, private: Ed25519PrivateKey) -> None:
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())


def _read(path: Path) -> Ed25519PrivateKey:
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
        found = os.fstat(file.fileno())
        if found.st_uid != os.geteuid() or found.st_mode & _OTHERS or not stat.S_ISREG(found.st_mode):
            raise PermissionError(
                f"{path} must be a file of the user who runs this, and readable by nobody else: "
                "chown it and chmod 600, and rotate the key if others could have read it"
            )
        private = load_pem_private_key(file.read(), None)
    if not isinstance(private, Ed25519PrivateKey):
        raise ValueError(f"{path} holds a key that is not an Ed25519 key")  # noqa: TRY004 - what it holds
    return private


def _append(path: Path, line: str) -> None:
    with os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644), "w", encoding="utf-8"
    ) as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Make the folder's own entries durable."""
    place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
