"""Tests of what a family is not told: walls first, and no ground for what it lived through itself."""

from __future__ import annotations

import pytest

from heeded.core.access.to_family import Ground, Setting, ground_of, ground_of_look, is_wall
from heeded.core.access.to_family.usual import USUAL, tellable
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.chronology.when import Precision, When

NOW = 1_782_900_000
SETTING = Setting(child="ada", agency="council", police=frozenset({"police"}))


def entry(
    kind: str,
    *,
    agency: str = "council",
    child: str = "ada",
    at: int = NOW,
    facts: dict[str, Fact] | None = None,
) -> Entry:
    """One event, told by an agency about a child."""
    return Entry(
        id=kind,
        kind=kind,
        child=child,
        happened=When(at, at, Precision.INSTANT),
        told=at,
        source=Source(agency),
        facts=facts or {},
    )


@pytest.mark.parametrize(
    ("told", "ground"),
    [
        (entry("visit"), None),
        (entry("visit", agency="hospital"), Ground.OTHER_AGENCY),
        (entry("visit", agency="police"), Ground.POLICE),
        (entry("visit", child="her-brother"), Ground.OTHER_PERSON),
        (entry("disclosure"), Ground.CHILDS_WORDS),
        (entry("disclosure", agency="hospital"), Ground.CHILDS_WORDS),
        (entry("child protection medical"), Ground.HEALTH),
        (entry("injury observed", facts={"sites": frozenset({"genitals"})}), Ground.HEALTH),
        (entry("substance use known"), Ground.ADULT),
        (entry("concern about staff"), Ground.STAFF),
        (entry("possible source considered"), Ground.NOT_USUAL),
        (entry("explanation given"), Ground.NOT_USUAL),
        (entry("whereabouts"), Ground.SHIELD),
    ],
)
def test_each_ground(told: Entry, ground: Ground | None) -> None:
    assert ground_of(told, SETTING) is ground


def test_what_came_after_a_shield_began_is_behind_a_wall_and_what_came_before_is_not() -> None:
    shielded = Setting(child="ada", agency="council", hidden_since=NOW)
    assert ground_of(entry("visit", at=NOW - 1), shielded) is None
    assert ground_of(entry("visit", at=NOW), shielded) is Ground.SHIELD
    assert ground_of_look("council", NOW - 1, shielded) is None
    assert ground_of_look("council", NOW, shielded) is Ground.SHIELD
    assert ground_of_look("police", NOW - 1, SETTING) is Ground.POLICE
    assert is_wall(Ground.SHIELD)
    assert not is_wall(Ground.OTHER_AGENCY)


def test_the_police_tell_what_is_their_own() -> None:
    theirs = Setting(child="ada", agency="police", police=frozenset({"police"}))
    assert ground_of(entry("visit", agency="police"), theirs) is None


def test_no_fact_that_can_hold_a_name_or_words_is_told() -> None:
    assert set(KINDS) >= USUAL
    assert tellable("hospital attendance", "unscheduled")
    assert not tellable("injury observed", "suspected")
    assert not tellable("hospital attendance", "brought by")
    assert not tellable("medical opinion", "grounds")
    assert not tellable("no such kind", "unscheduled")
