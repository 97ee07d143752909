"""An amount of time as an agreement writes it: 15 working days, 72 hours, the same day."""

import re
from dataclasses import dataclass
from enum import StrEnum

LARGEST = 9999
"""The largest number an amount may carry; no agreement comes near it, so more is a slip."""

_NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        ("a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        start=1,
    )
    for word in words.split()
}
_SHAPE = re.compile(r"(?P<number>[0-9]+|[a-z]+) (?P<unit>[a-z]+(?: [a-z]+)?)")
_ADVICE = (
    'Write a whole number from 1 and a unit, such as "15 working days", "1 month" or '
    '"72 hours" (units: working days, days, hours, weeks, months), or write "the same day".'
)


class Unit(StrEnum):
    """What an amount is counted in; the value is the word, in the singular."""

    WORKING_DAY = "working day"
    DAY = "day"
    HOUR = "hour"
    WEEK = "week"
    MONTH = "month"
    SAME_DAY = "the same day"


_UNITS = {written: unit for unit in Unit if unit is not Unit.SAME_DAY for written in (str(unit), f"{unit}s")}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of units; the same day is the only amount whose number is 0."""

    number: int
    unit: Unit

    def __post_init__(self) -> None:
        """Refuse, with ValueError, a number that its unit cannot carry."""
        if self.unit is Unit.SAME_DAY:
            if self.number != 0:
                raise ValueError(f"The same day carries no number, but got {self.number}.")
        elif not 1 <= self.number <= LARGEST:
            raise ValueError(
                f"{self.number} is not a number of {self.unit}s. "
                f"An amount is at least 1 and at most {LARGEST}. {_ADVICE}"
            )

    @classmethod
    def parse(cls, text: str) -> "Amount":
        """Read an amount as written in a handbook; ValueError says what to write instead."""
        written = " ".join(text.lower().split())
        if written == Unit.SAME_DAY:
            return cls(0, Unit.SAME_DAY)
        shape = _SHAPE.fullmatch(written)
        if shape is None:
            raise ValueError(f'"{text}" is not an amount of time. {_ADVICE}')
        return cls(_number(shape["number"], text), _unit(shape["unit"], text))

    def __str__(self) -> str:
        """The amount in plain English, which `parse` reads back."""
        if self.unit is Unit.SAME_DAY:
            return str(self.unit.value)
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"


def _number(word: str, text: str) -> int:
    if word.isdigit():
        digits = word.lstrip("0") or "0"
        if len(digits) > len(str(LARGEST)):
            raise ValueError(f'"{text}" is more than {LARGEST}. {_ADVICE}')
        return int(digits)
    if word in _NUMBER_WORDS:
        return _NUMBER_WORDS[word]
    raise ValueError(
        f'"{word}" in "{text}" is not a number that can be read here: '
        f"use digits, or a word from one to ten. {_ADVICE}"
    )


def _unit(word: str, text: str) -> Unit:
    if word in _UNITS:
        return _UNITS[word]
    raise ValueError(f'"{word}" in "{text}" is not a unit of time that can be counted. {_ADVICE}')
