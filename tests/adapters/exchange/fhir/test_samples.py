"""The samples: what the hospital says of Child T is the same in each form."""

from heeded.adapters.exchange.fhir import read_bundle
from heeded.adapters.exchange.heeded_json import read_report
from heeded.core.chronology.report import Report
from heeded.core.chronology.when import When
from tests.adapters.exchange.fhir.bundles import REPORTS


def bundle(name: str) -> Report:
    """A bundle of the samples, read."""
    return read_bundle((REPORTS / name).read_bytes(), "hospital")


def test_fhir_and_our_own_json_give_the_same_report_of_child_t() -> None:
    ours = read_report((REPORTS / "child_t_hospital.json").read_bytes(), "hospital")
    assert ours.refusals == ()
    assert len(ours.events) == 9
    assert bundle("child_t_hospital_fhir_r4.json") == ours
    assert bundle("child_t_hospital_fhir_r4.xml") == ours


def test_a_document_of_today_is_read_through_its_message() -> None:
    report = bundle("emergency_attendance_stu3.xml")
    told = {event.kind: event for event in report.events}
    assert set(told) == {
        "hospital attendance",
        "hospital discharge",
        "injury observed",
        "concern raised",
    }
    assert told["hospital attendance"].facts["brought by"] == "N. Neighbour (neighbour)"
    assert told["hospital attendance"].facts["reason"] == "injury"
    assert told["hospital discharge"].facts == {"to": "home"}
    assert told["hospital discharge"].happened == When.parse("2019-03-04T12:50")
    assert told["injury observed"].facts == {"what": "burn", "sites": frozenset({"hand", "ankle"})}
    assert str(told["concern raised"].facts["grounds"]).endswith("the account changed twice.")
    assert told["concern raised"].practitioner == "C. Registrar"
    assert {event.told for event in report.events} == {When.parse("2019-03-04T13:05").latest}


def test_what_the_document_holds_and_nobody_read_is_said() -> None:
    said = [refusal.reason for refusal in bundle("emergency_attendance_stu3.xml").refusals]
    assert not any(refusal.grave for refusal in bundle("emergency_attendance_stu3.xml").refusals)
    for words in ("“Attendance details”", "“web of the thumb” is not known", "1 of Procedure"):
        assert any(words in reason for reason in said), words
