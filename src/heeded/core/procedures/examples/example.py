"""Examples: a block read into a chronology, a moment and the findings expected."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from heeded.core.chronology.carriage import Carriage
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.procedures.examples.cast import (
    Cast,
    read_adults,
    read_agencies,
    read_children,
    read_household,
)
from heeded.core.procedures.examples.entry import read_entry, refuse_strays
from heeded.core.procedures.examples.expectation import NOT_OWED, Judged, read_expected, read_judged
from heeded.core.procedures.examples.table import Row, is_table, read_table
from heeded.core.procedures.handbook import Example, Expected
from heeded.core.procedures.mistake import Mistake
from heeded.core.procedures.text.clause import Clause, attempt, gather
from heeded.core.procedures.text.clauses import Clauses
from heeded.core.procedures.text.line import Block
from heeded.core.procedures.text.pattern import read_kind

CLAUSES = ("children", "adults", "agencies", "household", "carries", "judged", "expect")
_SEVERAL = ("household", "expect")
_CAST = MappingProxyType({"children": read_children, "adults": read_adults, "agencies": read_agencies})


def read_example(block: Block) -> tuple[Example | None, list[Mistake]]:
    """The example in a block, and every mistake in it; no example where there is one."""
    heading = Clause("example", (block.line,), 0)
    plain = [line for line in block.lines if not is_table(line)]
    clauses = Clauses.read(heading, gather(plain), CLAUSES, several=_SEVERAL)
    cast = Cast()
    for word, read in _CAST.items():
        clauses.read_one(word, lambda clause, read=read: read(clause, cast))  # type: ignore[misc]
    entries = [*_households(clauses, cast), *_rows(block, clauses, cast)]
    judged = clauses.read_one("judged", lambda clause: read_judged(clause, cast))
    expected = [
        found
        for clause in clauses.all("expect")
        if (found := attempt(clauses.mistakes, lambda each: read_expected(each, cast), clause))
    ]
    carriages = clauses.read_one("carries", _carriage)
    _refuse_lacks(block, clauses)
    if judged is None or clauses.mistakes:
        return None, clauses.mistakes
    chronology = Chronology(
        family="example",
        entries=tuple(entries),
        people=cast.people,
        agencies=cast.agencies,
        carriages=(carriages,) if carriages else (),
    )
    return _example(block, chronology, judged, expected), clauses.mistakes


def _example(block: Block, chronology: Chronology, judged: Judged, expected: list[Expected]) -> Example:
    return Example(
        title=block.title,
        chronology=chronology,
        now=judged.now,
        expected=tuple(one for one in expected if one.verdict != NOT_OWED),
        not_owed=tuple(one for one in expected if one.verdict == NOT_OWED),
        known_to=judged.known_to,
        known_at=judged.known_at,
        file=block.line.file,
        line=block.line.number,
    )


def _households(clauses: Clauses, cast: Cast) -> list[Entry]:
    found = (
        attempt(clauses.mistakes, lambda each: [*read_household(each, cast)], clause)
        for clause in clauses.all("household")
    )
    return [entry for entries in found if entries for entry in entries]


def _rows(block: Block, clauses: Clauses, cast: Cast) -> list[Entry]:
    drawn = [line for line in block.lines if is_table(line)]
    rows = attempt(clauses.mistakes, read_table, drawn) or ()
    read = [(row, attempt(clauses.mistakes, lambda each: read_entry(each, cast), row)) for row in rows]
    found: list[tuple[Row, Entry]] = [(row, entry) for row, entry in read if entry]
    if not clauses.mistakes:
        attempt(clauses.mistakes, refuse_strays, found)
    return [entry for _, entry in found]


def _carriage(clause: Clause) -> Carriage:
    """A source that carries only the kinds that the line "carries KIND, KIND" names."""
    phrases = clause.phrases
    kinds: dict[str, frozenset[str] | None] = {read_kind(phrases).name: None}
    while phrases.take(",", "and"):
        kinds[read_kind(phrases).name] = None
    phrases.finish("Part the kinds of event with commas.")
    told: Mapping[str, frozenset[str] | None] = kinds
    return Carriage("the source", told)


def _refuse_lacks(block: Block, clauses: Clauses) -> None:
    lacks = {
        "a title": (bool(block.title), "Say after ```example what it shows."),
        "a moment of judgement": (clauses.has("judged"), "Add a line “judged 2024-03-20”."),
        "anything that it expects": (clauses.has("expect"), "Add a line “expect RULE VERDICT”."),
        "a table of events": (any(map(is_table, block.lines)), "Draw one with the columns when and what."),
    }
    for lack, (given, remedy) in lacks.items():
        if not given:
            clauses.missing(f"The example has not {lack}.", remedy)
