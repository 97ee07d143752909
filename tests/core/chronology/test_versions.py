"""Versions of one event, told by the system that keeps its record: in any order, the same in the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source
from heeded.core.chronology.versions import ONE_MOMENT, OTHER_KIND, Past, Placed, Version, chains, placed
from heeded.core.chronology.view import Known, as_known
from heeded.core.chronology.when import Precision, When

ROOT, GONE, LATER = "R", "gone", 1_000
Said = tuple[int, str]
"""As of when a system says what; `gone` takes it back."""

said = st.lists(st.tuples(st.integers(1, 8), st.sampled_from(("a", "b", "c", GONE))), min_size=1, max_size=7)


@dataclass
class Held:
    """What a record comes to hold of one event."""

    entries: list[Entry] = field(default_factory=list)
    stood: dict[str, tuple[int, int]] = field(default_factory=dict)

    def of(self, at: int, after: int | None = None, number: int = 0) -> str:
        """The entry's name."""
        return f"{ROOT}@{at}" if after is None else f"{ROOT}@{at}+{after}.{number}"

    def hear(self, words: Said, now: int = LATER) -> Placed:
        """Take in what the system says, and remember as of when it says it."""
        at, what = words
        versions = [Version(entry, *self.stood[entry.id]) for entry in self.entries if entry.id in self.stood]
        found = placed(told(at, what, now), at, now, Past(ROOT, self.entries, versions, self))
        if found.same:
            since, until = self.stood[found.same]
            self.stood[found.same] = (since, max(at, until))
        if found.entry:
            self.keep(Version(found.entry, at, at))
        for again in found.again:
            self.keep(again.version)
        return found

    def keep(self, version: Version) -> None:
        """Append an entry."""
        assert all(version.entry.id != each.id for each in self.entries)
        self.entries.append(version.entry)
        self.stood[version.entry.id] = (version.since, version.at)

    def stands(self, at: int | None = None) -> Known | None:
        """How the event stands, as known by a moment."""
        assert set(chains(self.entries)) <= {ROOT}
        return next(iter(as_known(self.entries, at, None)), None)

    def word(self, at: int | None = None) -> str:
        """What is said of it by a moment."""
        found = self.stands(at)
        return str(found.entry.facts["grounds"]) if found else GONE


def told(at: int, what: str, now: int = LATER, kind: str = "concern raised") -> Entry:
    """What a system says as of a moment, as an entry told now at the latest."""
    entry = Entry(
        id=ROOT,
        kind=kind,
        child="ada",
        happened=When(0, 0, Precision.INSTANT),
        told=min(at, now),
        source=Source("hospital", "", ""),
        facts={"grounds": what},
    )
    if what != GONE:
        return entry
    return replace(entry, id=f"{ROOT}/gone", kind="withdrawal", facts={}, withdraws=ROOT)


def heard(words: Iterable[Said]) -> Held:
    held = Held()
    for each in words:
        held.hear(each)
    return held


def one_a_moment(words: Iterable[Said]) -> list[Said]:
    """Of some words, one for each moment: a system does not say two things at once."""
    return sorted(dict(words).items())


@given(said, st.randoms(use_true_random=False))
def test_the_last_word_by_the_systems_own_clock_stands_whatever_came_first(
    words: list[Said], chance: Random
) -> None:
    once = one_a_moment(words)
    told_often = [*once, *once, *once[:2]]
    chance.shuffle(told_often)
    held = heard(told_often)
    assert held.word() == once[-1][1]
    found = held.stands()
    first = min((at for at, what in once if what != GONE), default=None)
    assert found is None or found.known == first


@given(st.permutations(range(1, 8)))
def test_each_moment_shows_what_the_system_had_said_until_then_in_any_order(order: list[int]) -> None:
    held = heard((at, str(at)) for at in order[:5])
    for moment in range(9):
        so_far = [at for at in order[:5] if at <= moment]
        assert held.word(moment) == (str(max(so_far)) if so_far else GONE), moment


@given(said)
def test_in_the_systems_own_order_each_moment_shows_what_was_taken_back_too(words: list[Said]) -> None:
    once = one_a_moment(words)
    held = heard(once)
    for moment in range(10):
        so_far = [what for at, what in once if at <= moment]
        assert held.word(moment) == (so_far[-1] if so_far else GONE), moment


@given(said, st.randoms(use_true_random=False), st.integers(0, 8), st.integers(0, 1))
def test_whenever_it_came_a_clock_that_runs_ahead_orders_what_is_said(
    words: list[Said], chance: Random, now: int, step: int
) -> None:
    once = one_a_moment(words)
    order = [*once, *once]
    chance.shuffle(order)
    held = Held()
    for place, each in enumerate(order):
        held.hear(each, now + place * step)
    assert held.word() == once[-1][1]


def test_what_is_said_unchanged_makes_no_entry() -> None:
    held = heard([(1, "a"), (2, "a"), (3, "a"), (3, "a")])
    assert [entry.id for entry in held.entries] == [ROOT]
    assert held.stood == {ROOT: (1, 3)}


@pytest.mark.parametrize("order", list(permutations([(1, "a"), (2, "b"), (3, "a")])))
def test_what_was_said_again_since_is_said_again_after_what_comes_late(order: tuple[Said, ...]) -> None:
    held = heard(order)
    assert held.word() == "a"
    assert held.word(2) == "b"


def test_a_clock_that_runs_ahead_orders_what_it_says_all_the_same() -> None:
    for order in permutations([(50, "a"), (60, "b"), (70, "c")]):
        held = Held()
        for now, words in enumerate(order, 10):
            held.hear(words, now)
        assert held.word() == "c", order
        assert max(entry.told for entry in held.entries) <= 12


def test_a_correction_by_hand_stands_until_the_system_says_something_new() -> None:
    held = heard([(1, "a")])
    by_hand = replace(told(2, "by hand"), id="by-hand", corrects=ROOT, told=2)
    held.entries.append(by_hand)
    held.hear((3, "a"))
    assert held.word() == "by hand"
    held.hear((2, "a"))
    assert held.word() == "by hand"
    held.hear((4, "b"))
    assert held.word() == "b"


def test_two_things_as_of_one_moment_are_not_both_kept() -> None:
    held = heard([(5, "a")])
    assert held.hear((5, "b")).why == ONE_MOMENT
    held.hear((9, "a"))
    assert held.hear((9, "b")).why == ONE_MOMENT
    assert [entry.id for entry in held.entries] == [ROOT]


def test_another_kind_of_event_is_no_version_of_it() -> None:
    held = heard([(5, "a")])
    other = told(6, "b", kind="view recorded")
    versions = [Version(held.entries[0], 5, 5)]
    assert placed(other, 6, LATER, Past(ROOT, held.entries, versions, held)).why == OTHER_KIND


def test_what_was_taken_back_stands_again_when_the_system_says_so_later() -> None:
    held = heard([(1, "a"), (2, GONE), (3, "a")])
    assert [held.word(at) for at in (1, 2, 3)] == ["a", GONE, "a"]
