"""Entries, people and agencies in the words of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.vocabulary import DRAWN
from heeded.core.chronology.vocabulary.words import SECTORS
from heeded.core.evaluation.because.moments import when_words
from heeded.core.procedures.pattern import AGE, Patterns
from heeded.core.procedures.sectors import sector_of
from heeded.core.procedures.wording import listed, value_words

_HAS_ITS_ARTICLE = (
    "the",
    "a",
    "an",
    "each",
    "every",
    "both",
    "any",
    "all",
    "whoever",
    "children's",
    "their",
    "his",
    "her",
)
_OWN_WORDS = ("words", "conclusion")
"""Fields that are told whether or not the rule asks for them: what somebody actually said."""
_ANSWER = ("conclusion", "strength", "outcome", "question", "grounds")
"""What an answer to a question about a child is made of."""
OPPOSITE = "opposite answers"


@dataclass(frozen=True, slots=True)
class Told:
    """Puts what a family's record holds into words.

    `against` holds, by the id of an answer, every answer that stands against it: it is told with them.
    """

    chronology: Chronology
    against: Mapping[str, Sequence[Entry]] = field(default_factory=dict)

    def person(self, name: str) -> str:
        """A person's name, or the id where the record holds no name."""
        person = self.chronology.people.get(name)
        return person.name if person and person.name else name

    def agency(self, name: str) -> str:
        """An agency's name, or the id where the record holds no name."""
        agency = self.chronology.agencies.get(name)
        return agency.name if agency and agency.name else name

    def entry(self, entry: Entry, asked: Patterns = (), *, briefly: bool = False) -> str:
        """An entry in words: who recorded what about whom, when, and what the rule asked of it."""
        if entry.kind in DRAWN:
            return self._drawn(entry, briefly=briefly)
        who = self.agency(entry.source.agency) or "the record"
        about = "" if briefly else f" for {self.person(entry.child)}"
        facts = "" if briefly else self._facts(entry, asked)
        opposed = "" if briefly else self._opposed(entry)
        return f"{who} recorded “{entry.kind}”{about} {when_words(entry.happened)}{facts}{opposed}"

    def _opposed(self, entry: Entry) -> str:
        """What stands against an answer, in full."""
        told = [self._answer(each) for each in self.against.get(entry.id, ())]
        return f", against which {listed(told, 'and')}" if told else ""

    def _drawn(self, entry: Entry, *, briefly: bool) -> str:
        """What the record draws, in words, with the entries from which it does."""
        person = entry.facts.get("person")
        about = f" by {self.person(str(person))}" if person and entry.kind == "possible source" else ""
        rests_on = entry.facts.get("rests on")
        roots = rests_on if isinstance(rests_on, frozenset) else frozenset()
        behind = [each for each in self.chronology.entries if each.id in roots]
        behind.sort(key=lambda each: (each.happened.latest, *each.said))
        if entry.kind == OPPOSITE:
            return self._opposite(entry, behind)
        told = [self.entry(each, briefly=True) for each in behind]
        child = "" if briefly else f" for {self.person(entry.child)}"
        return f"the record shows “{entry.kind}”{about}{child}, since {listed(told, 'and')}"

    def _opposite(self, entry: Entry, answers: Iterable[Entry]) -> str:
        """Opposite answers to one question: each in full, neither without the other."""
        question = entry.facts.get("question") or entry.facts.get("answers", "")
        told = [self._answer(each) for each in answers]
        child = self.person(entry.child)
        return f"the record shows opposite answers for {child} to “{question}”: {listed(told, 'and')}"

    def _answer(self, entry: Entry) -> str:
        """An answer in full: who gave it, when, how strongly and on what grounds."""
        said = [self._fact(entry, name) for name in _ANSWER if name in entry.facts]
        who = self.agency(entry.source.agency) or "the record"
        inside = f" ({'; '.join(said)})" if said else ""
        return f"{who} recorded “{entry.kind}” {when_words(entry.happened)}{inside}"

    def _facts(self, entry: Entry, asked: Patterns) -> str:
        fields = [
            condition.field
            for pattern in asked
            for condition in pattern.conditions
            if pattern.kind == entry.kind and condition.field != AGE
        ]
        names = dict.fromkeys(name for name in (*fields, *_OWN_WORDS) if name in entry.facts)
        said = [self._fact(entry, name) for name in names]
        return f" ({'; '.join(said)})" if said else ""

    def _fact(self, entry: Entry, name: str) -> str:
        value = entry.facts[name]
        if isinstance(value, bool):
            return name if value else f"not {name}"
        if name in ("words", "reason", "grounds"):
            return f"“{value}”"
        if isinstance(value, str) and value in self.chronology.people:
            return f"{name}: {self.person(value)}"
        return f"{name}: {value_words(entry.kind, name, value)}"


def owner(
    chronology: Chronology, role: str, child: str, by: str = "", whose: Iterable[str] | None = None
) -> str:
    """Who owes: the role, and by name its agencies, those of each sector where it names several.

    Where an agency of the sector (`by`) recorded what began the duty, it is that one: a council that
    received a referral owes the answer, wherever the child lives. Otherwise those that answer for the child.
    `whose` names the agencies where they are known already.
    """
    told = Told(chronology)
    posts = role.split(" and ")
    ids = owing(chronology, role, child, by) if whose is None else whose
    names = dict.fromkeys(told.agency(each) for each in ids)
    joint = "or" if len(posts) == 1 else "and"
    if names and all(post.lower() in SECTORS for post in posts):
        return listed(list(names), joint)
    return f"{with_article(role)} ({listed(list(names), joint)})" if names else with_article(role)


def owing(chronology: Chronology, role: str, child: str, by: str = "") -> tuple[str, ...]:
    """The ids of the agencies that owe, chosen as for `owner`."""
    own = chronology.agencies.get(by)
    ids: dict[str, None] = {}
    for sector in map(sector_of, role.split(" and ")):
        mine = [by] if own and own.sector == sector else chronology.answerable(sector, child)
        ids |= dict.fromkeys(mine)
    return tuple(ids)


def owes(role: str) -> str:
    """The verb after a role: one practitioner or agency owes, several owe."""
    return "owe" if " and " in role or _several(role) else "owes"


def _several(role: str) -> bool:
    """Whether a role is in the plural, by its first noun: "the managers of both sides"."""
    noun = role.partition(" of ")[0].partition(" in ")[0]
    if noun.startswith("whoever"):
        return False
    return noun.endswith("s") and not noun.endswith(("'s", "ss"))


def with_article(role: str) -> str:
    """A role as it stands in a sentence: "the treating clinician", but "both managers"."""
    first = role.split(maxsplit=1)[0].lower() if role.strip() else ""
    return role if first in _HAS_ITS_ARTICLE or _several(role) else f"the {role}"
