"""How long a record is kept: holds first, then the longest rule, and silence keeps."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeded.adapters.policy import shipped_retention
from heeded.core.access.retention import (
    AtEnd,
    Hold,
    Keeping,
    Kept,
    Period,
    RetentionRule,
    Start,
    disposal,
    years_after,
)
from heeded.core.access.retention_class import RetentionClass, retention_classes

BORN = date(2007, 2, 15)
LOOKED_AFTER, PROTECTION = RetentionClass.LOOKED_AFTER, RetentionClass.CHILD_PROTECTION


def kept(*records: RetentionClass, controller: str = "Blackpool", **days: date) -> Kept:
    """The record of an invented child; days by the names of `Start`."""
    named = {Start[name.upper()]: day for name, day in days.items()}
    return Kept(child="t", records=frozenset(records), controller=controller, days=named)


def asked(record: Kept, today: date, *holds: Hold) -> Keeping:
    """Ask the shipped rules."""
    return disposal(record, shipped_retention(), holds, today).keeping


@pytest.mark.parametrize(
    ("record", "today", "expected"),
    [
        (kept(LOOKED_AFTER, birth=BORN), date(2082, 2, 14), Keeping.KEEP),
        (kept(LOOKED_AFTER, birth=BORN), date(2082, 2, 15), Keeping.MAY_DISPOSE),
        (kept(LOOKED_AFTER, birth=BORN, death=date(2011, 5, 1)), date(2026, 4, 30), Keeping.KEEP),
        (kept(LOOKED_AFTER, birth=BORN, death=date(2011, 5, 1)), date(2026, 5, 1), Keeping.MAY_DISPOSE),
        (kept(LOOKED_AFTER, birth=BORN, death=date(2025, 2, 15)), date(2060, 1, 1), Keeping.KEEP),
        (kept(LOOKED_AFTER, death=date(2011, 5, 1)), date(2090, 1, 1), Keeping.UNKNOWN),
        (kept(LOOKED_AFTER), date(2200, 1, 1), Keeping.UNKNOWN),
        (kept(PROTECTION, last_contact=date(2011, 7, 1)), date(2046, 6, 30), Keeping.KEEP),
        (kept(PROTECTION, last_contact=date(2011, 7, 1)), date(2046, 7, 1), Keeping.REVIEW),
        (kept(PROTECTION, controller="Leeds", last_contact=BORN), date(2200, 1, 1), Keeping.NO_RULE),
        (kept(), date(2200, 1, 1), Keeping.NO_RULE),
        (
            kept(LOOKED_AFTER, PROTECTION, birth=BORN, last_contact=date(2011, 7, 1)),
            date(2047, 1, 1),
            Keeping.KEEP,
        ),
        (
            kept(RetentionClass.CHILD_IN_NEED, controller="Devon", birth=BORN, last_contact=date(2026, 1, 1)),
            date(2028, 12, 31),
            Keeping.KEEP,
        ),
        (
            kept(RetentionClass.PROTECTION_FLAG, status_ended=date(2024, 2, 29)),
            date(2025, 2, 28),
            Keeping.KEEP,
        ),
        (
            kept(RetentionClass.PROTECTION_FLAG, status_ended=date(2024, 2, 29)),
            date(2025, 3, 1),
            Keeping.MAY_DISPOSE,
        ),
    ],
)
def test_the_shipped_rules_on_and_around_their_days(record: Kept, today: date, expected: Keeping) -> None:
    assert asked(record, today) is expected


@pytest.mark.parametrize(
    ("hold", "held"),
    [
        (Hold(by="inquiry", reason="all", since=date(2015, 1, 1)), True),
        (Hold(by="inquiry", reason="all", since=date(2015, 1, 1), until=date(2100, 1, 2)), True),
        (Hold(by="inquiry", reason="all", since=date(2015, 1, 1), until=date(2100, 1, 1)), False),
        (Hold(by="inquiry", reason="all", since=date(2100, 1, 2)), False),
        (Hold(by="inquiry", reason="all", since=date(2100, 1, 1)), True),
        (Hold(by="court", reason="claim", since=BORN, child="t"), True),
        (Hold(by="court", reason="claim", since=BORN, child="another"), False),
        (Hold(by="court", reason="claim", since=BORN, record=LOOKED_AFTER), True),
        (Hold(by="court", reason="claim", since=BORN, record=PROTECTION), False),
        (Hold(by="council", reason="claim", since=BORN, controller="Blackpool"), True),
        (Hold(by="council", reason="claim", since=BORN, controller="Leeds"), False),
    ],
)
def test_a_hold_beats_disposal_where_it_covers_the_record(hold: Hold, held: bool) -> None:  # noqa: FBT001 - a column of the table
    record = kept(LOOKED_AFTER, birth=BORN)
    assert asked(record, date(2100, 1, 1), hold) is (Keeping.HELD if held else Keeping.MAY_DISPOSE)


def rule(id_: str, controller: str, years: int, at_end: AtEnd = AtEnd.DISPOSE) -> RetentionRule:
    """A rule for looked-after children's records that counts from birth."""
    return RetentionRule(
        id=id_,
        record=LOOKED_AFTER,
        controller=controller,
        periods=(Period(start=Start.BIRTH, years=years),),
        at_end=at_end,
        source="a schedule",
    )


def test_a_controllers_own_rule_beats_one_for_any() -> None:
    rules = [rule("any", "", 80), rule("own", "Blackpool", 20)]
    found = disposal(kept(LOOKED_AFTER, birth=BORN), rules, (), date(2030, 1, 1))
    assert found.keeping is Keeping.MAY_DISPOSE
    assert found.rule == rules[1]


@given(st.lists(st.integers(1, 90), min_size=1, max_size=6), st.dates(date(2007, 3, 1), date(2120, 1, 1)))
def test_nothing_goes_before_the_longest_rule_has_run(years: list[int], today: date) -> None:
    rules = [rule(f"r{number}", "Blackpool", each) for number, each in enumerate(years)]
    found = disposal(kept(LOOKED_AFTER, birth=BORN), rules, (), today)
    assert found.until == years_after(BORN, max(years))
    assert (found.keeping is Keeping.MAY_DISPOSE) is (today >= years_after(BORN, max(years)))


def test_of_two_rules_that_end_together_the_one_that_reviews_counts() -> None:
    rules = [rule("a", "", 5, AtEnd.REVIEW), rule("b", "", 5)]
    for ordered in (rules, rules[::-1]):
        assert (
            disposal(kept(LOOKED_AFTER, birth=BORN), ordered, (), date(2030, 1, 1)).keeping is Keeping.REVIEW
        )


def test_a_doubt_about_a_rule_is_shown_with_what_it_says() -> None:
    found = disposal(kept(LOOKED_AFTER, birth=BORN), shipped_retention(), (), date(2026, 1, 1))
    assert "council's procedures" in found.unverified


def test_a_record_is_by_its_sector_and_by_what_is_in_it() -> None:
    social = "children's social care"
    assert retention_classes("hospital", ["section 47 started"]) == {RetentionClass.HEALTH}
    assert retention_classes("school", ["concern about staff"]) == {
        RetentionClass.SCHOOL,
        RetentionClass.STAFF_CONCERN,
    }
    assert retention_classes(social, ["became looked after", "section 47 started"]) == {
        LOOKED_AFTER,
        PROTECTION,
    }
    assert retention_classes(social, [], orders=["adoption order"]) == {RetentionClass.ADOPTION}
    assert retention_classes(social, ["contact received"]) == {RetentionClass.OTHER}
