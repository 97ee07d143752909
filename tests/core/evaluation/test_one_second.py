"""What the record was told in one second is judged in the order in which it was told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from heeded.bootstrap import open_handbook
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import UNPLACED, Entry
from heeded.core.chronology.view import as_known
from heeded.core.evaluation import definition, kernels
from heeded.core.evaluation.finding import Finding, Verdict
from heeded.core.evidence.drawn import with_drawn
from heeded.core.procedures.handbook import Handbook
from tests.core.evidence.told import COUNCIL, HOSPITAL, LATER, POLICE, entry, family

Evaluator = Callable[[Chronology, Handbook, int], tuple[Finding, ...]]
SECOND = "2026-03-02T10:00"
RULE = "offered-hand-over-is-answered"
NAMES = pytest.mark.parametrize("names", [("a", "b"), ("b", "a")], ids=["told by name", "told against name"])
both = pytest.mark.parametrize(
    "evaluate", [definition.evaluate, kernels.evaluate], ids=["definition", "kernels"]
)


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return open_handbook()


def in_turn(*entries: Entry) -> tuple[Entry, ...]:
    """Entries as a record holds them that was told of each at once."""
    return tuple(replace(each, turn=turn) for turn, each in enumerate(entries))


def handed_over(names: tuple[str, str]) -> tuple[Entry, Entry]:
    """A hand-over offered, and accepted within the same second."""
    key = {"hand-over": "h", "referral": "r"}
    offered, accepted = names
    return (
        entry(offered, "hand-over offered", SECOND, keys=key, to="children's social care", in_writing=True),
        entry(accepted, "hand-over accepted", SECOND, keys=key, in_writing=True),
    )


@both
@NAMES
def test_an_answer_in_the_second_of_the_offer_answers_it(
    names: tuple[str, str], evaluate: Evaluator, handbook: Handbook
) -> None:
    told = in_turn(*handed_over(names))
    for entries in (told, told[::-1]):
        found = [each for each in evaluate(family(*entries), handbook, LATER) if each.rule == RULE]
        assert [each.verdict for each in found] == [Verdict.KEPT]


@both
@NAMES
def test_what_was_told_after_the_act_opens_no_gate(
    names: tuple[str, str], evaluate: Evaluator, handbook: Handbook
) -> None:
    """The work is let go, and the hand-over accepted after it, within the second of the offer."""
    offered, accepted = handed_over(names)
    closed = entry("c", "case closed", SECOND, keys={"referral": "r"}, reason="handed over")
    gate = "no-letting-go-before-acceptance"
    for entries, right in (
        ((offered, accepted, closed), Verdict.KEPT),
        ((offered, closed, accepted), Verdict.BROKEN),
    ):
        found = evaluate(family(*in_turn(*entries)), handbook, LATER)
        assert [each.verdict for each in found if each.rule == gate] == [right]


@NAMES
def test_the_later_of_two_corrections_of_one_second_is_the_last_word(names: tuple[str, str]) -> None:
    first, second = names
    chain = in_turn(
        entry("e", "visit", SECOND, child_seen=True),
        entry(first, "visit", SECOND, corrects="e", child_seen=False),
        entry(second, "visit", SECOND, corrects="e", child_seen=True),
    )
    (event,) = as_known(chain, None, None)
    assert (event.entry.id, event.turn) == (second, 0)


@NAMES
def test_what_the_record_draws_stands_right_after_what_it_rests_on(names: tuple[str, str]) -> None:
    """Opposite answers, and what was told after both, within one second."""
    one, other = names
    told = in_turn(
        entry(one, "view recorded", SECOND, by=HOSPITAL, conclusion="concern"),
        entry(other, "view recorded", SECOND, by=POLICE, conclusion="no concerns"),
        entry("A", "disagreement answered", SECOND, by=COUNCIL),
    )
    drawn = with_drawn(family(*told), LATER)
    order = [event.entry.kind for event in drawn.as_known()]
    assert order == ["view recorded", "view recorded", "opposite answers", "disagreement answered"]


def test_what_has_no_turn_stands_after_what_has_one_and_by_its_name() -> None:
    """News from another system, of that second too, may come in any order and is judged in one."""
    late = [entry(name, "visit", SECOND) for name in ("b", "a")]
    (held,) = in_turn(entry("c", "visit", SECOND))
    assert {each.turn for each in late} == {UNPLACED}
    for entries in ([held, *late], [*late[::-1], held]):
        assert [event.root for event in as_known(entries, None, None)] == ["c", "a", "b"]
