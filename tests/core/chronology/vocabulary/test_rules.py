"""Every rule of the published list can be written in the record's words: rules.txt says with which."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from heeded.core.chronology.vocabulary import Field, FieldType, kind

LINES = Path(__file__).with_name("rules.txt").read_text(encoding="utf-8").splitlines()
NUMBERS = {
    *(f"CL-0{n}" for n in range(1, 8)),
    *("MED-01", "HIST-01", "SIB-01", "ID-01", "IS-01", "ASM-01", "CG-01", "CPV-01", "RV-01"),
    *(f"RE-0{n}" for n in range(1, 7)),
    *(f"SD-0{n}" for n in range(1, 6)),
    *(f"S47-0{n}" for n in range(1, 5)),
    *(f"HO-0{n}" for n in range(1, 6)),
    *(f"LRN-0{n}" for n in range(1, 7)),
    *(f"{group}-0{n}" for group in ("CPC", "PO", "EM") for n in range(1, 4)),
    *(f"{group}-0{n}" for group in ("CLA", "EX", "POOL", "DIS", "CAR") for n in range(1, 3)),
    *("DISC-01", "MI-01", "PF-01", "LA-01", "AUD-01"),
}
"""The 66 rules of the published list."""


def asked() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Yield each kind that a rule speaks of: the rule's number, its key, the kind, the facts as written."""
    ref = per = ""
    for line in LINES:
        if line.startswith("  "):
            name, *facts = line.strip().split(" | ")
            yield ref, per, name, tuple(facts)
        elif line and not line.startswith("#"):
            ref, per = line.split(" per ")


def value(field: Field, written: str) -> object:
    """Read a fact as the field's type wants it."""
    match field.type:
        case FieldType.NUMBER:
            return float(written)
        case FieldType.NAMES:
            return frozenset(written.split(" + "))
        case _:
            return written


def objections(name: str, fact: str) -> tuple[str, ...]:
    """Say what is wrong with a fact as written: "field", "not field" or "field: value"."""
    field, colon, written = fact.partition(": ")
    if not colon:
        return kind(name).objections({fact.removeprefix("not "): not fact.startswith("not ")})
    known = kind(name).field(field)
    return kind(name).objections({field: value(known, written) if known else written})


@pytest.mark.parametrize(("ref", "per", "name", "facts"), list(asked()))
def test_a_rule_can_ask(ref: str, per: str, name: str, facts: tuple[str, ...]) -> None:
    assert [wrong for fact in facts for wrong in objections(name, fact)] == []
    assert per in kind(name).keys, f"{ref}: {name} carries no {per}"


def test_all_rules_of_the_list_are_here() -> None:
    assert {ref for ref, *_ in asked()} == NUMBERS
    assert len(NUMBERS) == 66


def test_the_watch_sees_what_cannot_be_asked() -> None:
    assert objections("visit", "colour: blue")
    assert objections("visit", "child glimpsed")
    assert objections("visit", "purpose: tea")
