"""The replay itself: from one moment to the next, with nothing that was not known by then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heeded.casework.judging.gates import Gates, Standing
from heeded.casework.judging.judge import AsKnown, Judged, verdicts
from heeded.casework.replay.follow import Change, Followed, Following
from heeded.casework.replay.hearing import NOTHING_SAID, Accounted, Hearing
from heeded.casework.replay.moments import Happened, Learnt, News, news
from heeded.casework.replay.prompting import Prompting
from heeded.casework.replay.sourcing import Sourcing
from heeded.casework.replay.wondering import Undecided, Wondering
from heeded.core.chronology.scenario import Scenario
from heeded.core.chronology.when import end_of_day, local
from heeded.core.evidence.prompts import Prompt
from heeded.core.evidence.sources import Sources
from heeded.core.procedures.handbook import Handbook


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment (seconds UTC): what happened, who came to know of what, and what that changed.

    Where nothing became known, a deadline passed. `open` is what is still to be done after it,
    `gates` what stands in the way of somebody, told only where something became known; `prompts` what
    clinical rules say of an injury, `sources` who may have been there and `accounts` what was said,
    where that is new; `undecided` what was not known when something was decided.
    """

    second: int
    happened: tuple[Happened, ...]
    learnt: tuple[Learnt, ...]
    changes: tuple[Change, ...]
    open: tuple[Judged, ...]
    gates: tuple[Standing, ...]
    prompts: tuple[Prompt, ...] = ()
    sources: tuple[Sources, ...] = ()
    accounts: Accounted = NOTHING_SAID
    undecided: tuple[Undecided, ...] = ()


@dataclass(frozen=True, slots=True)
class Replay:
    """A story told up to a moment (`until`, seconds UTC), and every finding as it then stood."""

    scenario: Scenario
    handbook: Handbook
    known_to: str | None
    until: int
    moments: tuple[Moment, ...]
    findings: tuple[Followed, ...]


def replay(
    scenario: Scenario, handbook: Handbook, known_to: str | None = None, until: int | None = None
) -> Replay:
    """Tell a story (of one variant) moment by moment, up to `until` (None: the day of the last event).

    Each moment is judged by what was known by then, to anyone or to the agency `known_to`.
    """
    last = ends(scenario) if until is None else until
    following = Following(scenario.chronology, handbook, known_to)
    moments = tuple(_moments(scenario, following, last))
    found = sorted(following.followed.values(), key=lambda each: each.steps[0].second)
    return Replay(scenario, handbook, known_to, last, moments, tuple(found))


def ends(scenario: Scenario) -> int:
    """When a story ends (seconds UTC): with the day on which the last of it was told."""
    told = max((entry.told for entry in scenario.chronology.entries), default=0)
    return end_of_day(local(told).date())


def _moments(scenario: Scenario, following: Following, until: int) -> Iterator[Moment]:
    gates, prompting = Gates.of(following.handbook), Prompting(scenario.chronology)
    sourcing, hearing = Sourcing(scenario.chronology), Hearing(scenario.chronology)
    wondering = Wondering(scenario.chronology)
    for each in _with_deadlines(news(scenario, following.known_to, until), following, until):
        known = AsKnown(each.second, following.known_to)
        changes = following.take(verdicts(scenario.chronology, following.handbook, known), each.second)
        raised = gates.standing(scenario.chronology, known) if each.happened else ()
        prompted = prompting.take(known) if each.happened else ()
        listed = sourcing.take(known) if each.happened else ()
        said = hearing.take(known) if each.happened or each.learnt else NOTHING_SAID
        open_at = wondering.take(known) if each.happened or each.learnt else ()
        if each.happened or each.learnt or changes:
            told = (each.happened, each.learnt, changes, following.open(), raised, prompted, listed, said)
            yield Moment(each.second, *told, open_at)


def _with_deadlines(known: tuple[News, ...], following: Following, until: int) -> Iterator[News]:
    """The moments at which something became known, and between them those at which a deadline has passed."""
    now = 0
    for each in (*known, None):
        end = each.second if each else until + 1
        while (passed := following.next_deadline(now)) is not None and passed < end:
            yield News(passed, (), ())
            now = passed
        if each:
            yield each
            now = each.second
