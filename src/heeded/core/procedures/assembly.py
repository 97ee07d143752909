"""Assembly: the pages of a handbook put together into the agreement that they make."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from heeded.core.procedures.calendar import Calendar
from heeded.core.procedures.examples.example import read_example
from heeded.core.procedures.handbook import Amounts, Example, Handbook, Step
from heeded.core.procedures.mistake import Mistake, nearest, shortened
from heeded.core.procedures.rule import Rule
from heeded.core.procedures.text.amounts import read_amounts
from heeded.core.procedures.text.ladder import read_ladder
from heeded.core.procedures.text.line import Block
from heeded.core.procedures.text.page import Cover, Page
from heeded.core.procedures.text.rule import HEADINGS, read_rule, sections

BLOCKS = ("rule", "amounts", "example")
"""The fenced blocks that run; any other is for people to read."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A handbook as far as it could be read; None where its first page does not hold.

    What is missing from the handbook is named by a mistake. Mistakes stand in the order of the text.
    """

    handbook: Handbook | None
    mistakes: tuple[Mistake, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing grave is wrong."""
        return self.handbook is not None and not any(mistake.grave for mistake in self.mistakes)

    def with_mistakes(self, more: tuple[Mistake, ...]) -> Draft:
        """This draft with more mistakes found in it."""
        return Draft(self.handbook, tuple(sorted({*self.mistakes, *more})))


@dataclass
class _Gathered:
    """What has been read so far."""

    rules: list[Rule] = field(default_factory=list)
    amounts: dict[str, Amounts] = field(default_factory=dict)
    examples: list[Example] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)


def read_handbook(cover: Cover | None, calendar: Calendar | None, pages: Iterable[Page]) -> Draft:
    """The handbook that these pages make, and every mistake in them.

    Without a cover or a calendar there is no handbook, but its pages are read for mistakes.
    A rule without an owner or review date has the handbook's.
    """
    gathered = _Gathered()
    steps = []
    for page in pages:
        steps.append(Step(page.file, page.title, page.text))
        for block in page.blocks:
            _read_block(block, gathered)
    mistakes = tuple(sorted(gathered.mistakes))
    if cover is None or calendar is None:
        return Draft(None, mistakes)
    rules = (_owned(rule, cover) for rule in gathered.rules)
    handbook = Handbook(
        title=cover.title,
        area=cover.area,
        calendar=calendar,
        editions=cover.editions,
        rules=tuple(rules),
        amounts=gathered.amounts,
        examples=tuple(gathered.examples),
        steps=tuple(steps),
        owner=cover.owner,
        review_by=cover.review_by,
    )
    return Draft(handbook, mistakes)


def _owned(rule: Rule, cover: Cover) -> Rule:
    return replace(rule, owner=rule.owner or cover.owner, review_by=rule.review_by or cover.review_by)


def _read_block(block: Block, gathered: _Gathered) -> None:
    match block.language:
        case "rule":
            _read_rules(block, gathered)
        case "amounts":
            _read_amounts(block, gathered)
        case "example":
            example, mistakes = read_example(block)
            gathered.examples.extend([example] if example else [])
            gathered.mistakes.extend(mistakes)
        case _:
            _refuse_likely_slip(block, gathered)


def _read_rules(block: Block, gathered: _Gathered) -> None:
    for heading, lines in sections(block, gathered.mistakes):
        if heading.word == "ladder":
            rules, mistakes = read_ladder(heading, lines)
        else:
            rule, mistakes = read_rule(heading, lines)
            rules = (rule,) if rule else ()
        gathered.rules.extend(rules)
        gathered.mistakes.extend(mistakes)


def _read_amounts(block: Block, gathered: _Gathered) -> None:
    found, mistakes = read_amounts(block)
    gathered.mistakes.extend(mistakes)
    for amounts in found:
        if (first := gathered.amounts.get(amounts.name)) is not None:
            there = f"{first.file}, line {first.lines[0].line}"
            twice = block.line.wrong(
                f"The amount “{amounts.name}” is given twice, first in {there}.",
                "Keep all its dated lines under one name.",
            )
            gathered.mistakes.append(twice.mistake)
        gathered.amounts.setdefault(amounts.name, amounts)


def _refuse_likely_slip(block: Block, gathered: _Gathered) -> None:
    """A block that was meant to run but is not called so must not be passed over in silence."""
    first = next((line.text.split() for line in block.lines if line.text.strip()), [""])
    slip = nearest(block.language, (*BLOCKS, *HEADINGS)) if block.language else ""
    if slip or (not block.language and first[0] in HEADINGS):
        called = f"called “{shortened(block.language)}”" if block.language else "not called anything"
        wrong = block.line.wrong(
            f"This block is {called} and would not run.{slip}",
            "Open it with ```rule, ```amounts or ```example; a block to be read only, with ```text.",
        )
        gathered.mistakes.append(wrong.mistake)
