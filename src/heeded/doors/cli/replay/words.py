"""Words that several parts of a replay's page share."""

from __future__ import annotations

from collections.abc import Iterable

from heeded.casework.replay import Replay
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.when import local
from heeded.core.evaluation.because import owner
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
    marks = ["product rule"] if rule.tier is Tier.PRODUCT else []
    marks += ["unverified"] if rule.unverified else []
    name = rule.name.replace("-", " ")
    number = f"{rule.ref} " if rule.ref else ""
    return f"{number}{name}" + (f" [{', '.join(marks)}]" if marks else "")


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
    chronology = told.scenario.chronology
    begun = next((entry for entry in chronology.entries if entry.id == finding.trigger), None)
    return owner(chronology, finding.owed_by, finding.child, begun.source.agency if begun else "")
