"""A chronology as a page shows it: each event with its three clocks, and what was said of it before."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from heeded.casework.looking import Opened, opposed
from heeded.casework.ports.reading import Placed
from heeded.core.chronology.entry import Entry
from heeded.core.evidence.disagreement.answers import JUDGEMENTS
from heeded.doors.web.child.shown.disagreements import OpposedShown, opposed_shown, without_ids
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import facts, name


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryShown:
    """An entry: what happened, who said so, and the three clocks (happened, written, known).

    `earlier` are the versions that it corrects, the latest first; `taken_back` why it no longer stands;
    `opposed` what stands against it. Whoever reads it may disagree with what another judges in it.
    """

    id: str
    kind: str
    child: str
    happened: str
    told: str
    known: str
    others_knew: tuple[tuple[str, str], ...]
    agency: str
    said_by: str
    facts: tuple[tuple[str, str], ...]
    flags: tuple[str, ...]
    own: bool
    earlier: tuple[EntryShown, ...] = ()
    taken_back: str = ""
    opposed: tuple[OpposedShown, ...] = ()
    may_disagree: bool = False


def events(opened: Opened, reader: str, names: Names) -> tuple[EntryShown, ...]:
    """The events of an opened page, the latest first; corrections stand with what they correct.

    What was taken back stands there too, and says so. `reader` is the reader's agency.
    """
    page = _Page(opened, reader, names)
    live = opened.chronology.as_known()
    told = set(chain.from_iterable((version.id for version in known.chain) for known in live))
    withdrawn = {target: each.entry for each in opened.placed if (target := each.entry.withdraws) is not None}
    shown = [
        (known.order, page.shown(known.entry, tuple(v for v in known.chain if v.id != known.entry.id)))
        for known in live
    ]
    for each in opened.placed:
        entry = each.entry
        if entry.id in told or entry.withdraws:
            continue
        why = withdrawn.get(entry.id) or withdrawn.get(entry.corrects or "")
        order = (entry.happened.earliest, entry.happened.latest, entry.told, entry.told, entry.id)
        shown.append((order, page.shown(entry, (), why)))
    return tuple(each for _, each in sorted(shown, key=lambda pair: pair[0], reverse=True))


class _Page:
    """One opened page, and for whom its entries are put into words."""

    def __init__(self, opened: Opened, reader: str, names: Names) -> None:
        self._people = opened.chronology.people
        self._names = names
        self._placed: dict[str, Placed] = {each.entry.id: each for each in opened.placed}
        self._reader = reader
        self._beside = opposed(opened)

    def shown(
        self, entry: Entry, earlier: tuple[Entry, ...] = (), withdrawal: Entry | None = None
    ) -> EntryShown:
        """An entry in words."""
        known = entry.known_to(self._reader)
        source = entry.source
        placed = self._placed.get(entry.id)
        return EntryShown(
            id=entry.id,
            kind=entry.kind,
            child=name(self._people.get(entry.child)),
            happened=moments.happened(entry.happened),
            told=moments.moment(entry.told),
            known="" if known is None else moments.moment(known),
            others_knew=tuple(
                (self._names.agency(agency), moments.moment(since))
                for agency, since in sorted(entry.known.items(), key=lambda pair: pair[1])
                if agency != self._reader
            ),
            agency=self._names.agency(source.agency),
            said_by=", ".join(filter(None, (self._names.practitioner(source.practitioner), source.role))),
            facts=facts(entry.kind, without_ids(entry), self._people),
            flags=placed.flags if placed else (),
            own=source.agency == self._reader,
            earlier=tuple(self.shown(each) for each in reversed(earlier)),
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
