"""Identifiers that check themselves: NHS numbers and unique pupil numbers."""

from __future__ import annotations

import re
from dataclasses import replace

from heeded.core.chronology.report import LOCAL_ID, NHS_NUMBER, UPN, Identifier

SYSTEMS = (NHS_NUMBER, UPN, LOCAL_ID)
"""The systems of identifiers that a report may use."""

_NHS = re.compile(r"[0-9]{10}")
_UPN = re.compile(r"[A-Z][0-9]{11}[0-9A-Z]")
_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""The check letters of a UPN for the remainders 0 to 22; I, O and S are left out."""


def plain(identifier: Identifier) -> Identifier:
    """The identifier without the blanks and hyphens that people group digits by; a local one as it is."""
    if identifier.system == LOCAL_ID:
        return identifier
    return replace(identifier, value=re.sub(r"[\s-]", "", identifier.value).upper())


def checked(identifier: Identifier) -> str:
    """Why an identifier, written plainly, cannot be right; empty where nothing speaks against it.

    A local identifier has no check of its own; one of an unknown system cannot be checked, and says so.
    """
    match identifier.system:
        case "NHS number":
            return _nhs_number(identifier.value)
        case "UPN":
            return _upn(identifier.value)
        case "local":
            return "" if identifier.value.strip() else "the identifier is empty"
        case _:
            return "this system of identifiers is not known"


def joins(identifier: Identifier) -> bool:
    """Whether the same identifier, from whichever agency, means the same person by itself.

    Never a local one: two agencies may use the same number for two children. Never one whose check
    fails: a number typed in its place, such as a row of noughts, would make one child of many.
    """
    return identifier.system != LOCAL_ID and not checked(plain(identifier))


def _nhs_number(value: str) -> str:
    """Ten digits, the last of which follows from the others modulo 11 (NHS Data Dictionary, NHS NUMBER)."""
    if not _NHS.fullmatch(value):
        return "an NHS number has ten digits"
    if len(set(value)) == 1:
        return "ten times the same digit is no NHS number"
    total = sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), value, strict=False))
    check = (11 - total % 11) % 11
    return (
        "" if check == int(value[-1]) else "the check digit of the NHS number is wrong: a digit was mistaken"
    )


def _upn(value: str) -> str:
    """Thirteen characters, the first of which follows from the others modulo 23 (DfE's UPN guide).

    A temporary number ends in a letter, which counts as its place among the check letters.
    """
    if not _UPN.fullmatch(value) or value[-1] not in f"0123456789{_LETTERS}":
        return "a UPN has a letter, eleven digits, and a last digit or letter"
    worth = [int(mark) if mark.isdigit() else _LETTERS.index(mark) for mark in value[1:]]
    total = sum(weight * each for weight, each in enumerate(worth, start=2))
    right = _LETTERS[total % len(_LETTERS)]
    return "" if right == value[0] else "the check letter of the UPN is wrong: a character was mistaken"
