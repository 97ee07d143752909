"""What is in force for a child: what began and of which no end is recorded, the last to begin first."""

from __future__ import annotations

from datetime import date

from heeded.core.chronology.entry import Entry
from heeded.core.evidence.in_force import in_force
from tests.core.evidence.told import entry, seen


def found(*entries: Entry) -> list[str]:
    return [each.began.root for each in in_force(seen(*entries), "Ada")]


PLAN = entry("plan", "protection plan started", "2025-02-01", keys={"plan": "P1"})


def test_what_began_is_in_force_until_an_end_is_recorded() -> None:
    assert found(PLAN) == ["plan"]
    assert found(PLAN, entry("end", "protection plan ended", "2025-03-01", keys={"plan": "P1"})) == []
    assert found(PLAN, entry("end", "protection plan ended", "2025-03-01")) == []


def test_the_end_of_another_and_one_that_came_before_end_nothing() -> None:
    assert found(PLAN, entry("end", "protection plan ended", "2025-03-01", keys={"plan": "P2"})) == ["plan"]
    assert found(PLAN, entry("end", "protection plan ended", "2025-01-01", keys={"plan": "P1"})) == ["plan"]


def test_the_last_to_begin_stands_first_and_another_childs_is_not_there() -> None:
    other = entry("other", "protection plan started", "2025-02-03", child="Ben")
    enquiry = entry("enquiry", "section 47 started", "2025-02-02", keys={"enquiry": "S1"})
    assert found(PLAN, other, enquiry) == ["enquiry", "plan"]


def test_an_order_is_ended_by_its_own_kind_of_order_alone() -> None:
    order = entry("order", "order made", "2025-02-01", order="interim care order")
    assert found(order, entry("end", "order ended", "2025-03-01", order="care order")) == ["order"]
    assert found(order, entry("end", "order ended", "2025-03-01", order="interim care order")) == []


def test_the_last_meeting_about_the_same_plan_and_the_last_day_that_was_given_stand_with_it() -> None:
    own = {"plan": "P1"}
    meetings = (
        entry("first", "core group", "2025-02-10", keys=own),
        entry("last", "core group", "2025-03-10", keys=own),
        entry("other", "core group", "2025-04-10", keys={"plan": "P2"}),
    )
    (held,) = in_force(seen(PLAN, *meetings), "Ada")
    assert held.last_met is not None
    assert (held.last_met.root, held.until) == ("last", None)
    order = entry("o", "emergency protection order made", "2025-02-01", expires=date(2025, 2, 9))
    more = entry("x", "emergency protection order extended", "2025-02-08", expires=date(2025, 2, 16))
    (held,) = in_force(seen(order, more), "Ada")
    assert (held.last_met, held.until) == (None, date(2025, 2, 16))
