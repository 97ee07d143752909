"""Invented injuries for the tests of prompts."""

from __future__ import annotations

from datetime import date
from typing import Any

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Person, Source
from heeded.core.chronology.view import as_known
from heeded.core.chronology.when import When
from heeded.core.evidence.prompts import Prompt, prompts

BORN, NOON = date(2022, 1, 10), "2024-03-08T12:00"


def entry(
    kind: str, id_: str = "E1", when: str = "2024-03-08T16:00", injury: str = "I1", **facts: Fact
) -> Entry:
    """An entry about T of an injury; facts by their names with underscores for blanks."""
    happened = When.parse(when)
    return Entry(
        id=id_,
        kind=kind,
        child="T",
        happened=happened,
        told=happened.latest,
        source=Source("hospital"),
        keys={"injury": injury} if injury else {},
        facts={name.replace("_", " "): value for name, value in facts.items()},
    )


def bruise(
    *sites: str, id_: str = "E1", when: str = "2024-03-08T16:00", injury: str = "I1", **facts: Fact
) -> Entry:
    """A bruise on T."""
    where: dict[str, Fact] = {"sites": frozenset(sites)} if sites else {}
    return entry("injury observed", id_, when, injury, what="bruise", **where, **facts)


def explained(fit: str = "", id_: str = "E2", injury: str = "I1") -> Entry:
    """A carer's explanation, and whether a practitioner found it to fit."""
    facts: dict[str, Any] = {"fit": fit} if fit else {}
    return entry("explanation given", id_, injury=injury, words="he fell", **facts)


def of(*entries: Entry, born: date | None = BORN) -> dict[str, Prompt]:
    """The prompts on T's record by rule; one injury at a time."""
    found = prompts(as_known(entries, None, None), {"T": Person("T", "T", born)})
    assert len({prompt.rule.id for prompt in found}) == len(found)
    return {prompt.rule.id: prompt for prompt in found}
