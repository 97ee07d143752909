"""Words that several parts of a replay's page share."""

from __future__ import annotations

from collections.abc import Iterable

from heeded.casework.replay import Replay, walking
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.when import local
from heeded.core.evaluation.finding import Finding
from heeded.core.procedures.rule import Rule, Tier


def listed(words: Iterable[str]) -> str:
    """Words in a row, each once: one, two and three."""
    *most, last = dict.fromkeys(words) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def clock(second: int) -> str:
    """A moment as a heading gives it: Friday 18 June 2010, 19:40."""
    moment = local(second)
    return f"{moment:%A} {moment.day} {moment:%B %Y}, {moment:%H:%M}"


def called(rule: Rule) -> str:
    """A rule by its number and name, and what a reader must know of it."""
    name = rule.name.replace("-", " ")
    number = f"{rule.ref} " if rule.ref else ""
    return f"{number}{name}" + (f" [{', '.join(marks)}]" if (marks := _marks(rule)) else "")


def numbered(rule: Rule) -> str:
    """A rule by its number alone, and what a reader must know of it."""
    return ", ".join([rule.ref or rule.name, *_marks(rule)])


def _marks(rule: Rule) -> list[str]:
    marks = ["product rule"] if rule.tier is Tier.PRODUCT else []
    return [*marks, "unverified"] if rule.unverified else marks


def person(chronology: Chronology, name: str) -> str:
    """A person's name, or the id where there is none."""
    found = chronology.people.get(name)
    return found.name if found and found.name else name


def agency(chronology: Chronology, name: str) -> str:
    """An agency's name, or the id where there is none."""
    found = chronology.agencies.get(name)
    return found.name if found and found.name else name


def opening(words: str) -> str:
    """Words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def owed_by(told: Replay, finding: Finding) -> str:
    """Who owes what a finding is about: the role, with the agencies by name."""
    return walking.owed_by(told.scenario.chronology, finding)


def unaware(told: Replay, finding: Finding, second: int) -> str:
    """Which of those who owe did not know, at a moment, of what began it; empty where each did.

    A deadline may run whether or not they know; whoever reads that they owe must read this too.
    """
    chronology = told.scenario.chronology
    return listed(agency(chronology, each) for each in walking.unaware(chronology, finding, second))
