"""A chronology as a page shows it: each event with who knew it when, and what was said of it before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from heeded.casework.looking import Opened, opposed
from heeded.casework.looking.within.told import Told, told
from heeded.casework.ports.reading import Placed
from heeded.core.chronology.entry import Entry
from heeded.core.evidence.disagreement.answers import JUDGEMENTS
from heeded.doors.web.child.shown.disagreements import OpposedShown, opposed_shown, without_ids
from heeded.doors.web.child.shown.lanes import Knew, knew
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import facts, name

Unwitnessed = Callable[[int], bool]
"""Whether what stands at a place in the log is not yet witnessed outside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryShown:
    """An entry: what happened, who said so, and the three clocks (happened, written, known).

    `earlier` are the versions that it corrects, the latest first; `taken_back` why it no longer stands;
    `opposed` what stands against it; `knew` when each agency came to know it, a lane an agency. Whoever
    reads it may disagree with what another judges in it.
    """

    id: str
    kind: str
    child: str
    happened: str
    told: str
    known: str
    agency: str
    said_by: str
    facts: tuple[tuple[str, str], ...]
    flags: tuple[str, ...]
    own: bool
    knew: tuple[Knew, ...]
    unwitnessed: bool
    earlier: tuple[EntryShown, ...] = ()
    taken_back: str = ""
    opposed: tuple[OpposedShown, ...] = ()
    may_disagree: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How events are put into words: of which record, to a reader of which agency, from where.

    `at` and `to` say as whom it is seen, and when (None: as it stands now). `lanes` are the agencies whose
    knowing is shown, in order.
    """

    opened: Opened
    reader: str
    names: Names
    at: int | None = None
    to: str | None = None
    lanes: Sequence[str] = ()
    unwitnessed: Unwitnessed = lambda _: False


def events(opened: Opened, reader: str, names: Names) -> tuple[EntryShown, ...]:
    """The events of an opened record, the latest first; corrections stand with what they correct.

    What was taken back stands there too, and says so. `reader` is the reader's agency.
    """
    return in_words(told(opened), Telling(opened=opened, reader=reader, names=names))


def in_words(found: Sequence[Told], telling: Telling) -> tuple[EntryShown, ...]:
    """Some events in words, in the same order."""
    page = _Page(telling)
    return tuple(page.shown(each.entry, each.earlier, each.taken_back) for each in found)


class _Page:
    """What is needed to put entries into words."""

    def __init__(self, telling: Telling) -> None:
        opened = telling.opened
        self._telling = telling
        self._people = opened.whole.people
        self._names = telling.names
        self._placed: dict[str, Placed] = {each.entry.id: each for each in opened.held}
        self._reader = telling.reader
        self._beside = opposed(opened, telling.at, telling.to)

    def shown(
        self, entry: Entry, earlier: tuple[Entry, ...] = (), withdrawal: Entry | None = None
    ) -> EntryShown:
        """An entry in words."""
        known = entry.known_to(self._reader)
        source, telling = entry.source, self._telling
        placed = self._placed.get(entry.id)
        return EntryShown(
            id=entry.id,
            kind=entry.kind,
            child=name(self._people.get(entry.child)),
            happened=moments.happened(entry.happened),
            told=moments.moment(entry.told),
            known="" if known is None else moments.moment(known),
            agency=self._names.agency(source.agency),
            said_by=", ".join(filter(None, (self._names.practitioner(source.practitioner), source.role))),
            facts=facts(entry.kind, without_ids(entry), self._people),
            flags=placed.flags if placed else (),
            own=source.agency == self._reader,
            knew=knew(entry, telling.lanes, self._names, reader=self._reader, at=telling.at),
            unwitnessed=placed is not None and telling.unwitnessed(placed.index),
            earlier=tuple(self.shown(each) for each in earlier),
            taken_back=self._taken_back(withdrawal),
            opposed=opposed_shown(
                (entry.id, *(each.id for each in earlier)), self._beside, self._people, self._names
            ),
            may_disagree=withdrawal is None and entry.kind in JUDGEMENTS,
        )

    def _taken_back(self, withdrawal: Entry | None) -> str:
        if withdrawal is None:
            return ""
        return f"{withdrawal.facts.get('reason', '')} ({moments.moment(withdrawal.told)})".strip()
