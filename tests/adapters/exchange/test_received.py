"""The samples are taken into a real record: no event of theirs is refused there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from heeded import bootstrap
from heeded.adapters.exchange.dfe_api import read_children
from heeded.adapters.exchange.fhir import read_bundle
from heeded.adapters.exchange.heeded_json import read_report
from heeded.adapters.exchange.police import read_notice
from heeded.bootstrap import live
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from heeded.core.chronology.report import Report
from tests.borough import NOW, make_agencies

REPORTS = Path(__file__).parents[2] / "data" / "reports"

SAMPLES: dict[str, tuple[str, Callable[[bytes, str], Report]]] = {
    "child_t_hospital.json": ("hospital", read_report),
    "child_t_hospital_fhir_r4.json": ("hospital", read_bundle),
    "child_t_hospital_fhir_r4.xml": ("hospital", read_bundle),
    "emergency_attendance_stu3.xml": ("hospital", read_bundle),
    "police_notice.json": ("police", read_notice),
    "dfe_api_child.json": ("council", lambda data, agency: read_children(data, agency, NOW)),
}


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("name", SAMPLES)
def test_every_event_of_a_sample_is_kept(name: str) -> None:
    make_agencies()
    agency, read = SAMPLES[name]
    report = read((REPORTS / name).read_bytes(), agency)
    received = receive(report, Author(agency, "a system"), NOW, live.open_record(), bootstrap.open_handbook())
    assert [each for each in received.refusals if each.grave and each not in report.refusals] == []
    assert len(received.kept) == len(report.events) > 0


@pytest.mark.usefixtures("database")
def test_the_report_of_child_t_at_the_right_council_asks_for_a_strategy_discussion_before_its_receipt() -> (
    None
):
    make_agencies()
    data = (REPORTS / "child_t_hospital_fhir_r4.json").read_bytes()
    data = data.replace(b"Haringey", b"Norhaven").replace(b"Enfield", b"Norhaven")
    author = Author("hospital", "a system")
    received = receive(
        read_bundle(data, "hospital"), author, NOW, live.open_record(), bootstrap.open_handbook()
    )
    owed = {(line.agency, line.finding.rule) for changed in received.changed for line in changed.owed}
    assert ("council", "strategy-discussion-is-held") in owed


@pytest.mark.usefixtures("database")
def test_the_same_report_in_another_form_keeps_nothing_twice() -> None:
    make_agencies()
    record, handbook = live.open_record(), bootstrap.open_handbook()
    author = Author("hospital", "a system")
    first = receive(
        read_report((REPORTS / "child_t_hospital.json").read_bytes(), "hospital"),
        author,
        NOW,
        record,
        handbook,
    )
    again = read_bundle((REPORTS / "child_t_hospital_fhir_r4.xml").read_bytes(), "hospital")
    assert receive(again, author, NOW + 60, record, handbook).held_already == first.kept


@pytest.mark.usefixtures("database")
def test_what_was_entered_in_error_is_taken_back_in_the_record() -> None:
    make_agencies()
    record, handbook = live.open_record(), bootstrap.open_handbook()
    author = Author("hospital", "a system")
    data = (REPORTS / "child_t_hospital_fhir_r4.json").read_bytes()
    receive(read_bundle(data, "hospital"), author, NOW, record, handbook)
    wrong = data.replace(b'"status": "active",\n    "code"', b'"status": "entered-in-error",\n    "code"')
    assert wrong != data
    report = read_bundle(wrong.replace(b"A1-2010-06-19", b"A1-again"), "hospital")
    received = receive(report, author, NOW + 60, record, handbook)
    assert len(received.kept) == 1
    assert not any(refusal.grave for refusal in received.refusals)
