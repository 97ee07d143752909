"""The book: its chapters in the order of the work, found by their address; which is the edition in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from heeded import bootstrap
from heeded.core.chronology.when import local
from heeded.core.procedures.check.reviews import is_past
from heeded.core.procedures.handbook import Handbook, Step
from heeded.core.procedures.rule import Rule


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its number in the book, the address of its page, its step, and its rules."""

    number: int
    address: str
    step: Step
    rules: tuple[Rule, ...]

    def late(self, today: date) -> int:
        """How many of its rules are past the day by which somebody was to look at them again."""
        return sum(is_past(rule.review_by, today) for rule in self.rules)

    @property
    def unverified(self) -> int:
        """How many of its rules rest on what nobody has checked."""
        return sum(bool(rule.unverified) for rule in self.rules)


@dataclass(frozen=True, slots=True)
class Book:
    """The handbook that this record judges by, and its chapters."""

    handbook: Handbook
    chapters: tuple[Chapter, ...]

    def chapter(self, address: str) -> Chapter | None:
        """The chapter at an address."""
        return next((each for each in self.chapters if each.address == address), None)

    def chapter_of(self, rule: Rule) -> Chapter:
        """The chapter in which a rule stands; KeyError for a rule of another book."""
        for each in self.chapters:
            if each.step.file == rule.file:
                return each
        raise KeyError(rule.name)

    def beside(self, chapter: Chapter) -> tuple[Chapter | None, Chapter | None]:
        """The chapters before and after one."""
        place = self.chapters.index(chapter)
        before = self.chapters[place - 1] if place else None
        return before, self.chapters[place + 1] if place + 1 < len(self.chapters) else None


def open_book() -> Book:
    """The book as it is now."""
    handbook = bootstrap.open_handbook()
    return Book(
        handbook,
        tuple(
            Chapter(
                number,
                step.file.rpartition(".")[0] or step.file,
                step,
                tuple(rule for rule in handbook.rules if rule.file == step.file),
            )
            for number, step in enumerate(handbook.steps)
        ),
    )


def today(now: int) -> date:
    """The local day of a moment (seconds UTC)."""
    return local(now).date()
