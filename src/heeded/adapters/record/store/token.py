"""Tokens: for whom a transaction works, signed so that a statement slipped into a query cannot make one."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Iterable
from enum import StrEnum
from uuid import UUID

LASTS = 900
"""How long a token holds, in seconds: longer than any transaction should."""


ITSELF = "heeded"
"""The agency and account under which the record does its own work: judging again, telling."""


class Scope(StrEnum):
    """What a transaction is for; the policies of the tables say what each may see."""

    LOOK = "look"
    WRITE = "write"
    FIND = "find"
    LIST = "list"
    WORK = "work"
    REVIEW = "review"
    ADDRESS = "address"
    VERIFY = "verify"
    BOND = "bond"
    KIN = "kin"
    NOTE = "note"
    LOAD = "load"
    DUE = "due"
    ERASE = "erase"
    UNSEAL = "unseal"


class Tokens:
    """Signs tokens with the 64-byte key that the database's owner also holds."""

    def __init__(self, key: bytes) -> None:
        self._signing = hmac.new(key, digestmod=hashlib.sha256)

    def token(self, backend: int, actor: str, agency: str, scope: Scope, persons: Iterable[UUID] = ()) -> str:
        """A token for one connection (its backend's process id); ValueError for a name that holds a bar."""
        if "|" in actor + agency:
            raise ValueError("the name of an account or agency cannot hold a bar (|)")
        named = ",".join(str(person) for person in persons)
        body = f"1|{backend}|{int(time.time()) + LASTS}|{actor}|{agency}|{scope}|{named}"
        signing = self._signing.copy()
        signing.update(body.encode())
        return f"{body}|{signing.hexdigest()}"
