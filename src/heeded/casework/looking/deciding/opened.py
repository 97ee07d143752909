"""An opened record: what of a child's chronology its reader may see, and what was held back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from heeded.casework.looking.deciding.decided import Decided, record_of
from heeded.casework.ports.lists import Cited, Elsewhere, Listed, NoticeHeld
from heeded.casework.ports.reading import Contact, Placed
from heeded.core.access import Answer, Effect, Operation, RecordClass, Standing
from heeded.core.access.shield import Disclosure, Shielded, Sought, disclosable
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Person

WITHHELD = "Because of something that is withheld from you."
"""What stands for a because that rests on an entry which its reader may not see."""

OF_ANOTHER_HOUSEHOLD = "Because of an entry of another household: ask {agencies}."
"""What stands for one that rests on what was told of children of another household of an adult here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A page of a child's record, as its reader may see it.

    `chronology` holds the entries of this page; `placed` the same with their places in the log. `held` are
    all that were read with it, and `whole` is their chronology: the same, or that of the whole record, up
    to so many that it is `cut_short` and the last to come in are left out. Who knew of an entry since when
    stands in the entry. `next_after` is where the next page begins, None at the end. `carried_by` says by
    agency which practitioner carries the child's work, whoever leads first. `owed` is what is owed towards
    those shown, `notices` what awaits the reader's agency. `withheld` counts by agency the entries of those
    read that may not be shown: ring `contacts`. `elsewhere` counts children of other households of an adult
    here, of whom nothing is shown. `more` says how the reader comes to see more, where their own words are
    all that they see. `unverified` says which law the reader's purpose rests on that nobody has checked.
    `upto` is how long the log was: what came in since stands at that place or after.
    """

    look: str
    child: str
    standing: Standing
    chronology: Chronology
    placed: tuple[Placed, ...]
    held: tuple[Placed, ...]
    whole: Chronology
    cut_short: bool = False
    carried_by: tuple[tuple[str, str], ...] = ()
    owed: tuple[Listed, ...] = ()
    notices: tuple[NoticeHeld, ...] = ()
    contacts: tuple[Contact, ...] = ()
    withheld: Mapping[str, int]
    elsewhere: int = 0
    next_after: int | None = None
    expires_at: int | None = None
    more: str = ""
    unverified: str = ""
    upto: int = 0

    @property
    def read(self) -> tuple[Entry, ...]:
        """All the entries that were read."""
        return self.whole.entries

    def due_of(self, entry: str, agency: str) -> int | None:
        """By when an agency owes something because of an entry (seconds UTC), by the lines that are shown."""
        owed = (line.owed for line in self.owed if line.owed.agency == agency)
        return next((each.finding.due for each in owed if each.finding.trigger == entry), None)


def shown(decided: Decided, placed: Iterable[Placed]) -> tuple[tuple[Placed, ...], dict[str, int]]:
    """The entries that may be shown, without what is shielded; how many others each agency holds.

    What the policy hides is not counted: it is as if it did not exist. Nor is anything counted for whoever
    sees their own words alone: they learn by these no more than they knew.
    """
    kept: list[Placed] = []
    others: Counter[str] = Counter()
    for each in placed:
        effect = decided.withheld(each.entry)
        if effect is not Effect.PERMIT:
            others[each.entry.source.agency] += effect is not Effect.HIDE and not decided.own_words_alone
        elif open_to(decided, each.entry):
            kept.append(each)
    return tuple(kept), dict(+others)


def open_to(decided: Decided, entry: Entry) -> bool:
    """Whether no shield holds back the entry: where somebody is, is told in `whereabouts` alone."""
    if entry.kind != "whereabouts":
        return True
    person = str(entry.facts.get("person", entry.child))
    return _disclosed(decided, person, Shielded.WHEREABOUTS)


def named(decided: Decided, people: Mapping[str, Person]) -> dict[str, Person]:
    """The people, without the names of those whose identity is shielded, or of all where it is not shown."""
    if RecordClass.IDENTITY not in decided.shown:
        return {id_: Person(id_, adult=person.adult) for id_, person in people.items()}
    return {
        id_: person if _disclosed(decided, id_, Shielded.IDENTITY) else Person(id_, adult=person.adult)
        for id_, person in people.items()
    }


def lines(
    answers: Mapping[RecordClass, Answer], agency: str, owed: Sequence[Listed], cited: Cited
) -> tuple[Listed, ...]:
    """The lines that may be shown: none that rests on what is hidden, no because on what is withheld."""
    kept = []
    for line in owed:
        entries = [cited.near[id_] for id_ in line.owed.cites if id_ in cited.near]
        effects = {answers[record_of(entry, agency)].effect for entry in entries}
        others = [cited.elsewhere[id_] for id_ in line.owed.cites if id_ in cited.elsewhere]
        if Effect.HIDE in effects | {answers[record_of(each.entry, agency)].effect for each in others}:
            continue
        if len(entries) < len(line.owed.cites) or effects - {Effect.PERMIT}:
            seen = tuple(
                entry.id for entry in entries if answers[record_of(entry, agency)].effect is Effect.PERMIT
            )
            line = replace(line, owed=replace(line.owed, because=_instead(others), cites=seen))  # noqa: PLW2901
        kept.append(line)
    return tuple(kept)


def _instead(others: Sequence[Elsewhere]) -> str:
    """What stands for a because that may not be shown: whom to ask, where it is another household's."""
    names = " or ".join(sorted({each.agency for each in others}))
    return OF_ANOTHER_HOUSEHOLD.format(agencies=names) if names else WITHHELD


def _disclosed(decided: Decided, person: str, what: Shielded) -> bool:
    ask, ties = decided.ask, decided.ties
    found = disclosable(Sought(person, what), ties.shields, ask.actor, ties.bond, Operation.READ, ask.now)
    return found in {Disclosure.OPEN, Disclosure.NAMED}
