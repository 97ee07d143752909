"""What each resource is read as, and what is said of those that are not."""

import json

import pytest

from heeded.adapters.exchange.fhir import read_bundle
from heeded.adapters.exchange.fhir.resources import snomed
from heeded.core.chronology.report import Event, Report
from heeded.core.chronology.when import When
from tests.adapters.exchange.fhir.bundles import Resource, read_adding, read_with

PATIENT = {"reference": "Patient/T"}


def coded(code: str, system: str = snomed.SNOMED) -> Resource:
    """A CodeableConcept of one code."""
    return {"coding": [{"system": system, "code": code}]}


def event(report: Report, ref: str) -> Event:
    """The event of that ref."""
    return next(event for event in report.events if event.ref == ref)


def said(report: Report) -> str:
    """Every refusal in one text."""
    return "\n".join(f"{refusal.place}: {refusal.reason}" for refusal in report.refusals)


def test_what_was_entered_in_error_is_taken_back() -> None:
    report = read_with(lambda found: found["F1"].update(status="entered-in-error"))
    taken_back = event(report, "F1/withdrawn")
    assert (taken_back.kind, taken_back.withdraws) == ("withdrawal", "F1")
    assert "F1" not in {each.ref for each in report.events}


def test_a_refuted_injury_is_no_injury() -> None:
    refuted = {"coding": [{"code": "refuted"}]}
    report = read_with(lambda found: found["I1"].update(verificationStatus=refuted))
    assert "injury observed" not in {each.kind for each in report.events}
    assert "1 of Condition say nothing here that is read" in said(report)


def test_a_body_structure_names_the_site() -> None:
    site = {"resourceType": "BodyStructure", "id": "B1", "location": coded("117590005"), "patient": PATIENT}
    url = "http://hl7.org/fhir/StructureDefinition/bodySite"
    extension = [{"url": url, "valueReference": {"reference": "BodyStructure/B1"}}]
    injury = {"resourceType": "Condition", "id": "I2", "code": coded("399963005"), "subject": PATIENT}
    report = read_adding(site, injury | {"extension": extension})
    assert event(report, "Condition/I2").facts == {"what": "abrasion", "sites": frozenset({"ear"})}


def test_a_site_in_the_words_of_a_region_is_that_region() -> None:
    site = coded("60819002") | {"text": "Left cheek"}
    injury = {"resourceType": "Condition", "id": "I2", "code": coded("125667009"), "subject": PATIENT}
    report = read_adding(injury | {"bodySite": [site]})
    assert event(report, "Condition/I2").facts["sites"] == frozenset({"left cheek"})


@pytest.mark.parametrize(
    ("codes", "side"), [(["7771000"], "left"), (["24028007"], "right"), (["7771000", "24028007"], "both")]
)
def test_a_body_structure_names_the_side(codes: list[str], side: str) -> None:
    report = read_adding(
        {
            "resourceType": "BodyStructure",
            "id": "B1",
            "location": coded("117590005"),
            "locationQualifier": [coded(code) for code in codes],
            "morphology": coded("125667009"),
            "patient": PATIENT,
        }
    )
    assert event(report, "BodyStructure/B1").facts["side"] == side
    assert "unverified" not in said(report)


def test_a_code_that_no_published_list_was_seen_to_hold_is_read_and_marked() -> None:
    injury = {"resourceType": "Condition", "id": "I2", "code": coded("125667009"), "subject": PATIENT}
    report = read_adding(injury | {"bodySite": [coded("263767004")]})
    assert event(report, "Condition/I2").facts["sites"] == frozenset({"genitals"})
    assert "the code 263767004 is read as “genitals”; that meaning is unverified" in said(report)


def test_a_body_structure_with_an_injury_of_its_own_is_one() -> None:
    report = read_adding(
        {
            "resourceType": "BodyStructure",
            "id": "B1",
            "location": coded("117590005"),
            "morphology": coded("125667009"),
            "patient": PATIENT,
        }
    )
    assert event(report, "BodyStructure/B1").facts == {"what": "bruise", "sites": frozenset({"ear"})}


