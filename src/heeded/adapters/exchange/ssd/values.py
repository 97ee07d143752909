"""The dataset's cells in the words of the vocabulary, in the several ways in which they are written."""

import json
import re
from collections.abc import Callable, Mapping

from heeded.adapters.exchange.census.chronology.words import (
    CATEGORIES,
    CLOSURES,
    FACTORS,
    NO_FACTOR,
    SOURCES,
)
from heeded.core.chronology.entry import Fact

EMPTY = frozenset({"", "null", "none", "nan", "nat", "n/a", "na", "placeholder_data", "ssd_ph", "<na>"})
"""What stands in a cell that says nothing, in small letters."""
NO_DAY = ("1900-01-01", "1900/01/01", "01/01/1900")
"""How the release's scripts fill a date that they cannot tell yet."""
YES, NO = frozenset({"y", "yes", "1", "true", "t"}), frozenset({"n", "no", "0", "false", "f"})
_CODE = re.compile(r"\d{1,2}[A-Z]?")
Read = Callable[[str], Fact | None]
"""A cell read; None where it says nothing of this, ValueError where it is none of the agreed values."""


def text_of(cell: object) -> str:
    """A cell as text without blanks around it; empty where it says nothing."""
    text = "" if cell is None else str(cell).strip()
    return "" if text.lower() in EMPTY or text.startswith(NO_DAY) else text


def yes_or_no(text: str) -> bool:
    """Yes or no, as letters, words or numbers."""
    word = text.lower()
    if word in YES or word in NO:
        return word in YES
    raise ValueError(text)


def referrer(text: str) -> str:
    """Who referred or made contact, by the census's code (the dataset takes over its list)."""
    return _coded(text, SOURCES)


def closure(text: str) -> str:
    """Why a case was closed: RC1 to RC9, alone or before its words."""
    return _coded(text, CLOSURES)


def category(text: str) -> str:
    """The category of a plan: in words (the dataset's way) or as the census's code."""
    word = " ".join(text.lower().split())
    if word.upper() in CATEGORIES:
        return CATEGORIES[word.upper()]
    if word.startswith("multiple"):
        return "multiple"
    found = {name for name in CATEGORIES.values() if name == word or name.removesuffix(" abuse") == word}
    if len(found) != 1:
        raise ValueError(text)
    return found.pop()


def factors(text: str) -> frozenset[str] | None:
    """The factors found; None where only the code is there that says that there are none."""
    return frozenset(FACTORS[code] for code in _factor_codes(text) if code != NO_FACTOR) or None


def without_factors(text: str) -> bool | None:
    """Whether the code is there that says that no factor was found."""
    return True if NO_FACTOR in _factor_codes(text) else None


def conference_required(text: str) -> bool | None:
    """Whether an enquiry led to a conference, by the flags of its outcome; None where they do not say.

    No is taken from the flag itself, or from the flag of no further action.
    """
    flags = _flags(text)
    conference = flags.get("CP_CONFERENCE_FLAG", flags.get("CP_CONFERENCE", ""))
    if conference:
        return yes_or_no(conference)
    nothing = flags.get("NFA_FLAG", flags.get("NFA", ""))
    return False if nothing and yes_or_no(nothing) else None


def _coded(text: str, words: Mapping[str, str]) -> str:
    code = text.upper().split(" ", 1)[0].rstrip(".:-")
    if code not in words:
        raise ValueError(text)
    return words[code]


def _factor_codes(text: str) -> frozenset[str]:
    """The codes of a JSON list, of an object of flags, or parted by commas; several lines add up."""
    codes: set[str] = set()
    for line in text.splitlines():
        codes.update(_codes_of(line))
    for code in codes:
        if code != NO_FACTOR and code not in FACTORS:
            raise ValueError(code)
    return frozenset(codes)


def _codes_of(line: str) -> list[str]:
    if not line.lstrip().startswith(("[", "{")):
        codes = [part.strip().upper() for part in re.split(r"[,;| ]", line) if part.strip()]
        if any(not _CODE.fullmatch(code) for code in codes):
            raise ValueError(line)
        return codes
    told = _json(line)
    if isinstance(told, dict):
        return [
            str(code).upper() for code, flag in told.items() if text_of(flag) and yes_or_no(text_of(flag))
        ]
    if isinstance(told, list):
        return [str(code).strip().upper() for code in told if text_of(code)]
    raise ValueError(line)


def _flags(text: str) -> Mapping[str, str]:
    told = _json(text)
    if not isinstance(told, dict):
        raise ValueError(text)  # noqa: TRY004 - every value that is none of those agreed is told alike
    return {str(name).upper(): text_of(flag) for name, flag in told.items()}


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except RecursionError as wrong:
        raise ValueError(text) from wrong
