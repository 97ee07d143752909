"""Every public sample: what is in it, counted a second time with another parser and other code."""

from collections import Counter
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from heeded.adapters.exchange.census import CensusChild, PreProceedings, Review, reasons
from heeded.adapters.exchange.ledger import Fate
from heeded.adapters.exchange.unreadable import UnreadableFile
from tests.adapters.exchange.census.given import SAMPLES, read

WELL_FORMED = sorted(path for path in SAMPLES.glob("*.xml") if not path.stem.endswith("malformed"))


def names(path: Path) -> Counter[str]:
    """How often each element occurs in a file."""
    return Counter(element.tag for element in ET.parse(path).iter())  # noqa: S314 - our own file


def kept(children: list[CensusChild]) -> Counter[str]:
    """How often each element must have occurred for these children to be read."""
    found: Counter[str] = Counter()
    for child in children:
        found["LAchildID"] += child.la_child_id is not None
        found["UPN"] += child.upn is not None
        found["Disability"] += len(child.disabilities)
        for episode in child.episodes:
            found["CINdetails"] += 1
            found["CINreferralDate"] += 1
            found["CINclosureDate"] += episode.closure_date is not None
            found["ReasonForClosure"] += episode.closure_reason is not None
            found["ReferralNFA"] += episode.referral_nfa is not None
            found["Assessments"] += len(episode.assessments)
            found["AssessmentFactors"] += sum(len(one.factors) for one in episode.assessments)
            found["CINPlanDates"] += len(episode.cin_plans)
            found["Section47"] += len(episode.section47s)
            found["ChildProtectionPlans"] += len(episode.protection_plans)
            found["CPPreviewDate"] += sum(len(plan.reviews) for plan in episode.protection_plans)
    return +found


def test_the_samples_are_all_here() -> None:
    assert [path.name for path in WELL_FORMED] == [
        "CIN2rows.xml",
        "CIN_Census_2021.xml",
        "CIN_Census_2024.xml",
        "CIN_Census_2026.xml",
        "CIN_header_issues_100.xml",
        "fake_CIN_data.xml",
    ]


@pytest.mark.parametrize("path", WELL_FORMED, ids=lambda path: path.stem)
def test_every_child_is_read_and_every_episode_is_read_or_in_the_ledger(path: Path) -> None:
    there = names(path)
    result = read(path)
    assert result.children_met == len(result.children) == there["Child"]
    aside = [line for line in result.lines if line.reason == reasons.NO_REFERRAL.text]
    assert sum(len(child.episodes) for child in result.children) + len(aside) == there["CINdetails"]
    assert sum(child.episodes_set_aside for child in result.children) == len(aside)
    assert result.broke_off is None


@pytest.mark.parametrize("name", ["CIN2rows", "CIN_Census_2021", "CIN_header_issues_100"])
def test_a_sample_without_refused_values_is_read_in_full(name: str) -> None:
    path = SAMPLES / f"{name}.xml"
    result = read(path)
    found = kept(result.children)
    there = names(path)
    assert found == Counter({element: there[element] for element in found})
    aside = [line.what for line in result.lines if line.fate is Fate.SET_ASIDE]
    assert aside == ["text"], "all that was refused is the stray word after UPNunknown"


def test_2021() -> None:
    result = read(SAMPLES / "CIN_Census_2021.xml")
    child = result.child
    assert (result.header.lea, result.reference_date, result.layout_year) == ("201", date(2023, 3, 31), 2023)
    assert (child.identity, child.birth, child.death) == ("DfEX0000001", date(1965, 3, 27), date(1980, 10, 8))
    assert (child.sex, child.disabilities, child.line) == ("M", ("HAND", "HEAR"), 18)
    episode = result.episode
    assert (episode.line, episode.referral_date, episode.closure_reason) == (36, date(1970, 10, 6), "RC1")
    assert episode.conference_date == date(1970, 12, 6)
    (assessment,) = episode.assessments
    assert (assessment.authorised, assessment.factors) == (date(1971, 7, 18), ("2A", "2B"))
    (enquiry,) = episode.section47s
    assert (enquiry.conference_date, enquiry.conference_not_required) == (date(1970, 6, 17), False)
    (plan,) = episode.protection_plans
    assert (plan.previous_plans, plan.reviews) == (10, (Review(70, date(1971, 2, 15)),))
    assert Counter(result.reasons) == {
        reasons.STRAY_TEXT.text: 1,
        reasons.TWO_BIRTHS.text: 1,
        reasons.BEFORE_REFERRAL.text: 3,
    }


def test_2rows() -> None:
    result = read(SAMPLES / "CIN2rows.xml")
    assert len(result.episode.protection_plans) == 2
    assert [plan.line for plan in result.episode.protection_plans] == [55, 65]
    (assessment,) = result.episode.assessments
    assert (assessment.start, assessment.authorised) == (date(2023, 1, 24), None)
    assert assessment.set_aside == frozenset(), "not authorised, and nothing hidden about it"
    assert result.line(reasons.OTHER_YEAR).value == "2023 (reference date 2024-03-31)"