@pytest.mark.parametrize(
    ("code", "kind", "facts"),
    [
        ("1064961000000107", "concern raised", {"grounds": "seen at the ward"}),
        ("342191000000101", "protection status checked", {"result": "protection plan"}),
        ("375041000000100", "relevant information held", None),
    ],
)
def test_a_flag_is_read_by_its_code(code: str, kind: str, facts: dict[str, object] | None) -> None:
    flag = {"resourceType": "Flag", "id": "F9", "code": coded(code), "subject": PATIENT}
    report = read_adding(flag | {"note": [{"text": "seen at the ward"}]})
    assert event(report, "Flag/F9").kind == kind
    assert facts is None or event(report, "Flag/F9").facts == facts


def test_a_wrong_check_digit_is_pointed_out_and_read_as_nothing() -> None:
    flag = {"resourceType": "Flag", "id": "F9", "code": coded("836881000000106"), "subject": PATIENT}
    report = read_adding(flag)
    assert "Flag/F9" not in {each.ref for each in report.events}
    assert "836881000000106 has a wrong check digit" in said(report)
    assert "1 of Flag say nothing here" in said(report)


def test_a_referral_that_is_a_draft_was_not_made() -> None:
    report = read_with(lambda found: found["R1"].update(status="draft"))
    assert "referral made" not in {each.kind for each in report.events}
    assert "a draft or on hold has not been made" in said(report)


def test_a_referral_is_taken_back_when_it_is_revoked() -> None:
    revoked = event(read_with(lambda found: found["R1"].update(status="revoked")), "R1/revoked")
    assert (revoked.kind, revoked.keys) == ("referral withdrawn", {"referral": "R1"})
    assert revoked.happened == When.parse("2010-06-19T00:30")


def test_a_death_is_told_when_the_record_says_when() -> None:
    report = read_with(lambda found: found["T"].update(deceasedDateTime="2010-07-01"))
    assert (event(report, "MRN-20417/death").kind, event(report, "MRN-20417/death").child) == (
        "death",
        "MRN-20417",
    )
    unsaid = read_with(lambda found: found["T"].update(deceasedBoolean=True))
    assert [refusal.reason for refusal in unsaid.refusals if refusal.grave] == [
        "it says that the child died, and not when: send deceasedDateTime"
    ]


def test_what_was_cancelled_did_not_happen() -> None:
    report = read_with(lambda found: found["O1"].update(status="cancelled"))
    assert "O1" not in {each.ref for each in report.events}
    assert "what was cancelled or only planned did not happen" in said(report)


def test_a_call_is_a_referral_by_phone() -> None:
    call = {"resourceType": "Communication", "id": "C1", "status": "completed", "subject": PATIENT}
    medium = [coded("PHONE", "http://terminology.hl7.org/CodeSystem/v3-ParticipationMode")]
    report = read_adding(
        call | {"reasonCode": [coded("306238000")], "medium": medium, "sent": "2010-06-18T21:00:00Z"}
    )
    made = event(report, "Communication/C1")
    assert made.facts == {"to": "children's social care", "by phone": True}
    assert made.happened == When.parse("2010-06-18T22:00")


def test_leaving_against_advice_is_no_discharge() -> None:
    def leave(found: dict[str, Resource]) -> None:
        disposition = coded("aadvice", "http://terminology.hl7.org/CodeSystem/discharge-disposition")
        period = {"start": "2010-06-18T19:40:00+01:00", "end": "2010-06-18T22:00:00+01:00"}
        found["A1"].update(
            status="finished", period=period, hospitalization={"dischargeDisposition": disposition}
        )

    report = read_with(leave)
    assert event(report, "A1/left").kind == "removal against advice"


def test_our_own_words_are_held_to_the_vocabulary() -> None:
    own = {"resourceType": "Observation", "id": "W1", "subject": PATIENT}
    report = read_adding(
        own | {"code": coded("medical opinions", "urn:heeded:kind")},
        own
        | {
            "id": "W2",
            "code": coded("medical opinion", "urn:heeded:kind"),
            "component": [
                {"code": coded("strenght", "urn:heeded:field"), "valueString": "suspect"},
                {"code": coded("strength", "urn:heeded:field"), "valueString": "certain"},
            ],
        },
    )
    assert event(report, "Observation/W2").facts == {}
    assert "Observation/W1" not in {each.ref for each in report.events}
    assert "Did you mean “medical opinion”?" in said(report)
    assert "has no field “strenght”" in said(report)
    assert "“certain” is none of its words" in said(report)
    assert sum(refusal.grave for refusal in report.refusals) == 1


