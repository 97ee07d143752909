"""Every public sample of the census gives a table, with counts that were verified another way."""

import re
from datetime import date

import holidays
import pytest

from tests.doors.audit.running import SAMPLES, run

CHILDREN = {
    "CIN2rows.xml": 1,
    "CIN_Census_2021.xml": 1,
    "CIN_Census_2024.xml": 2,
    "CIN_header_issues_100.xml": 1,
    "fake_CIN_data.xml": 332,
}
COUNTS = ("assessable", "kept", "kept_late", "overdue", "missed", "departed", "void", "due", "not_assessable")


@pytest.mark.parametrize("name", sorted(CHILDREN))
def test_a_sample_gives_a_record_that_adds_up(name: str) -> None:
    ran = run(SAMPLES / name, "--format", "json")
    record = ran.record
    assert (ran.status, record["source"], record["children"]) == (0, name, CHILDREN[name])
    assert record["events"] > 0
    assert record["refused"] == sum(record["refused_by_reason"].values()) > 0
    assert len(record["rules"]) > 100
    for rule in record["rules"]:
        assert all(rule[count] >= 0 for count in COUNTS)
        assert rule["assessable"] == rule["kept"] + rule["kept_late"] + rule["overdue"] + rule["missed"]
        if rule["lacking"]:
            assert (rule["assessable"], rule["not_assessable"]) == (0, CHILDREN[name])


@pytest.mark.parametrize("name", sorted(CHILDREN))
def test_a_sample_gives_a_page_of_at_most_80_columns(name: str) -> None:
    ran = run(SAMPLES / name)
    assert ran.status == 0
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "NOT ASSESSABLE FROM THIS SOURCE" in ran.out
    assert "does not say that one is because of the other" in " ".join(ran.out.split())


def test_the_conferences_of_the_large_sample_are_counted_another_way() -> None:
    """Straight from the text: conferences from the first edition, and of the return's own year."""
    text = (SAMPLES / "fake_CIN_data.xml").read_text("utf-8")
    closed = holidays.country_holidays("GB", subdiv="ENG", years=range(2010, 2023))
    days = [date.fromisoformat(day) for day in re.findall(r"<DateOfInitialCPC>([\d-]+)<", text)]
    days = [day for day in days if date(2010, 3, 17) <= day <= date(2022, 7, 21)]
    worked = [day for day in days if day.weekday() < 5 and day not in closed]
    own = [day for day in worked if day >= date(2021, 7, 22)]
    year = run(SAMPLES / "fake_CIN_data.xml", "--format", "json").rule("conference-is-held-on-a-working-day")
    assert (year["assessable"], year["kept"], year["outside"]) == (64, 50, 244)
    assert 0 <= len(own) - year["kept"] <= 3, "the ledger sets a few aside"
    everything = ("--format", "json", "--since", "2010-03-17")
    said = run(SAMPLES / "fake_CIN_data.xml", *everything).rule("conference-is-held-on-a-working-day")
    refused = len(days) - said["assessable"] - said["not_assessable"]
    assert said["assessable"] == 307
    assert 0 <= refused <= 12, "the ledger sets aside those before a birth or after a death, and a few more"
    assert len(worked) - refused <= said["kept"] <= len(worked)


def test_a_return_that_says_nothing_of_its_own_year_says_so() -> None:
    """In the sample of 2021 everything happened in 1970, for a return of 2023."""
    ran = run(SAMPLES / "CIN_Census_2021.xml", "--format", "json")
    assert ran.record["since"] == "2022-04-01"
    assert sum(rule["assessable"] for rule in ran.record["rules"]) == 0


def test_what_arose_before_the_year_counts_when_somebody_says_that_the_file_tells_of_it() -> None:
    """In the sample, the plan of 17 February 2022 was first reviewed on 15 February 2023: late."""
    within = run(SAMPLES / "CIN2rows.xml", "--format", "json").rule("plan-is-reviewed")
    earlier = run(SAMPLES / "CIN2rows.xml", "--format", "json", "--since", "2022-01-01").rule(
        "plan-is-reviewed"
    )
    assert (within["assessable"], within["outside"]) == (0, 4)
    assert (earlier["kept_late"], earlier["void"], earlier["outside"]) == (2, 2, 0)
