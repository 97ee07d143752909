"""A census's records as entries: which dates become which events, with which keys and facts."""

from pathlib import Path

import pytest

from heeded.adapters.exchange.census.chronology import CensusSource
from heeded.adapters.exchange.census.chronology.kinds import FIELDS, KEYS
from heeded.adapters.exchange.census.chronology.words import CATEGORIES, CLOSURES, FACTORS, SOURCES
from heeded.adapters.exchange.census.layout import codes
from heeded.casework.ports import Terms
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.vocabulary import KINDS

SAMPLES = Path(__file__).resolve().parents[3] / "data" / "cin"
PLACE = "DfEX0000001/CINdetails1"


def families(path: Path) -> list[Chronology]:
    """The families of a return."""
    with CensusSource(path) as source:
        return list(source.families())


@pytest.fixture(scope="module")
def sample() -> Chronology:
    return families(SAMPLES / "CIN_Census_2021.xml")[0]


EXPECTED = [
    (
        "CINreferralDate",
        "referral received",
        "1970-10-06",
        {"source": "family member", "no further action": False},
    ),
    ("DateOfInitialCPC", "initial conference", "1970-12-06", {"moved in": True}),
    ("Assessments-1/AssessmentActualStartDate", "assessment started", "1970-06-03", {"stage": "single"}),
    (
        "Assessments-1/AssessmentAuthorisationDate",
        "assessment authorised",
        "1971-07-18",
        {"stage": "single", "factors": frozenset({"drug misuse by the child", "drug misuse by a carer"})},
    ),
    ("CINPlanDates-1/CINPlanStartDate", "child in need plan started", "1971-01-24", {}),
    ("CINPlanDates-1/CINPlanEndDate", "child in need plan ended", "1971-01-26", {}),
    ("Section47-1/S47ActualStartDate", "section 47 started", "1970-06-02", {"conference required": True}),
    ("Section47-1/DateOfInitialCPC", "initial conference", "1970-06-17", {"moved in": False}),
    (
        "ChildProtectionPlans-1/CPPstartDate",
        "protection plan started",
        "1970-02-17",
        {"category": "physical abuse", "earlier plans": 10},
    ),
    ("ChildProtectionPlans-1/CPPreviewDate-1", "review conference", "1971-02-15", {}),
    (
        "ChildProtectionPlans-1/CPPendDate",
        "protection plan ended",
        "1971-03-14",
        {"category": "physical abuse"},
    ),
    ("CINclosureDate", "case closed", "1971-02-27", {"reason": "adopted"}),
]


def test_each_date_of_the_sample_becomes_an_event(sample: Chronology) -> None:
    found = [(e.id, e.kind, str(e.happened), dict(e.facts)) for e in sample.entries if e.kind != "death"]
    assert found == [(f"{PLACE}/{element}", *rest) for element, *rest in EXPECTED]


def test_what_is_nested_in_one_module_is_tied_together(sample: Chronology) -> None:
    keys = {entry.id.removeprefix(f"{PLACE}/"): dict(entry.keys) for entry in sample.entries}
    enquiry = {"referral": PLACE, "enquiry": f"{PLACE}/Section47-1"}
    assert keys["Section47-1/S47ActualStartDate"] == keys["Section47-1/DateOfInitialCPC"] == enquiry
    plan = {"plan": f"{PLACE}/ChildProtectionPlans-1"}
    assert keys["ChildProtectionPlans-1/CPPstartDate"] == {"referral": PLACE, **plan}
    assert keys["ChildProtectionPlans-1/CPPreviewDate-1"] == plan
    assert keys["ChildProtectionPlans-1/CPPendDate"] == {"referral": PLACE, **plan}


def test_an_event_is_told_by_the_end_of_its_day_by_the_council(sample: Chronology) -> None:
    for entry in sample.entries:
        assert (entry.told, entry.first_known) == (entry.happened.latest, entry.happened.latest)
        assert sample.agencies[entry.source.agency].sector == "children's social care"


@pytest.mark.parametrize(
    "name", sorted(path.name for path in SAMPLES.glob("*.xml") if "malformed" not in path.name)
)
def test_every_entry_is_one_that_the_vocabulary_and_the_declaration_know(name: str) -> None:
    for family in families(SAMPLES / name):
        assert len({entry.id for entry in family.entries}) == len(family.entries)
        for entry in family.entries:
            assert KINDS[entry.kind].objections(entry.facts) == ()
            assert entry.facts.keys() <= set(FIELDS[entry.kind])
            assert entry.keys.keys() <= KEYS.get(entry.kind, frozenset())
            assert entry.keys.keys() <= set(KINDS[entry.kind].keys)


def test_every_kind_that_the_census_is_said_to_carry_is_known_with_its_fields() -> None:
    for kind, fields in FIELDS.items():
        assert set(fields) <= {field.name for field in KINDS[kind].fields}


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        (SOURCES, codes.REFERRAL_SOURCES),
        (CLOSURES, codes.CLOSURE_REASONS),
        (CATEGORIES, codes.CATEGORIES_OF_ABUSE),
        ({**FACTORS, "21": ""}, codes.ASSESSMENT_FACTORS),
    ],
)
def test_every_code_of_the_census_has_a_word(words: dict[str, str], listed: codes.CodeList) -> None:
    assert words.keys() == listed.codes.keys()


SOME = [
    (SOURCES, "3E", "emergency department"),
    (SOURCES, "5C", "another local authority"),
    (SOURCES, "5D", "early help"),
    (SOURCES, "10", "unknown"),
    (CLOSURES, "RC2", "died"),
    (CLOSURES, "RC9", "early help after assessment"),
    (CATEGORIES, "MUL", "multiple"),
]


@pytest.mark.parametrize(("words", "code", "word"), SOME)
def test_codes_and_words_stand_in_the_same_order(words: dict[str, str], code: str, word: str) -> None:
    assert words[code] == word


def test_nothing_protected_is_carried() -> None:
    """A factor that names health, disability or where a child comes from is not told apart."""
    hidden = {code for code, word in FACTORS.items() if word == "another factor"}
    assert hidden == set("4A 4B 4C 5A 5B 5C 6A 6B 6C 9A 20".split())


def test_the_area_that_somebody_gives_is_the_childs() -> None:
    with CensusSource(SAMPLES / "CIN2rows.xml", Terms(area="Anytown")) as source:
        (family,) = source.families()
    assert family.area_of("DfEX0000001") == "Anytown"