def test_other_encounters_and_questionnaires_are_pointed_out() -> None:
    ward = {"resourceType": "Encounter", "id": "W", "class": {"code": "IMP"}, "subject": PATIENT}
    answers = {"resourceType": "QuestionnaireResponse", "id": "Q", "subject": PATIENT}
    report = read_adding(ward, answers, answers | {"id": "Q2"})
    assert "only emergency encounters are read, not this class: IMP" in said(report)
    assert "2 of QuestionnaireResponse say nothing here" in said(report)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("None", "view recorded"),
        ("No safeguarding concerns.", "view recorded"),
        ("Bruise on ear", "concern raised"),
    ],
)
def test_a_safeguarding_section_is_read_both_ways(words: str, kind: str) -> None:
    section = {"title": "Safeguarding", "text": {"div": f"<div><p>{words}</p></div>"}}
    report = read_adding(
        {"resourceType": "Composition", "id": "D1", "subject": PATIENT, "section": [section]}
    )
    assert event(report, "Composition/D1/safeguarding/1").kind == kind


def test_an_empty_safeguarding_section_says_neither_yes_nor_no() -> None:
    section = {"title": "Safeguarding", "text": {"div": "<div/>"}}
    report = read_adding(
        {"resourceType": "Composition", "id": "D1", "subject": PATIENT, "section": [section]}
    )
    assert "neither yes nor no" in said(report)
    assert len(report.events) == 9


def test_a_resource_without_a_time_takes_that_of_its_encounter() -> None:
    injury = {"resourceType": "Condition", "id": "I2", "code": coded("399963005"), "subject": PATIENT}
    assert event(read_adding(injury), "Condition/I2").happened == When.parse("2010-06-18T19:40")


def test_an_event_of_nobody_known_is_set_aside() -> None:
    other = {"resourceType": "Patient", "id": "T2", "identifier": [{"value": "MRN-2"}]}
    stray = {
        "resourceType": "Condition",
        "id": "I2",
        "code": coded("399963005"),
        "subject": {"reference": "Patient/X"},
    }
    report = read_adding(other, stray)
    assert "Condition/I2" not in {each.ref for each in report.events}
    assert "it does not say which patient it is about" in said(report)


def test_an_entry_without_a_resource_is_pointed_out() -> None:
    patient = {"resource": {"resourceType": "Patient", "id": "P"}}
    deletion = {"request": {"method": "DELETE", "url": "Flag/F1"}}
    bundle = {"resourceType": "Bundle", "type": "transaction", "entry": [patient, deletion, "x"]}
    report = read_bundle(json.dumps(bundle).encode(), "hospital")
    assert [refusal.place for refusal in report.refusals if "no resource" in refusal.reason] == [
        "/Bundle/entry/1",
        "/Bundle/entry/2",
    ]
    assert "(DELETE)" in said(report)


def test_a_resource_of_which_the_sender_keeps_versions_stands_as_of_its_own_clock() -> None:
    injury = {"resourceType": "Condition", "id": "I2", "code": coded("399963005"), "subject": PATIENT}
    dated: Resource = {**injury, "meta": {"versionId": "2", "lastUpdated": "2010-06-20T09:00:00Z"}}
    numbered: Resource = {**injury, "meta": {"versionId": "2"}}
    once, updated, versioned = (
        event(read_adding(each), "Condition/I2") for each in (injury, dated, numbered)
    )
    assert once.as_of is None
    assert updated.as_of == When.parse("2010-06-20T10:00").latest
    assert versioned.as_of == versioned.told
    wrong: Resource = {**injury, "meta": {"lastUpdated": "soon"}}
    assert event(read_adding(wrong), "Condition/I2").as_of is None
    assert "meta/lastUpdated" in said(read_adding(wrong))


def test_a_document_that_replaces_another_stands_as_of_when_it_was_written() -> None:
    composition: Resource = {"resourceType": "Composition", "id": "C9", "relatesTo": [{"code": "replaces"}]}
    report = read_adding(composition)
    assert {each.as_of for each in report.events} == {report.events[0].told}
    appended: Resource = {**composition, "relatesTo": [{"code": "appends"}]}
    assert {each.as_of for each in read_adding(appended).events} == {None}
