"""What is drawn follows from what was known, in any order of arrival, and never from later news."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.vocabulary import DRAWN
from heeded.core.evidence.drawn import beside, drawn_from, with_drawn
from tests.core.evidence.random_families import moment, random_family
from tests.core.evidence.told import COUNCIL, HOSPITAL, LATER, POLICE, entry, family, lives

SEEDS = range(150)


def drawn(
    chronology: Chronology, now: int = LATER, to: str | None = None, at: int | None = None
) -> list[Entry]:
    return [each for each in with_drawn(chronology, now, to, at).entries if each.kind in DRAWN]


def test_the_random_families_draw_every_kind() -> None:
    found = {each.kind for seed in SEEDS for each in drawn(random_family(seed))}
    assert found == set(DRAWN)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_is_drawn_in_any_order_of_arrival(seed: int) -> None:
    chronology = random_family(seed)
    shuffled = list(chronology.entries)
    Random(seed).shuffle(shuffled)  # noqa: S311 - a seeded order, not a secret
    at = moment(seed)
    assert set(_essence(drawn(replace(chronology, entries=tuple(shuffled)), *at))) == set(
        _essence(drawn(chronology, *at))
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_drawing_twice_is_drawing_once_and_takes_nothing_away(seed: int) -> None:
    chronology = random_family(seed)
    once = with_drawn(chronology, LATER)
    assert with_drawn(once, LATER) == once
    assert once.entries[: len(chronology.entries)] == chronology.entries


@pytest.mark.parametrize("seed", SEEDS)
def test_one_entry_more_draws_what_is_drawn_from_all_of_them(seed: int) -> None:
    whole = random_family(seed)
    at = moment(seed)
    for place in range(0, len(whole.entries), 3):
        act = whole.entries[place]
        rest = replace(whole, entries=(*whole.entries[:place], *whole.entries[place + 1 :]))
        plain = replace(rest, entries=(*rest.entries, act))
        one, other = with_drawn(beside(rest, act, *at), *at), with_drawn(plain, *at)
        assert one == other
        assert one.as_known(at[2], at[1]) == other.as_known(at[2], at[1])


@pytest.mark.parametrize("seed", SEEDS)
def test_later_news_never_changes_what_could_be_drawn_then(seed: int) -> None:
    chronology = random_family(seed)
    now, to, at = moment(seed)
    then = now if at is None else at
    known = tuple(
        each
        for each in chronology.entries
        if (heard := each.first_known if to is None else each.known_to(to)) is not None and heard <= then
    )
    # an entry that is named by one that was heard stands in the chain, heard or not
    named = {each.corrects or each.withdraws for each in known}
    before = tuple(each for each in chronology.entries if each in known or each.id in named)
    assert _essence(drawn(chronology, now, to, at)) == _essence(
        drawn(replace(chronology, entries=before), now, to, at)
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_it_rests_on_entries_that_are_there_and_comes_after_them(seed: int) -> None:
    chronology = random_family(seed)
    now, to, at = moment(seed)
    then = now if at is None else at
    roots = {event.root: event for event in chronology.as_known(then, to)}
    for each in drawn(chronology, now, to, at):
        on = each.facts["rests on"]
        assert isinstance(on, frozenset)
        assert on
        assert on <= roots.keys()
        assert chronology.entries.count(each) == 0
        assert each.happened.latest >= min(roots[root].entry.happened.latest for root in on)
        known = each.first_known if to is None else each.known_to(to)
        assert known is not None
        assert known <= then


def _essence(entries: list[Entry]) -> list[tuple[object, ...]]:
    return [
        (
            each.id,
            each.kind,
            each.child,
            each.happened,
            each.told,
            *(tuple(sorted(part.items(), key=str)) for part in (each.known, each.keys, each.facts)),
        )
        for each in entries
    ]


def test_an_agency_knows_what_is_drawn_once_it_knows_the_last_of_what_it_rests_on() -> None:
    stated = entry(
        "stated", "assumption recorded", "2025-02-14T11:00", condition="person in custody", person="Finn"
    )
    out = entry(
        "out", "release", "2025-02-17T16:00", by=POLICE, person="Finn", known={COUNCIL: "2025-02-18T09:00"}
    )
    found = drawn(family(*lives("Ada", "Finn"), stated, out))
    against = next(each for each in found if each.kind == "assumption contradicted")
    assert str(against.happened) == "2025-02-17 16:00"
    assert against.known == {COUNCIL: out.known[COUNCIL]}
    assert against.first_known == out.told
    assert against.id in drawn_from(with_drawn(family(stated, out), LATER), "out")


def test_what_is_withdrawn_draws_nothing_any_more() -> None:
    hurt = entry("hurt", "injury observed", "2025-02-11", by=HOSPITAL, suspected=True)
    back = entry("back", "withdrawal", "2025-02-11", told="2025-02-15", by=HOSPITAL, withdraws="hurt")
    home = lives("Ada", "Eve")
    assert [each.facts["person"] for each in drawn(family(*home, hurt))] == ["Eve"]
    assert drawn(family(*home, hurt, back)) == []
    assert len(drawn(family(*home, hurt, back), at=back.told - 1)) == 1


def test_a_family_in_which_nothing_begins_it_is_given_back_as_it_is() -> None:
    quiet = family(*lives("Ada", "Eve"))
    assert with_drawn(quiet, LATER) is quiet
    assert with_drawn(random_family(1), LATER, kinds=()) == random_family(1)
