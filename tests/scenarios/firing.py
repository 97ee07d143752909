"""What a replayed story makes fire: which rule, at which event, how it shows, by when, about whom."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from heeded.bootstrap import open_handbook, open_scenario
from heeded.casework.replay import Followed, Moment, Replay, replay
from heeded.core.chronology.when import local
from heeded.core.evaluation.finding import Verdict

ASKED, OPEN, BROKEN, IN_THE_WAY = "asked at", "open at", "broken by", "in the way at"


class Check(NamedTuple):
    """A rule that must show at an event: how and, where the sources say it, by when and about whom."""

    event: str
    ref: str
    how: str
    day: str = ""
    about: str = ""


@cache
def whole(name: str, edition: str, variant: str) -> Replay:
    """The whole of a story that comes with Heeded, with one ending, by one edition."""
    return replay(open_scenario(name).told_as(variant), open_handbook().as_edition(edition))


def moments(story: Replay, event: str) -> list[Moment]:
    """The moments at which an event, or a part of it, happened."""
    return [moment for moment in story.moments if any(each.event.id == event for each in moment.happened)]


def begun_by(story: Replay, event: str, ref: str) -> list[Followed]:
    """The findings of a rule that an entry of the event began."""
    entries = {entry for each in story.scenario.events if each.id == event for entry in each.entries}
    return [
        each
        for each in story.findings
        if each.judged.rule.ref == ref and entries.intersection(each.judged.grounds) and each.gone is None
    ]


def due(findings: Iterable[Followed]) -> set[str]:
    """The local days on which findings are due."""
    days = (each.judged.finding.due for each in findings)
    return {local(second).date().isoformat() for second in days if second is not None}


def firing(story: Replay, event: str, ref: str, how: str) -> list[Followed]:
    """The findings of a rule that show in the way asked for."""
    if how == OPEN:
        standing = {j.finding.identity for moment in moments(story, event) for j in moment.open}
        return [
            each
            for each in story.findings
            if each.judged.rule.ref == ref and each.judged.finding.identity in standing
        ]
    begun = begun_by(story, event, ref)
    if how == BROKEN:
        return [each for each in begun if each.judged.finding.verdict is Verdict.BROKEN]
    return [each for each in begun if each.steps[0].verdict in (Verdict.DUE, Verdict.NOT_ASSESSABLE)]


def fires(story: Replay, check: Check) -> None:
    """Assert that it does."""
    if check.how == IN_THE_WAY:
        gates = [gate for moment in moments(story, check.event) for gate in moment.gates]
        assert check.ref in {gate.judged.rule.ref for gate in gates}
        return
    found = firing(story, check.event, check.ref, check.how)
    assert found
    assert not check.day or check.day in due(found)
    assert not check.about or check.about in {each.judged.finding.about for each in found}
