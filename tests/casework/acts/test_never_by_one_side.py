"""A disagreement is never closed by one of its sides, on any path that anybody can think of."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from heeded.casework import invariants
from heeded.casework.invariants import objection
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Person, Source
from heeded.core.chronology.when import Precision, When
from heeded.core.evidence.disagreement.opposition import Opposition, oppositions
from tests.casework.acts.anything import AGENCIES, FACTS, SECTORS, agencies, moments, tellings

COUNTED: Counter[tuple[str, str]] = Counter()
"""What was told of each sort, and whether it was kept: written out after a campaign."""


def _what(entry: Entry) -> str:
    """The sort of telling that an entry is."""
    if entry.corrects:
        return "a correction"
    return f"“{entry.kind}”"


class Disagreeing(RuleBasedStateMachine):
    """People of five agencies tell, correct and withdraw as they please; what is objected to is not kept."""

    said = Bundle("said")

    def __init__(self) -> None:
        super().__init__()
        self.chronology = Chronology("family", (), {"ada": Person("ada", "Ada")}, AGENCIES)
        self.opened: dict[str, set[str]] = {}
        self.drawn: set[str] = set()
        self.number = 0

    def keep(self, entry: Entry, named: Entry | None = None) -> Entry | None:
        """Keep an entry unless something is objected to it; what was kept."""
        self.number += 1
        entry = replace(entry, id=f"e{self.number:03}")
        objected = bool(objection(entry, self.chronology, AGENCIES, named))
        COUNTED[_what(entry), "refused" if objected else "kept"] += 1
        if objected:
            return None
        self.chronology = replace(self.chronology, entries=(*self.chronology.entries, entry))
        key = entry.keys.get("disagreement", "")
        if entry.kind == "disagreement opened" and key not in self.opened:
            sides = entry.facts["sides"]
            assert isinstance(sides, frozenset)
            named_sides = {name for name, sector in SECTORS.items() if sector in sides}
            self.opened[key] = {entry.source.agency, *named_sides}
        for found in self.opposite():
            if found.key not in self.drawn:
                COUNTED["a disagreement that opened by itself", "kept"] += 1
            self.drawn.add(found.key)
        return entry

    def opposite(self) -> tuple[Opposition, ...]:
        """The disagreements that nobody had to open."""
        return oppositions(self.chronology.as_known())

    @rule(target=said, entry=tellings())
    def tell(self, entry: Entry) -> object:
        """Somebody tells something."""
        kept = self.keep(entry)
        return kept or multiple()

    @rule(target=said, entry=tellings(), of=said, agency=agencies)
    def correct(self, entry: Entry, of: Entry, agency: str) -> object:
        """Somebody says anew what was said, as anything at all."""
        saying = replace(entry, corrects=of.id, source=replace(entry.source, agency=agency))
        kept = self.keep(saying, of)
        return kept or multiple()

    @rule(target=said, entry=tellings(), number=st.integers(0, 3), late=st.booleans(), of=st.integers(0, 99))
    def settle_what_opened_by_itself(self, entry: Entry, number: int, of: int, *, late: bool) -> object:
        """Somebody settles what is there because two answers are opposite, and names some answers."""
        stand = self.opposite()
        if not stand:
            return multiple()
        found = stand[number % len(stand)]
        others = [answer.entry.id for each in stand for answer in each.answers]
        settles = {answer.entry.id for answer in found.answers}
        named = settles | {others[of % len(others)]} if of % 3 == 0 else settles
        settling = replace(
            entry,
            kind="disagreement resolved",
            told=6 if late else entry.told,
            keys={"disagreement": sorted(found.names)[of % len(found.names)]},
            facts={**FACTS["disagreement resolved"][0], "settles": frozenset(named)},
        )
        return self.keep(settling) or multiple()

    @rule(target=said, of=said, told=moments, own=st.booleans(), agency=agencies)
    def withdraw(self, of: Entry, told: int, *, own: bool, agency: str) -> object:
        """Somebody takes back what was said."""
        back = replace(
            of,
            kind="withdrawal",
            told=told,
            withdraws=of.id,
            corrects=None,
            facts={},
            keys={},
            source=Source(of.source.agency if own else agency),
        )
        kept = self.keep(back, of)
        return kept or multiple()

    @rule(of=consumes(said))
    def forget(self, of: Entry) -> None:
        """Nobody speaks of an entry again."""
        assert of.id

    @invariant()
    def what_was_opened_stands(self) -> None:
        """A disagreement once opened is there."""
        standing = {
            event.entry.keys.get("disagreement", "")
            for event in self.chronology.as_known()
            if event.entry.kind == "disagreement opened"
        }
        assert standing >= {*self.opened}

    @invariant()
    def what_opened_by_itself_stands(self) -> None:
        """Opposite answers once known stay a disagreement, whatever either side says, corrects or unsays."""
        assert {name for found in self.opposite() for name in found.names} >= self.drawn

    @invariant()
    def nothing_opened_is_settled_by_whoever_was_a_side_from_the_first(self) -> None:
        """What somebody opened is settled by somebody else or not at all."""
        for event in self.chronology.as_known():
            entry = event.entry
            if entry.kind == "disagreement resolved":
                assert entry.source.agency not in self.opened.get(entry.keys["disagreement"], ())

    @invariant()
    def nothing_that_opened_by_itself_is_settled_by_whoever_gave_an_answer(self) -> None:
        """What the record found is settled by somebody who is named and of neither side, or not at all."""
        for found in self.opposite():
            if found.settled is not None:
                settled = found.settled.entry
                assert settled.source.practitioner
                assert settled.source.agency not in {answer.source.agency for answer in found.answers}
                assert settled.facts["answer to who raised it"] != settled.facts["answer to who denied it"]


def test_an_answer_told_as_of_before_undoes_nothing() -> None:
    """The police deny it and the hospital is told; then they say that they had come round before that."""
    machine = Disagreeing()
    when = When(0, 0, Precision.INSTANT)
    police = Source("police", "a")
    denied = Entry(
        id="",
        kind="view recorded",
        child="ada",
        happened=when,
        told=1,
        source=police,
        facts={"conclusion": "no concerns"},
    )
    opinion = replace(
        denied, kind="medical opinion", told=4, source=Source("hospital"), facts={"strength": "suspect"}
    )
    assert machine.keep(denied)
    assert machine.keep(opinion)
    came_round = replace(denied, told=2, facts={"conclusion": "unsure"})
    assert "not taken back" in objection(replace(came_round, id="late"), machine.chronology, AGENCIES)
    assert machine.keep(replace(came_round, told=5))
    assert machine.drawn == {found.key for found in machine.opposite()}


def test_one_of_several_sides_does_not_leave_it_and_settle_it() -> None:
    """The hospital and the council see no concern, the school does; the hospital takes its view back."""
    machine = Disagreeing()
    view = Entry(
        id="",
        kind="view recorded",
        child="ada",
        happened=When(0, 0, Precision.INSTANT),
        told=1,
        source=Source("hospital"),
        facts={"conclusion": "no concerns"},
    )
    first = machine.keep(view)
    assert first
    assert machine.keep(replace(view, source=Source("council")))
    assert machine.keep(replace(view, told=2, source=Source("school"), facts={"conclusion": "concern"}))
    back = replace(view, kind="withdrawal", told=3, withdraws=first.id, facts={})
    assert "not taken back" in objection(replace(back, id="back"), machine.chronology, AGENCIES, first)


@pytest.fixture(autouse=True, scope="module")
def _counted() -> Iterator[None]:
    """Say, after a campaign, how often each sort of telling was kept and refused."""
    COUNTED.clear()
    yield
    for (what, became), number in sorted(COUNTED.items()):
        sys.stdout.write(f"{what} {became}: {number:,}\n")


STEPS = int(os.environ.get("HEEDED_STEPS", "3000"))
"""How many steps are taken: more in a campaign."""

TestDisagreeing = Disagreeing.TestCase
TestDisagreeing.settings = settings(max_examples=max(1, STEPS // 30), stateful_step_count=30, deadline=None)


@pytest.mark.parametrize("unwatched", ["_unsays", "_settles_its_own"])
def test_a_path_left_unwatched_is_found(unwatched: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same machine with one check taken away: it finds the way round."""

    def nothing(*_: object) -> str:
        return ""

    monkeypatch.setattr(invariants, unwatched, nothing)
    few = settings(
        max_examples=300,
        stateful_step_count=30,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
    )
    with pytest.raises((AssertionError, KeyError)):
        run_state_machine_as_test(Disagreeing, settings=few)
