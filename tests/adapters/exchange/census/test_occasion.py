"""The return as a whole: header, reference date, layout years, wrappers and namespaces."""

from datetime import date

import pytest

from heeded.adapters.exchange.census import reasons
from heeded.adapters.exchange.reason import Reason
from heeded.adapters.exchange.unreadable import UnreadableFile
from tests.adapters.exchange.census.given import (
    FURTHER_ACTION,
    REFERENCE,
    census,
    child,
    elements,
    episode,
    header,
    read,
)


@pytest.mark.parametrize("head", ["", "<Header/>", header(reference=""), header(reference="2025-02-30")])
def test_without_a_reference_date_one_must_be_given(head: str) -> None:
    with pytest.raises(UnreadableFile, match="--as-of") as fault:
        read(census(child(), head=head))
    assert "reference date" in fault.value.what
    result = read(census(child(), head=head), as_of=REFERENCE)
    assert result.reference_date == REFERENCE
    assert result.line(reasons.NO_REFERENCE).value == "2025-03-31 was used"
    assert len(result.children) == 1


def test_a_missing_header_is_noted_and_the_layout_follows_the_date_asked_for() -> None:
    result = read(census(child(), head=""), as_of=date(2023, 7, 1))
    assert result.line(reasons.NO_HEADER).place.line is None
    assert (result.layout_year, result.header.line) == (2024, None)
    assert read(census(child(), head=""), as_of=date(2023, 3, 31)).layout_year == 2023


def test_children_without_a_message_around_them_are_read() -> None:
    result = read(f"<Children>{child()}</Children>", as_of=REFERENCE)
    assert len(result.children) == 1
    assert result.line(reasons.UNUSUAL_ROOT).place.line == 1


def test_a_header_after_the_children_comes_too_late() -> None:
    source = f"<Message><Children>{child()}</Children>{header()}</Message>"
    with pytest.raises(UnreadableFile, match="--as-of"):
        read(source)
    assert read(source, as_of=REFERENCE).line(reasons.LATE_HEADER).place.element == "Header"


def test_a_second_header_is_set_aside() -> None:
    result = read(census(child(), head=header() + header(reference="2020-03-31")))
    assert result.reference_date == REFERENCE
    assert result.line(reasons.REPEATED).place.element == "Header"


@pytest.mark.parametrize("collection", ["CLA", "School Census"])
def test_another_collection_is_refused_by_name(collection: str) -> None:
    with pytest.raises(UnreadableFile, match=f"not a children-in-need census.*{collection}"):
        read(census(child(), head=header().replace("CIN", collection)))


@pytest.mark.parametrize(
    ("year", "reference", "layout", "reason"),
    [
        (2019, "2019-03-31", 2021, reasons.UNKNOWN_YEAR),
        (2035, "2025-03-31", 2027, reasons.UNKNOWN_YEAR),
        (2024, "2025-03-31", 2024, reasons.OTHER_YEAR),
        (2025, "2025-03-30", 2025, reasons.ODD_REFERENCE),
        ("25", "2025-03-31", 2025, reasons.WRONG_FORM),
        ("", "2025-03-31", 2025, reasons.MISSING),
    ],
)
def test_the_year_decides_the_layout(year: object, reference: str, layout: int, reason: Reason) -> None:
    result = read(census(child(), head=header(year, reference)))
    assert result.layout_year == layout
    assert reason.text in result.reasons
    assert len(result.children) == 1


@pytest.mark.parametrize(
    ("year", "source", "newer"),
    [
        (2022, "<ReferralSource>5D</ReferralSource>", True),
        (2023, "<ReferralSource>5D</ReferralSource>", False),
        (2022, "<ReferralSource>6</ReferralSource><ReasonForClosure>RC9</ReasonForClosure>", True),
        (2023, "<ReferralSource>6</ReferralSource><ReasonForClosure>RC9</ReasonForClosure>", False),
    ],
)
def test_a_code_newer_than_the_year_is_kept_and_noted(year: int, source: str, *, newer: bool) -> None:
    referral = f"<CINreferralDate>{year - 1}-06-03</CINreferralDate>{source}"
    who = child(episode(referral=referral)).replace("<Sex>F</Sex>", "<GenderCurrent>2</GenderCurrent>")
    result = read(census(who, head=header(year, f"{year}-03-31")))
    assert result.reasons == [reasons.NEW_CODE.text] * newer
    assert result.episode.referral_source in {"5D", "6"}
    assert result.child.sex == "F"


