"""Two recorded children found to be one, or one to be two: no disagreement is lost, and none reopens."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.when import Precision, When
from heeded.core.evidence.disagreement.opposition import Opposition, oppositions
from heeded.core.evidence.drawn import with_drawn
from tests.core.evidence.told import COUNCIL, FAMILY, HOSPITAL, LATER, POLICE, family

OPINION: dict[str, Fact] = {"strength": "excluded", "supersedes": True, "by a paediatrician": True}
SAID: tuple[tuple[str, dict[str, Fact]], ...] = (
    ("view recorded", {"conclusion": "concern"}),
    ("view recorded", {"conclusion": "no concerns"}),
    ("medical opinion", {"strength": "suspect"}),
    ("medical opinion", OPINION),
)


@st.composite
def answered(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Answers of three agencies about Ada and about Ben; some opposite ones are settled or taken up."""
    told = tuple(
        Entry(
            id=f"v{number}",
            kind=(said := draw(st.sampled_from(SAID)))[0],
            child=(child := draw(st.sampled_from(("Ada", "Ben")))),
            reference=child,
            happened=When(number, number, Precision.INSTANT),
            told=draw(st.integers(0, 9)),
            source=Source(draw(st.sampled_from((COUNCIL, HOSPITAL, POLICE)))),
            keys=draw(st.sampled_from(({}, {"injury": "I1"}))),
            facts=said[1],
        )
        for number in range(draw(st.integers(2, 8)))
    )
    spoken = [
        _spoken(found, number, settles=draw(st.booleans()))
        for number, found in enumerate(held(told))
        if draw(st.booleans())
    ]
    return (*told, *spoken)


def _spoken(found: Opposition, number: int, *, settles: bool) -> Entry:
    named = frozenset(answer.entry.id for answer in found.answers)
    return Entry(
        id=f"s{number}",
        kind="disagreement resolved" if settles else "disagreement taken up",
        child=found.child,
        happened=When(20, 20, Precision.INSTANT),
        told=20,
        source=Source(FAMILY),
        keys={"disagreement": found.key},
        facts={"settles": named} if settles else {"level": 2},
    )


def held(told: tuple[Entry, ...]) -> tuple[Opposition, ...]:
    return oppositions(family(*told).as_known())


def as_one(told: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(replace(each, child="Ada") for each in told)


@settings(max_examples=200, deadline=None)
@given(answered())
def test_what_was_open_stays_open_and_what_was_settled_settled(told: tuple[Entry, ...]) -> None:
    after = {name: found for found in held(as_one(told)) for name in found.names}
    for found in held(told):
        for name in found.names:
            assert (after[name].settled is None) == (found.settled is None)


@settings(max_examples=200, deadline=None)
@given(answered())
def test_what_was_said_of_it_is_judged_under_the_name_that_it_goes_by(told: tuple[Entry, ...]) -> None:
    drawn = with_drawn(family(*as_one(told)), LATER).entries
    named = {each.keys["disagreement"] for each in drawn if each.kind == "opposite answers"}
    spoken = {each.keys["disagreement"] for each in drawn if each.kind.startswith("disagreement ")}
    assert spoken <= named


@settings(max_examples=200, deadline=None)
@given(answered())
def test_what_was_settled_while_they_were_one_stays_settled_of_whom_it_was_told(
    told: tuple[Entry, ...],
) -> None:
    before = {name for found in held(told) if found.settled for name in found.names}
    for number, chosen in enumerate(held(as_one(told))):
        if chosen.settled is None:
            settling = _spoken(chosen, 100 + number, settles=True)
            named = {answer.entry.id for answer in chosen.answers}
            apart = held((*told, settling))
            assert before <= {name for found in apart if found.settled for name in found.names}
            for found in apart:
                if chosen.key in found.names and {answer.entry.id for answer in found.answers} <= named:
                    assert found.settled
