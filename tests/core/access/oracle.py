"""A second opinion on who may see: the expectations of `expected.csv`, looked up without the policy's code.

The page is not read from the top. Of the lines that name a role, the one that names the question most
closely counts: operation and record both named, then the operation, then the record, then neither
("others"). Two lines that are equally close must not exist.
"""

import csv
from functools import cache
from pathlib import Path

from heeded.core.access import Effect, Obligation, Operation, RecordClass, Role, Standing

PAGE = Path(__file__).with_name("expected.csv")
OTHERS = "others"
WORDS = {
    "reason": Obligation.REASON,
    "second": Obligation.SECOND_PERSON,
    "lead": Obligation.TELL_LEAD,
    "review": Obligation.REVIEW,
    "outside": Obligation.TELL_OUTSIDE,
    "receipt": Obligation.RECEIPT_ONLY,
}
Expected = tuple[Effect, frozenset[Obligation]]


def answer(cell: str) -> Expected:
    """What a cell of the page says."""
    effect, *owed = cell.split("+")
    return Effect(effect), frozenset(WORDS[word] for word in owed)


@cache
def lines() -> dict[tuple[str, str, str], tuple[int, dict[str, str]]]:
    """The page's lines by role, operation and record, each with its number; doubles are refused."""
    found: dict[tuple[str, str, str], tuple[int, dict[str, str]]] = {}
    with PAGE.open(encoding="utf-8", newline="") as page:
        for number, line in enumerate(csv.DictReader(page), start=2):
            for role in line["role"].split("/"):
                for operation in line["operation"].split("/"):
                    for record in line["record"].split("/"):
                        key = (role, operation, record)
                        assert key not in found, f"line {number} says again what stands above: {key}"
                        found[key] = (number, line)
    return found


def closest(role: Role, record: RecordClass, operation: Operation) -> tuple[int, dict[str, str]]:
    """The line that names the question most closely; KeyError where none does."""
    ways = ((operation, record), (operation, OTHERS), (OTHERS, record), (OTHERS, OTHERS))
    for spoken, kind in ways:
        if (role, spoken, kind) in lines():
            return lines()[role, spoken, kind]
    raise KeyError(f"The page says nothing of: {role}, {operation}, {record}.")


def expected(role: Role, standing: Standing, record: RecordClass, operation: Operation) -> Expected:
    """What the page expects to be answered."""
    return answer(closest(role, record, operation)[1][standing])
