"""What is amiss in a child or an episode: a line in the ledger, and everything else is kept."""

from datetime import date

import pytest

from heeded.adapters.exchange.census import reasons
from heeded.adapters.exchange.reason import Reason
from tests.adapters.exchange.census.given import (
    FURTHER_ACTION,
    WHO,
    census,
    child,
    elements,
    episode,
    read,
    with_episode,
)

PLAN = (
    ("CPPstartDate", "2024-07-01"),
    ("InitialCategoryOfAbuse", "NEG"),
    ("LatestCategoryOfAbuse", "NEG"),
    ("NumberOfPreviousCPP", "0"),
)


def assessment(*pairs: tuple[str, object]) -> str:
    return f"<Assessments>{elements((('AssessmentActualStartDate', '2024-06-04'), *pairs))}</Assessments>"


def test_a_return_in_order_leaves_the_ledger_empty() -> None:
    result = with_episode(assessment(("AssessmentAuthorisationDate", "2024-07-10")))
    assert result.lines == []
    assert result.child.set_aside == result.episode.set_aside == frozenset()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2024-06-31", reasons.NO_SUCH_DAY),
        ("2023-02-29", reasons.NO_SUCH_DAY),
        ("0000-01-01", reasons.NO_SUCH_DAY),
        ("31/07/2024", reasons.NOT_A_DATE),
        ("20240731", reasons.NOT_A_DATE),
        ("2024-W05-1", reasons.NOT_A_DATE),
        ("July", reasons.NOT_A_DATE),
        ("\uff12\uff10\uff12\uff14-07-31", reasons.NOT_A_DATE),
        ("2024-02-30T00:00:00", reasons.NO_SUCH_DAY),
        ("2025-04-01", reasons.AFTER_REFERENCE),
        ("2014-08-24", reasons.BEFORE_BIRTH),
        ("2024-06-03", reasons.ENDS_FIRST),
        ("x" * 10_001, reasons.TOO_LONG),
    ],
)
def test_a_date_that_cannot_be_used_is_set_aside_and_named(text: str, reason: Reason) -> None:
    result = with_episode(assessment(("AssessmentAuthorisationDate", text)))
    (assessed,) = result.episode.assessments
    assert (assessed.start, assessed.authorised) == (date(2024, 6, 4), None)
    assert assessed.set_aside == {"authorised"}, "a date that is there must not pass for one that is missing"
    line = result.line(reason)
    assert line.place.element == "AssessmentAuthorisationDate"
    assert (line.place.record, line.place.identity) == (1, "C1")
    assert line.value.startswith(text[:10])


@pytest.mark.parametrize("text", ["2024-07-10T00:00:00", "2024-07-10Z", "2024-07-10+01:00"])
def test_a_date_with_a_time_is_read_as_its_day(text: str) -> None:
    result = with_episode(assessment(("AssessmentAuthorisationDate", text)))
    assert result.episode.assessments[0].authorised == date(2024, 7, 10)
    assert result.line(reasons.TIME_DROPPED).value == text


def test_the_last_day_of_the_year_and_40_weeks_before_birth_are_still_in_time() -> None:
    result = with_episode(assessment(("AssessmentAuthorisationDate", "2025-03-31")))
    assert result.lines == []
    early = child(episode(referral="<CINreferralDate>2014-08-25</CINreferralDate>", nfa=FURTHER_ACTION))
    result = read(census(early))
    assert result.reasons == [reasons.MISSING.text], "the source of the referral, nothing else"
    assert result.child.birth == date(2015, 6, 1)


def test_a_plan_may_be_set_for_a_day_to_come() -> None:
    enquiry = elements(
        (("S47ActualStartDate", "2025-03-20"), ("InitialCPCtarget", "2025-04-10"), ("ICPCnotRequired", "0"))
    )
    result = with_episode(f"<Section47>{enquiry}</Section47>")
    assert result.lines == []
    assert result.episode.section47s[0].conference_target == date(2025, 4, 10)


@pytest.mark.parametrize(
    ("name", "text", "reason", "attribute"),
    [
        ("PrimaryNeedCode", "N10", reasons.UNKNOWN_CODE, "primary_need"),
        ("ReasonForClosure", "RC", reasons.UNKNOWN_CODE, "closure_reason"),
        ("ReferralNFA", "maybe", reasons.NOT_YES_NO, "referral_nfa"),
    ],
)
def test_an_unknown_code_is_set_aside(name: str, text: str, reason: Reason, attribute: str) -> None:
    source = episode(f"<{name}>{text}</{name}>", nfa="" if name == "ReferralNFA" else FURTHER_ACTION)
    result = read(census(child(source)))
    assert result.line(reason).value == text
    assert getattr(result.episode, attribute) is None
    assert result.episode.set_aside == {attribute}


