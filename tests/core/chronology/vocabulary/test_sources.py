"""What sources have told, of Child T and in the census, can be said in the record's words."""

from datetime import date

import pytest

from heeded.core.chronology.vocabulary import kind

COUNCIL = "children's social care"

CHILD_T: list[tuple[str, str, dict[str, object]]] = [
    ("E0", "relationship recorded", {"person": "c", "to": "t", "relation": "partner of a parent"}),
    ("E0", "household joined", {"person": "c", "household": "h"}),
    ("E0", "access began", {"person": "g"}),
    ("E0", "substance use known", {"person": "c", "substance": "heroin", "carer": True}),
    ("E1", "hospital attendance", {"reason": "injury", "unscheduled": True}),
    (
        "E1",
        "injury observed",
        {
            "what": "bruise",
            "sites": frozenset({"eye area", "forehead", "nose", "chest", "hip"}),
            "multiple": True,
        },
    ),
    ("E1", "explanation given", {"speaker": "c", "words": "bangs and hits himself on the wall"}),
    ("E2", "medical opinion", {"strength": "strong concern", "by a paediatrician": True}),
    ("E3", "referral made", {"to": COUNCIL, "area": "Enfield", "in writing": True}),
    ("E3", "referral received", {"outside the area": True}),
    ("E4", "visit", {"child seen": True, "home seen": True, "purpose": "section 47"}),
    ("E4", "view recorded", {"conclusion": "no concerns", "agency": "police"}),
    ("E5", "child protection meeting", {"attended by": frozenset({"social care", "police"})}),
    ("E6", "criminal decision", {"outcome": "no further action"}),
    ("E7", "child returned home", {}),
    ("E9", "domestic abuse incident", {"children present": True, "called out": True}),
    ("E9", "police met child", {"in concern": True, "injuries seen": True}),
    ("E10", "injury observed", {"count": 50, "patterned": True, "implement": "belt and stick"}),
    ("E10", "disclosure", {"said by": "the child", "words": "belt and stick"}),
    ("E11", "arrest", {"person": "c"}),
    ("E11", "whereabouts", {"person": "c", "place": "custody"}),
    ("E11", "explanation given", {"speaker": "m", "contradicts": True}),
    ("E12", "disclosure", {"said by": "sibling", "about": "c"}),
    (
        "E13",
        "decision",
        {"outcome": "stays at home", "rests on absence of one person": True, "absent person": "c"},
    ),
    ("E14", "injury observed", {"new": True, "source away": True}),
    ("E14", "evidence against assumption", {"grounds": "new bruising while he is in custody"}),
    ("E15", "became looked after", {"basis": "interim care order"}),
    ("E16", "court finding", {"finding": "mother or grandmother"}),
    ("E17", "practice review published", {}),
]
"""By moment of the replay."""

CENSUS: list[tuple[str, str, dict[str, object]]] = [
    ("CINreferralDate", "referral received", {"source": "emergency department", "no further action": False}),
    ("CINclosureDate", "case closed", {"reason": "no further action after assessment"}),
    ("AssessmentActualStartDate", "assessment started", {"stage": "single"}),
    (
        "AssessmentAuthorisationDate",
        "assessment authorised",
        {"factors": frozenset({"physical abuse by an adult", "another factor"}), "without factors": False},
    ),
    ("S47ActualStartDate", "section 47 started", {"conference required": False}),
    ("DateOfInitialCPC", "initial conference", {"moved in": True}),
    ("CINPlanStartDate", "child in need plan started", {}),
    ("CINPlanEndDate", "child in need plan ended", {}),
    ("CPPstartDate", "protection plan started", {"category": "physical abuse", "earlier plans": 1}),
    ("CPPendDate", "protection plan ended", {"category": "multiple"}),
    ("CPPreviewDate", "review conference", {}),
    ("PPStartDate", "pre-proceedings started", {}),
    ("LBPSentDate", "letter before proceedings sent", {}),
    ("LetterInitCPDate", "letter of intended application sent", {}),
    ("InitialPPMeetingDate", "pre-proceedings meeting", {}),
    ("StepDecisionDate", "pre-proceedings ended", {"outcome": "application"}),
    ("FGDMMeetingOffer", "family group meeting offered", {"accepted": True}),
    ("FGDMMeetingFac", "family group meeting held", {}),
    ("CourtAppDate", "application made", {"order": "care order"}),
    ("PersonBirthDate", "birth", {"expected": date(2024, 2, 29)}),
    ("PersonDeathDate", "death", {}),
]
"""By element of the children-in-need census."""


@pytest.mark.parametrize(("told", "name", "facts"), [*CHILD_T, *CENSUS])
def test_what_was_told_can_be_said(told: str, name: str, facts: dict[str, object]) -> None:
    assert kind(name).objections(facts) == (), told
