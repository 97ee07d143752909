"""What was said, as the page tells it: explanations side by side, disclosures that wait, episodes unnamed."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.casework.replay import Moment, Replay
from heeded.casework.replay.hearing import Passed
from heeded.core.chronology.view import Known
from heeded.core.chronology.when import local
from heeded.core.evidence.accounts import Disclosed, Explained, Pointed
from heeded.core.evidence.episodes import Closing, Episode, Recurring
from heeded.doors.cli.replay.page import Page
from heeded.doors.cli.replay.words import agency, listed, opening, person


class Accounts:
    """Prints what is new at a moment in what was said; nothing is judged, and nobody is called a liar."""

    def __init__(self, told: Replay, page: Page) -> None:
        self._chronology = told.scenario.chronology
        self._page = page
        self._pointed: set[tuple[str, ...]] = set()

    def write(self, moment: Moment) -> None:
        """Print what stands out in explanations, who waits for an answer, and what was passed over."""
        for explained in moment.accounts.explained:
            for pointed in explained.pointed:
                place = (explained.injury.id, pointed.remark, *(event.root for event in pointed.events))
                if place not in self._pointed:
                    self._pointed.add(place)
                    self._page.labelled("Said", self._stands_out(explained, pointed))
        for disclosed in moment.accounts.disclosed:
            for number, line in enumerate(self._waits(disclosed)):
                self._page.labelled("" if number else "Awaits", line)
        for line in self._unnamed(moment.accounts.passed):
            self._page.labelled("Earlier", line)
        for line in self._again(moment.accounts.passed):
            self._page.labelled("Again", line)

    def _stands_out(self, explained: Explained, pointed: Pointed) -> str:
        whom = self._name(explained.injury.child)
        quoted = [self._quoted(event) for event in pointed.events if event.entry.kind == "explanation given"]
        words = f": {listed(quoted)}" if quoted else ""
        return f"{whom}'s injury {explained.injury.id}: {pointed.remark}{words}."

    def _quoted(self, event: Known) -> str:
        facts = event.entry.facts
        speaker = self._name(str(facts["speaker"])) if "speaker" in facts else "somebody"
        to = agency(self._chronology, event.entry.source.agency)
        return f"{speaker} to {to} on {_moment(event.entry.happened.earliest)}, “{facts.get('words', '')}”"

    def _waits(self, disclosed: Disclosed) -> Iterator[str]:
        """A disclosure that nobody has answered in full, then a line for each child still undecided."""
        first = disclosed.said[0].entry
        speaker = self._name(str(first.facts.get("speaker", first.child)))
        words = opening(f"what {speaker} said, “{first.facts.get('words', '')}”")
        if disclosed.waiting:
            yield f"{words}: who weighed it, with what, what is done, what the child was told."
        elif disclosed.missing:
            yield f"{words}: no answer says {listed(f'“{each}”' for each in disclosed.missing)}."
        for each in disclosed.children:
            if each.decided is None:
                yield f"A decision for {self._name(each.child)}, because of it."

    def _unnamed(self, passed: tuple[Passed, ...]) -> Iterator[str]:
        """A line for each earlier episode that decisions of a moment do not name, and for which children."""
        alike: dict[tuple[str, str], list[str]] = {}
        episodes: dict[str, Episode] = {}
        for each in passed:
            for found in each.unnamed:
                episodes[found.episode.id] = found.episode
                place = (each.decision.entry.kind, found.episode.id)
                alike.setdefault(place, []).append(self._name(each.decision.entry.child))
        for (kind, name), children in alike.items():
            told = self._episode(episodes[name])
            yield f"“{kind}” ({listed(children)}) though nobody had said what it changes: {told}."

    def _again(self, passed: tuple[Passed, ...]) -> Iterator[str]:
        """A line for what came more than once in the twelve months before, and for which decisions."""
        alike: dict[tuple[str, str], list[str]] = {}
        for each in passed:
            if said := self._counted(each.again):
                place = (each.decision.entry.kind, said)
                alike.setdefault(place, []).append(self._name(each.decision.entry.child))
        for (kind, said), children in alike.items():
            yield f"“{kind}” ({listed(children)}) after {said}"

    def _counted(self, again: Recurring) -> str:
        """What came more than once, counted, with what came after each closing; empty where nothing did."""
        if not again.again:
            return ""
        counts = (("referral", again.referrals), ("contact", again.contacts), ("closing", again.closings))
        counted = listed(f"{len(found)} {what}{'s'[: len(found) > 1]}" for what, found in counts if found)
        after = "".join(f" {self._after(each)}" for each in again.closings)
        return f"{counted} in twelve months.{after}"

    def _after(self, closing: Closing) -> str:
        """What came after a closing, in a sentence."""
        first = closing.told[0].entry
        ended = f"“{first.kind}” of {_day(first.happened.earliest)}"
        if closing.after is None:
            return f"After {ended} nothing is recorded to have come."
        came = closing.after.entry
        return f"After {ended} came “{came.kind}” on {_day(came.happened.earliest)}."

    def _episode(self, episode: Episode) -> str:
        agencies = listed(agency(self._chronology, each) for each in episode.agencies)
        whose = listed(self._name(each) for each in episode.children)
        kinds = listed(f"“{each}”" for each in episode.kinds)
        span = dict.fromkeys((_day(episode.began), _day(episode.ended)))
        adults = f", about {listed(self._name(each) for each in episode.adults)}" if episode.adults else ""
        return f"{episode.title} of {' to '.join(span)} ({whose}): {kinds}{adults}, told by {agencies}"

    def _name(self, name: str) -> str:
        return person(self._chronology, name)


def _moment(second: int) -> str:
    return f"{local(second):%-d %B %Y at %H:%M}"


def _day(second: int) -> str:
    return f"{local(second):%-d %B %Y}"