@pytest.mark.parametrize(
    ("year", "factor", "expected"),
    [
        (2021, "24A", [reasons.NEW_CODE.text]),
        (2022, "24A", []),
        (2024, "18A", []),
        (2025, "18A", [reasons.GONE_CODE.text]),
        (2021, "18B", []),
    ],
)
def test_factors_come_and_go(year: int, factor: str, expected: list[str]) -> None:
    found = elements((("FactorsIdentifiedAtAssessment", elements((("AssessmentFactors", factor),))),))
    begun = elements((("AssessmentActualStartDate", f"{year - 1}-06-03"),))
    referral = elements((("CINreferralDate", f"{year - 1}-06-03"), ("ReferralSource", "6")))
    one = child(episode(f"<Assessments>{begun}{found}</Assessments>", referral=referral))
    sex = "<Sex>F</Sex>" if year >= 2025 else "<GenderCurrent>2</GenderCurrent>"
    result = read(census(one.replace("<Sex>F</Sex>", sex), head=header(year, f"{year}-03-31")))
    assert result.reasons == expected
    assert result.episode.assessments[0].factors == (factor,)


@pytest.mark.parametrize(
    ("year", "element", "sex", "expected"),
    [
        (2024, "<GenderCurrent>1</GenderCurrent>", "M", []),
        (2024, "<GenderCurrent>9</GenderCurrent>", "U", []),
        (2025, "<GenderCurrent>0</GenderCurrent>", "U", [reasons.GONE_CODE.text]),
        (2024, "<Sex>M</Sex>", "M", [reasons.NEW_CODE.text]),
        (2025, "<Sex>2</Sex>", "F", [reasons.OLDER_CODE.text]),
        (2024, "<GenderCurrent>F</GenderCurrent>", "F", [reasons.OLDER_CODE.text]),
        (2025, "<Sex>X</Sex>", None, [reasons.UNKNOWN_CODE.text]),
    ],
)
def test_sex_and_gender_in_every_layout(
    year: int, element: str, sex: str | None, expected: list[str]
) -> None:
    referral = elements((("CINreferralDate", "2023-06-03"), ("ReferralSource", "6")))
    one = child(episode(referral=referral)).replace("<Sex>F</Sex>", element)
    result = read(census(one, head=header(year, f"{year}-03-31")))
    assert (result.child.sex, result.reasons) == (sex, expected)


@pytest.mark.parametrize(("year", "expected"), [(2021, [reasons.NEW_CODE.text]), (2022, [])])
def test_child_in_need_plans_from_2022(year: int, expected: list[str]) -> None:
    plan = f"<CINPlanDates><CINPlanStartDate>{year - 1}-07-01</CINPlanStartDate></CINPlanDates>"
    referral = elements((("CINreferralDate", f"{year - 1}-06-03"), ("ReferralSource", "6")))
    one = child(episode(plan, referral=referral, nfa=FURTHER_ACTION))
    one = one.replace("<Sex>F</Sex>", "<GenderCurrent>2</GenderCurrent>")
    result = read(census(one, head=header(year, f"{year}-03-31")))
    assert result.reasons == expected
    assert result.episode.cin_plans[0].start == date(year - 1, 7, 1)


def test_a_namespace_or_prefix_is_read_through_and_noted_once() -> None:
    plain = census(child(), child().replace("C1", "C2"))
    default = plain.replace("<Message>", '<Message xmlns="urn:cin">')
    prefixed = plain.replace("</", "</c:").replace("<", "<c:").replace("<c:/c:", "</c:")
    prefixed = prefixed.replace("<c:Message>", '<c:Message xmlns:c="urn:cin">')
    for source in (default, prefixed):
        result = read(source)
        assert [one.identity for one in result.children] == ["C1", "C2"]
        assert result.line(reasons.NAMESPACE).value == "urn:cin"
        assert len(result.lines) == 1


def test_a_schema_reference_is_nothing_to_note() -> None:
    xsi = '<Message xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="cin.xsd">'
    assert read(census(child()).replace("<Message>", xsi)).lines == []


def test_what_stands_outside_the_children_is_named() -> None:
    source = (
        census(child())
        .replace("<Children>", '<Notes>x</Notes><Children by="y">oops')
        .replace("</Children>", "<Adult/></Children>")
    )
    result = read(source)
    assert sorted((line.reason, line.place.element, line.value) for line in result.lines) == sorted(
        [
            (reasons.UNKNOWN_ELEMENT.text, "Notes", "x"),
            (reasons.ATTRIBUTE.text, "Children", "y"),
            (reasons.STRAY_TEXT.text, "", "oops"),
            (reasons.UNKNOWN_ELEMENT.text, "Adult", ""),
        ]
    )
    assert len(result.children) == 1


def test_a_return_without_children_says_so() -> None:
    assert read(census()).reasons == [reasons.NO_CHILDREN.text]
    assert read(f"<Message>{header()}</Message>").children == []