def test_a_code_in_small_letters_and_space_around_it_are_understood() -> None:
    result = with_episode("<PrimaryNeedCode>\n  n1 \u00a0</PrimaryNeedCode>")
    assert result.episode.primary_need == "N1"
    assert result.line(reasons.LETTERS).value == "n1"


@pytest.mark.parametrize("text", ["-1", "1.5", "1000", "²", "ten"])
def test_a_count_is_a_small_whole_number(text: str) -> None:
    plan = elements(PLAN).replace(">0<", f">{text}<")
    result = with_episode(f"<ChildProtectionPlans>{plan}</ChildProtectionPlans>")
    assert result.episode.protection_plans[0].previous_plans is None
    assert result.line(reasons.NOT_A_COUNT).value == text


def test_reviews_may_come_in_one_group_or_many_and_not_before_the_plan() -> None:
    reviews = "".join(
        f"<Reviews>{elements(('CPPreviewDate', day) for day in days)}</Reviews>"
        for days in (("2024-08-01", "2024-06-30"), ("2024-10-01",))
    )
    result = with_episode(f"<ChildProtectionPlans>{elements(PLAN)}{reviews}</ChildProtectionPlans>")
    (plan,) = result.episode.protection_plans
    assert [review.held for review in plan.reviews] == [date(2024, 8, 1), date(2024, 10, 1)]
    assert plan.set_aside == {"reviews"}
    assert result.line(reasons.ENDS_FIRST).value == "2024-06-30 (start 2024-07-01)"


def test_a_second_value_is_set_aside_and_the_first_stays() -> None:
    result = with_episode("<PrimaryNeedCode>N1</PrimaryNeedCode><PrimaryNeedCode>N2</PrimaryNeedCode>")
    assert result.episode.primary_need == "N1"
    assert result.line(reasons.REPEATED).value == "N2"


def test_what_has_no_place_is_named_and_the_rest_is_read() -> None:
    result = with_episode(
        '<Visit><Seen>1</Seen><Alone>0</Alone></Visit>stray<PrimaryNeedCode note="x">N1</PrimaryNeedCode>'
        "<CINclosureDate><Day>1</Day></CINclosureDate>"
    )
    assert result.episode.primary_need == "N1"
    assert result.line(reasons.STRAY_TEXT).value == "stray"
    assert result.line(reasons.ATTRIBUTE).value == "x"
    unknown = [line for line in result.lines if line.reason == reasons.UNKNOWN_ELEMENT.text]
    assert [(line.place.element, line.value) for line in unknown] == [
        ("Visit", "Seen 1; Alone 0"),
        ("Day", "1"),
    ]
    assert result.episode.set_aside == {"closure_date"}


def test_an_element_in_other_letters_is_understood() -> None:
    result = read(census(child(who=WHO.replace("LAchildID", "LAChildID"))))
    assert result.child.la_child_id == "C1"
    assert result.line(reasons.MISSPELT).value == "LAChildID"


def test_missing_values_are_named_and_empty_ones_are_missing() -> None:
    result = with_episode("<Assessments/><Section47><S47ActualStartDate> </S47ActualStartDate></Section47>")
    missing = [line.place.element for line in result.lines if line.reason == reasons.MISSING.text]
    assert missing == ["AssessmentActualStartDate", "S47ActualStartDate", "ICPCnotRequired"]
    assert result.episode.assessments[0].set_aside == frozenset()


def test_a_start_before_its_referral_is_kept_and_pointed_out() -> None:
    result = with_episode(assessment().replace("2024-06-04", "2024-06-02"))
    assert result.episode.assessments[0].start == date(2024, 6, 2)
    assert result.line(reasons.BEFORE_REFERRAL).value == "2024-06-02 (referral 2024-06-03)"


@pytest.mark.parametrize("referral", ["", "<CINreferralDate>2024-13-01</CINreferralDate>"])
def test_an_episode_without_a_referral_date_is_set_aside_with_what_it_held(referral: str) -> None:
    result = read(census(child(episode(assessment(), referral=referral), episode())))
    assert (len(result.child.episodes), result.child.episodes_set_aside) == (1, 1)
    assert result.line(reasons.NO_REFERRAL).value == "assessments: 1"
