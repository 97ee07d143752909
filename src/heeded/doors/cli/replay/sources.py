"""Who may have been with a child while an injury arose, as the page tells it: worked out, and never whole."""

from __future__ import annotations

from heeded.casework.replay import Moment, Replay
from heeded.core.chronology.when import local
from heeded.core.evidence.picture import NEVER_WHOLE, NOBODY_EXCLUDED
from heeded.core.evidence.sources import PossibleSource, Sources
from heeded.doors.cli.replay.page import Page
from heeded.doors.cli.replay.words import listed, person


class PossibleSources:
    """Prints the lists that are new at a moment; what they mean, once."""

    def __init__(self, told: Replay, page: Page) -> None:
        self._chronology = told.scenario.chronology
        self._page = page
        self._meant = False

    def write(self, moment: Moment) -> None:
        """Print who may have been there, and whose part nobody has weighed."""
        for found in moment.sources:
            adults = [each for each in found.people if each.adult]
            children = [self._name(each.person) for each in found.people if not each.adult]
            if not adults:
                continue
            whom = listed(self._who(each) for each in adults)
            apart = f"; of the children {listed(children)}" if children else ""
            injury = f"{self._name(found.injury.child)}'s injury {found.injury.id}"
            said = [f"{injury} may have arisen {_since(found)}."]
            said.append(f"With the child then: {whom}{apart}; and somebody whom nobody recorded.")
            if found.unconsidered:
                weighed = listed(self._name(each) for each in found.unconsidered)
                said.append(f"Nobody has weighed the evidence about {weighed}.")
            self._page.labelled("May be", " ".join(said))
            if not self._meant:
                self._page.labelled("", f"{NOBODY_EXCLUDED} {NEVER_WHOLE}")
                self._meant = True

    def _name(self, name: str) -> str:
        return person(self._chronology, name)

    def _who(self, source: PossibleSource) -> str:
        """A person, with what the record says of where they were and what somebody made of that."""
        notes = [f"in {each.place} from {_moment(each.since)}" for each in source.away]
        if source.away and not source.could_have_been_there:
            notes.append("for all of that time")
        if source.considered is not None:
            notes.append(f"weighed: {source.considered.entry.facts.get('finding')}")
        return f"{self._name(source.person)}{f' ({listed(notes)})' if notes else ''}"


def _since(found: Sources) -> str:
    start, since = found.window.start, found.window.since
    if since is not None and start is not None:
        return f"since {_moment(start)} (“{since.entry.kind}”)"
    return "at any time since birth: nobody recorded seeing the child well"


def _moment(second: int) -> str:
    return f"{local(second):%-d %B %Y at %H:%M}"
