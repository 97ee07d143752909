"""Gates that stand in the way now, on an opened record: for each the acts that meet it, by what is seen."""

from __future__ import annotations

from heeded import bootstrap
from heeded.casework.looking import Ask, Desk, Opened, open_record
from heeded.casework.looking.within.in_the_way import in_the_way
from tests.borough import NOW, bruised
from tests.casework.looking.staff import who, why
from tests.casework.looking.telling import child_of, one, send


def gates(desk: Desk, child: str, now: int) -> dict[str, tuple[str, ...]]:
    """The acts before which each gate stands, by its rule, as a social worker sees it."""
    opened = open_record(desk, Ask(actor=who("worker"), child=child, now=now, stated=why()), whole=True)
    assert isinstance(opened, Opened)
    found = in_the_way(opened, bootstrap.open_handbook(), now)
    assert {each.judged.finding.child for each in found} <= {child}
    return {each.judged.rule.name: each.acts for each in found}


RAISED = "no-closing-over-a-disagreement"
KEYS = {"disagreement": "d1"}


def test_a_gate_is_not_told_before_something_raises_it_nor_after_it_is_lifted(
    desk: Desk, database: str
) -> None:
    child = child_of(send(bruised()), database)
    assert RAISED not in gates(desk, child, NOW + 60)
    facts = {"question": "is she safe at home", "grounds": "the bruises"}
    send(one("disagreement opened", facts=facts, keys=KEYS, now=NOW + 120), NOW + 120)
    assert gates(desk, child, NOW + 180)[RAISED] == ("case closed",)
    ended = {
        "by": "an inspector",
        "above both sides": True,
        "reasons": "we looked at both",
        "answer to who raised it": "the marks are there",
        "answer to who denied it": "the home was calm",
    }
    above = one(
        "disagreement resolved",
        agency="police",
        practitioner="constable",
        facts=ended,
        keys={"disagreement": "council:d1"},
        now=NOW + 240,
    )
    assert send(above, NOW + 240).refusals == ()
    assert RAISED not in gates(desk, child, NOW + 300)


def test_a_gate_names_every_act_before_which_it_stands_once(desk: Desk, database: str) -> None:
    child = child_of(send(bruised()), database)
    found = gates(desk, child, NOW + 60)
    assert found["no-leaving-without-a-consultant"] == ("hospital discharge", "child returned home")
    assert all(len(set(acts)) == len(acts) > 0 for acts in found.values())
