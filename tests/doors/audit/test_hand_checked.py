"""An invented return of which every finding was reckoned by hand, and the table that follows from them."""

from collections import Counter
from pathlib import Path

import pytest

from tests.doors.audit.running import HERE, Ran, rows, run

RETURN = HERE / "hand_checked.xml"
BY_HAND = rows(HERE / "hand_checked.csv")
COUNTED_AS = {"kept late": "kept_late", "broken": "missed", "not assessable": "not_assessable"}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("audit")
    assert run(RETURN, "--out", folder).status == 0
    return folder


@pytest.fixture(scope="module")
def ran() -> Ran:
    return run(RETURN, "--format", "json")


def test_every_finding_is_the_one_reckoned_by_hand_and_there_is_no_other(out: Path) -> None:
    found = [
        (row["child"], row["rule"], row["verdict"], row["due"][:10], row["counted"].partition(":")[0])
        for row in rows(out / "findings.csv")
    ]
    by_hand = [(r["child"], r["rule"], r["verdict"], r["due"], r["counted"]) for r in BY_HAND]
    assert sorted(found) == sorted(by_hand)


@pytest.mark.parametrize("rule", sorted({row["rule"] for row in BY_HAND}))
def test_the_table_counts_what_was_reckoned_by_hand(ran: Ran, rule: str) -> None:
    counted = Counter(
        COUNTED_AS.get(row["verdict"], row["verdict"])
        for row in BY_HAND
        if row["rule"] == rule and row["counted"] == "yes"
    )
    said = ran.rule(rule)
    columns = ("kept", "kept_late", "overdue", "missed", "departed", "void", "due", "not_assessable")
    assert {column: said[column] for column in columns} == {column: counted[column] for column in columns}
    assert said["assessable"] == sum(counted[column] for column in columns[:4])
    assert said["outside"] == sum(row["rule"] == rule and row["counted"] == "no" for row in BY_HAND)


def test_a_rule_that_the_return_cannot_answer_is_not_assessable_for_any_child(ran: Ran) -> None:
    decided = ran.rule("referral-is-decided")
    assert (decided["assessable"], decided["kept"], decided["not_assessable"]) == (0, 0, 23)
    assert "referral decision" in decided["lacking"]


def test_only_rules_reckoned_by_hand_are_answered(ran: Ran) -> None:
    answered = {rule["rule"] for rule in ran.record["rules"] if not rule["lacking"]}
    assert answered == {row["rule"] for row in BY_HAND}


def test_each_finding_says_why_and_names_its_entries(out: Path) -> None:
    (found,) = [
        row
        for row in rows(out / "findings.csv")
        if row["child"] == "H02" and row["rule"] == "assessment-is-signed-after-a-returned-referral"
    ]
    assert "45 working days" in found["because"]
    assert "Friday 7 July 2023" in found["because"]
    assert found["entries"] == (
        "H02/CINdetails1/CINreferralDate; H02/CINdetails1/Assessments-1/AssessmentAuthorisationDate"
    )
    assert found["due"] == "2023-07-06T23:59:59+01:00"
