"""A prompt: what a clinical rule says of an injury, from which entries, and what that means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reading(StrEnum):
    """What a rule comes to. None of them says that a child is safe."""

    RAISED = "raised"
    DEPENDS = "depends on what is not recorded"
    NOT_RAISED = "not raised"
    OUTSIDE = "outside the rule"


@dataclass(frozen=True, slots=True)
class ClinicalRule:
    """A published rule for clinicians.

    `published` is the year in which it first was. `asks` is what it asks of a person where it is raised;
    `meaning` what is known of how often it is right; `negative` what it means where it is not raised.
    `unverified` says what of this nobody has checked against the primary text.
    """

    id: str
    title: str
    source: str
    published: int
    asks: str
    meaning: tuple[str, ...]
    negative: str
    unverified: str


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that a rule looks for, as it was found: in words, with the identities of its entries."""

    words: str
    rests_on: tuple[str, ...]
    unverified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """What a rule says of one injury of a child.

    `injury` is the injury's identity: its key or, without one, the entry that saw it. `features` are those
    that are met; `open` what may be met and is not recorded, each as a question to a person. `why` says
    why the rule does not apply, where it does not; `meaning` what the reading means and does not mean.
    `hindsight` is empty unless the rule was not published by the time of the injury.
    """

    rule: ClinicalRule
    child: str
    injury: str
    reading: Reading
    features: tuple[Feature, ...] = ()
    open: tuple[Feature, ...] = ()
    why: str = ""
    meaning: tuple[str, ...] = ()
    hindsight: str = ""

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The identities of all entries that it rests on, each once."""
        found = (*self.features, *self.open)
        return tuple(dict.fromkeys(entry for feature in found for entry in feature.rests_on))

    @property
    def asks(self) -> str:
        """What it asks of a person; empty where the rule is not raised and nothing stands open."""
        return self.rule.asks if self.reading is Reading.RAISED else ""
