"""What a decision takes to be so, told with it: in words and, where it can be, as the record can check it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from heeded.casework.acting import Telling, Unfit
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import own

OF_SOMEBODY = ("person stays away", "person in custody", "person supervises")
BY_A_DAY = ("medical takes place", "child seen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """Something that a decision takes to be so.

    `condition` is one of the vocabulary's (empty: words alone), `person` whom it is about, by id,
    `last_day` the last day on which it may come to be so.
    """

    words: str
    condition: str = ""
    person: str = ""
    last_day: date | None = None

    def __post_init__(self) -> None:
        """Refuse, with Unfit, one that nothing could be held against: it names nobody, or no day."""
        if not self.words.strip():
            raise Unfit("an assumption", "it does not say what is taken to be so", "Say it in a few words")
        if self.condition in OF_SOMEBODY and not self.person:
            raise Unfit(f"“{self.condition}”", "it does not say who", "Name the person")
        if self.condition in BY_A_DAY and self.last_day is None:
            raise Unfit(f"“{self.condition}”", "it does not say by when", "Give the last day")


def tellings(assumed: Iterable[Assumed], decision: Telling, agency: str, request: str) -> tuple[Telling, ...]:
    """Each as an entry beside the decision that rests on it, with a key of its own."""
    return tuple(
        Telling(
            kind="assumption recorded",
            child=decision.child,
            keys={
                **{name: key for name, key in decision.keys.items() if name == "decision"},
                "assumption": own(agency, f"assumption {request} {number}"),
            },
            facts=_facts(each),
        )
        for number, each in enumerate(assumed, 1)
    )


def _facts(assumed: Assumed) -> dict[str, Fact]:
    facts: dict[str, Fact] = {"words": assumed.words}
    if assumed.condition:
        facts["condition"] = assumed.condition
    if assumed.person:
        facts["person"] = assumed.person
    if assumed.last_day is not None:
        facts["last day"] = assumed.last_day
    return facts
