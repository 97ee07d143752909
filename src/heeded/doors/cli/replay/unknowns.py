"""What was not known when something was decided, as the page tells it: never asked, silent, refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from heeded.casework.replay import Moment, Replay
from heeded.casework.replay.wondering import Undecided
from heeded.core.chronology.when import local
from heeded.core.evidence.unknowns import MEANS, UNANSWERED, Asked, Standing, Unknown
from heeded.doors.cli.replay.page import Page
from heeded.doors.cli.replay.words import agency, listed, opening, person


class Unknowns:
    """Prints, where something is decided, what nobody had asked by then and who had not answered."""

    def __init__(self, told: Replay, page: Page) -> None:
        self._chronology = told.scenario.chronology
        self._page = page
        self._meant = False

    def write(self, moment: Moment) -> None:
        """Print what was not known at each decision of a moment; what stood alike for several, once."""
        alike: dict[tuple[str, ...], list[str]] = {}
        for each in moment.undecided:
            lines = tuple(self._lines(each))
            alike.setdefault(lines, []).append(self._name(each.decision.entry.child))
        for lines, children in alike.items():
            for number, line in enumerate(lines):
                self._page.labelled("" if number else "Unknown", line.replace("{children}", listed(children)))
        if alike and not self._meant:
            self._page.labelled("", MEANS[0])
            self._meant = True

    def _lines(self, each: Undecided) -> Iterator[str]:
        decided = each.decision.entry
        others = [found for found in each.unknown.questions if found.agency != decided.source.agency]
        never, told, nobody = (
            [found for found in others if found.standing is standing]
            for standing in (Standing.NOT_ASKED, Standing.TOLD, Standing.NOBODY)
        )
        asked = f"no request is recorded to {self._by_agency(never)}" if never else "everybody here was asked"
        yield f"“{decided.kind}” ({{children}}): {asked}."
        for found in each.unknown.requests:
            if found.standing in UNANSWERED:
                yield self._unanswered(found, decided.happened.latest)
        if told:
            yield f"Told unasked, and perhaps not all: {self._by_agency(told)}."
        if nobody:
            sectors = listed(dict.fromkeys(found.question.sector for found in nobody))
            yield f"Nobody to ask among the agencies of this story: {sectors}."

    def _by_agency(self, found: Iterable[Unknown]) -> str:
        """Agency by agency, the questions and, where they are about adults, about whom."""
        by: dict[str, dict[str, list[str]]] = {}
        for each in found:
            whom = by.setdefault(each.agency, {}).setdefault(each.question.asks, [])
            if each.question.of_adults:
                whom.append(self._name(each.about))
        return "; ".join(
            f"{agency(self._chronology, name)} ({listed(_asks(asks, whom) for asks, whom in each.items())})"
            for name, each in by.items()
        )

    def _unanswered(self, found: Asked, then: int) -> str:
        who = opening(agency(self._chronology, found.agency))
        what = f"“{found.words}”" if found.words else listed(sorted(found.asks))
        when = f"{local(found.since):%-d %B %Y}"
        if found.standing is Standing.REFUSED:
            return f"{who} was asked on {when} for {what} and refused."
        days = (local(then).date() - local(found.since).date()).days
        return f"{who} was asked on {when} for {what} and had been silent for {days} days."

    def _name(self, name: str) -> str:
        return person(self._chronology, name)


def _asks(asks: str, whom: list[str]) -> str:
    return f"{asks} of {listed(whom)}" if whom else asks