def test_header_issues() -> None:
    result = read(SAMPLES / "CIN_header_issues_100.xml")
    assert result.reference_date == date(2023, 3, 28)
    assert result.line(reasons.ODD_REFERENCE).value == "2023-03-28"


def test_2024() -> None:
    result = read(SAMPLES / "CIN_Census_2024.xml")
    first, second = result.children
    (assessment,) = first.episodes[0].assessments
    assert (assessment.start, assessment.authorised) == (None, date(2020, 9, 19))
    assert assessment.set_aside == {"start", "factors"}
    assert assessment.factors == ("1C", "6B")
    assert result.line(reasons.UNKNOWN_CODE).value == "RB"
    assert (second.identity, second.episodes, second.episodes_set_aside) == ("child_fails_assessments", (), 1)
    assert result.line(reasons.NO_REFERRAL).value == "assessments: 1"
    assert [line.place.line for line in result.lines if line.reason == reasons.AFTER_REFERENCE.text] == [
        42,
        87,
        90,
    ]
    assert Counter(result.reasons) == {
        reasons.OTHER_YEAR.text: 1,
        reasons.STRAY_TEXT.text: 1,
        reasons.NEW_CODE.text: 2,
        reasons.OLDER_CODE.text: 1,
        reasons.AFTER_REFERENCE.text: 3,
        reasons.UNKNOWN_CODE.text: 1,
        reasons.BEFORE_REFERRAL.text: 3,
        reasons.ODD_IDENTITY.text: 1,
        reasons.NO_REFERRAL.text: 1,
    }


def test_2026_tells_of_pre_proceedings_that_its_own_reference_date_forbids() -> None:
    path = SAMPLES / "CIN_Census_2026.xml"
    early = read(path)
    (bare,) = early.children[0].episodes[0].pre_proceedings
    assert bare == PreProceedings(
        line=71,
        meeting_offered=True,
        meeting_facilitated=True,
        review_meetings=3,
        outcome="A",
        set_aside=bare.set_aside,
    )
    assert len(bare.set_aside) == 6
    late = read(path, as_of=date(2027, 3, 31))
    (told,) = late.children[0].episodes[0].pre_proceedings
    assert (told.start, told.letter_sent, told.first_meeting) == (
        date(2026, 9, 9),
        date(2026, 9, 20),
        date(2026, 9, 28),
    )
    assert (told.step_decision, told.court_application) == (date(2026, 12, 1), date(2026, 12, 18))
    assert (told.proceedings_letter, told.set_aside) == (date(2027, 2, 5), frozenset())
    assert late.line(reasons.OTHER_REFERENCE).value == "2024-03-31 (2027-03-31 was used)"
    assert sum(len(child.episodes) for child in late.children) == 2, "the second referral is in the past now"


def test_the_malformed_2026_is_refused_with_the_place_of_its_first_broken_tag() -> None:
    with pytest.raises(UnreadableFile) as fault:
        read(SAMPLES / "CIN_Census_2026_malformed.xml")
    assert fault.value.where == "CIN_Census_2026_malformed.xml, line 73, column 46"
    assert "not well-formed" in fault.value.what


def test_the_fake_return_against_a_second_count() -> None:
    path = SAMPLES / "fake_CIN_data.xml"
    reference = date(2022, 7, 21)
    root = ET.parse(path).getroot()  # noqa: S314 - our own file
    later = Counter[str]()
    contradicted = 0
    for one in root.iter("Child"):
        days = {
            element.tag: date.fromisoformat(element.text or "")
            for element in one.iter()
            if element.tag in ("PersonDeathDate", "PersonBirthDate")
        }
        referrals = []
        for element in one.iter():
            if element.tag in ("CINreferralDate", "CINclosureDate", "DateOfInitialCPC"):
                day = date.fromisoformat(element.text or "")
                later[element.tag] += day > reference
                if element.tag == "CINreferralDate" and day <= reference:
                    referrals.append(day)
        death = days.get("PersonDeathDate")
        contradicted += bool(death and any(day > death for day in referrals))
    assert dict(later) == {"CINreferralDate": 8, "CINclosureDate": 9, "DateOfInitialCPC": 6}
    result = read(path)
    assert Counter(result.reasons) == {
        reasons.AFTER_REFERENCE.text: 23,
        reasons.NO_REFERRAL.text: 8,
        reasons.CONTRADICTED.text: contradicted,
        reasons.ODD_REFERENCE.text: 1,
    }
    assert contradicted == 19
    assert sum(child.death is not None for child in result.children) == 21 - 19
    assert sum(len(child.episodes) for child in result.children) == 402 - 8
    assert Counter(child.sex for child in result.children) == {"U": 96 + 80, "M": 82, "F": 74}
