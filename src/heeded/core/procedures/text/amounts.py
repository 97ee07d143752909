"""Amounts: a named length of time with its dated lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from heeded.core.procedures.handbook import Amounts, DatedAmount
from heeded.core.procedures.mistake import Mistake, shortened
from heeded.core.procedures.text.clause import Clause, attempt, gather, read_clause, spoken
from heeded.core.procedures.text.line import Block, Line
from heeded.core.procedures.text.span import read_amount, read_date, read_name

_DATED = re.compile(
    r"(?P<day>\S+)\s+(?P<amount>.+?)(?:\s+in\s+(?P<area>.+?))?(?:\s+agreed\s+(?P<source>.+))?", re.IGNORECASE
)
_WORDS = ("from", "unverified")
_HOW = "Write such as “from 2027-01-01 10 working days agreed the partnership, 1 October 2026”."


@dataclass
class _Naming:
    """A name of an amount, and the lines under it."""

    heading: Line
    lines: list[Line] = field(default_factory=list)


def read_amounts(block: Block) -> tuple[tuple[Amounts, ...], list[Mistake]]:
    """The named amounts of a block, and every mistake in it."""
    mistakes: list[Mistake] = []
    found = [_named(naming, mistakes) for naming in _namings(block, mistakes)]
    if not block.lines or not spoken(block.lines):
        empty = block.line.wrong("The block of amounts is empty.", "Write a name, and dated lines under it.")
        mistakes.append(empty.mistake)
    return tuple(amounts for amounts in found if amounts), mistakes


def _namings(block: Block, mistakes: list[Mistake]) -> list[_Naming]:
    """The names in a block: the lines indented no deeper than the first one."""
    found: list[_Naming] = []
    edge = None
    for line in spoken(block.lines):
        edge = line.indent if edge is None else edge
        if line.indent > edge or (found and line.text.split()[0] in ("from", "unverified", "unverified:")):
            found[-1].lines.append(line)
        elif line.text.split()[0] == "from":
            nameless = line.wrong(
                "This dated line stands under no name.", "Write the amount's name above it."
            )
            mistakes.append(nameless.mistake)
            return []
        else:
            found.append(_Naming(line))
    return found


def _named(naming: _Naming, mistakes: list[Mistake]) -> Amounts | None:
    name = attempt(mistakes, lambda line: read_name(line.text, line), naming.heading)
    dated: list[DatedAmount] = []
    for group in gather(naming.lines, opening=_WORDS):
        attempt(mistakes, lambda lines: _take(_unmarked(lines), dated), group)
    if not naming.lines:
        bare = naming.heading.wrong(f"“{shortened(naming.heading.text)}” has no dated line.", _HOW)
        mistakes.append(bare.mistake)
    if name is None or not dated:
        return None
    oldest_first = tuple(sorted(dated, key=lambda line: (line.since, line.area)))
    return Amounts(name, oldest_first, naming.heading.file)


def _unmarked(group: tuple[Line, ...]) -> Clause:
    """A dated line or the remark under one; the remark's word may carry a colon."""
    first = group[0]
    plain = replace(first, text=re.sub(r"^(\s*unverified):", r"\1 ", first.text))
    return read_clause((plain, *group[1:]), _WORDS)


def _take(clause: Clause, dated: list[DatedAmount]) -> None:
    """Add a dated line, or the remark that belongs to the one above it."""
    if clause.word == "unverified":
        if not dated:
            raise clause.wrong(
                "This remark stands above every dated line.", "Put it below the line it is about."
            )
        dated[-1] = replace(dated[-1], unverified=clause.said("what has not been checked"))
        return
    line = _dated(clause)
    if any((line.since, line.area) == (other.since, other.area) for other in dated):
        where = f" in {line.area}" if line.area else ""
        raise clause.wrong(
            f"Two lines begin on {line.since}{where}.", "Keep one; a changed deadline begins on a later day."
        )
    dated.append(line)


def _dated(clause: Clause) -> DatedAmount:
    found = _DATED.fullmatch(clause.said("a date and an amount of time"))
    if found is None:
        raise clause.wrong(f"“{shortened(clause.text)}” is not a dated line.", _HOW)
    since = read_date(found["day"], clause.line)
    amount = read_amount(found["amount"], clause.line)
    if not found["source"]:
        raise clause.wrong("The line does not say who agreed it.", "Add “agreed” and the source at its end.")
    return DatedAmount(since, amount, found["area"] or "", found["source"], "", clause.line.number)
