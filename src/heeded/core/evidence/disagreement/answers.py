"""Answers: what practitioners said to one question about a child, whatever kind of event says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source
from heeded.core.chronology.view import Known
from heeded.core.chronology.vocabulary.words import HARMED, INFLICTED, OTHER

VIEW, RAISED = "view recorded", "concern raised"
OPINIONS = ("medical opinion", "senior paediatric review")
CONCERNS = (*OPINIONS, RAISED)
"""The kinds of event that say that a child may be being harmed."""
ANSWERING = frozenset({*CONCERNS, VIEW})
"""The kinds of event that answer a question about a child."""
JUDGEMENTS = ANSWERING | frozenset(
    {
        *("explanation weighed", "explanations compared", "disclosure weighed", "history considered"),
        *("possible source considered", "possible sources reviewed", "evidence against assumption"),
        *("decision", "decision reviewed", "sibling decision", "referral decision", "next step decided"),
        *("assumption recorded", "closure agreed", "case closed", "child returned home"),
        *("strategy discussion", "child protection meeting", "reasonable cause recorded"),
        *("child protection medical", "section 47 ended", "initial conference", "review conference"),
        *("conference request decided", "criminal decision", "departure with reason", "seen well"),
    }
)
"""The kinds of event in which somebody judges, so that somebody else may disagree: never a child's words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said to a question, in one version of what they said.

    `worried` is None where they were unsure. `told` is when it was said (seconds UTC): a version never comes
    before the one that it corrects. `root` names the event, `entry` the version.
    """

    question: str
    words: str
    worried: bool | None
    told: int
    root: str
    entry: Entry
    known: Known

    @property
    def injury(self) -> str:
        """The key of the injury that it speaks of; empty where it names none."""
        return self.entry.keys.get("injury", "")

    @property
    def source(self) -> Source:
        """Who gave it."""
        return self.entry.source

    @property
    def strength(self) -> str:
        """How strongly, where it says."""
        return str(self.entry.facts.get("strength", self.entry.facts.get("outcome", "")))

    @property
    def grounds(self) -> str:
        """On what grounds, where it says."""
        return str(self.entry.facts.get("grounds", ""))

    @property
    def takes_the_place(self) -> bool:
        """Whether it is a paediatrician's opinion that takes the place of earlier opinions."""
        facts = self.entry.facts
        return (
            self.entry.kind in OPINIONS
            and facts.get("supersedes") is True
            and facts.get("by a paediatrician") is True
        )

    def by_the_same(self, other: Answer) -> bool:
        """Whether both are one practitioner's or, where one names nobody, one agency's."""
        if self.source.agency != other.source.agency:
            return False
        one, two = _who(self.source), _who(other.source)
        return not one or not two or one == two


def answers(events: Iterable[Known]) -> tuple[Answer, ...]:
    """Every answer that a view holds, in every version, in the order in which they were said."""
    found = [answer for event in events for answer in _of(event)]
    return tuple(sorted(found, key=lambda answer: (answer.told, *answer.entry.said[1:])))


def question_of(entry: Entry) -> str:
    """The question that an entry answers, in words; empty where it answers none."""
    if entry.kind not in ANSWERING:
        return ""
    question, words = _question(entry)
    return INFLICTED if question == HARMED and entry.keys.get("injury") else words or question


def says_none(entry: Entry) -> bool:
    """Whether an entry answers a question about a child by saying that there is no concern."""
    return entry.kind in ANSWERING and _conclusion(entry) == "no concerns"


def is_concern(entry: Entry) -> bool:
    """Whether an entry says that a child may be being harmed."""
    strength = entry.facts.get("strength", entry.facts.get("outcome"))
    return entry.kind in CONCERNS and strength not in (None, "excluded")


def is_clear(entry: Entry) -> bool:
    """Whether an entry concludes that there is no concern."""
    return entry.kind == VIEW and entry.facts.get("conclusion") == "no concerns"


def _who(source: Source) -> str:
    return source.practitioner or source.role


def _of(event: Known) -> Iterator[Answer]:
    told = 0
    for version in event.chain:
        told = max(told, version.told)
        said = _conclusion(version)
        if said is not None:
            question, words = _question(version)
            worried = {"concern": True, "no concerns": False}.get(said)
            yield Answer(question, words, worried, told, event.root, version, event)


def _conclusion(entry: Entry) -> str | None:
    """What an entry comes to, in the words of a view; None where it answers nothing."""
    if entry.kind == VIEW:
        said = entry.facts.get("conclusion")
        return None if said is None else str(said)
    if entry.kind == RAISED:
        return "concern"
    strength = entry.facts.get("strength", entry.facts.get("outcome"))
    if entry.kind not in OPINIONS or strength is None:
        return None
    return "no concerns" if strength == "excluded" else "concern"


def _question(entry: Entry) -> tuple[str, str]:
    """The question that an entry answers, and its words where it is one of its own.

    What an older entry answers follows from its kind: an opinion or a concern says that a child may be
    being harmed, and so does or denies a view.
    """
    asked = str(entry.facts.get("answers", ""))
    if asked in ("", HARMED, INFLICTED):
        return HARMED, ""
    if asked == OTHER:
        return OTHER, " ".join(str(entry.facts.get("question", "")).casefold().split()).rstrip("?. ")
    return asked, ""
