"""What a council sends to the DfE each day: dates become events, and what is purged is taken back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from heeded.adapters.exchange.dfe_api import read_children
from heeded.adapters.exchange.unreadable import UnreadableReport
from heeded.core.chronology.identifiers import checked
from heeded.core.chronology.report import Event, Report
from heeded.core.chronology.when import When

SAMPLE = Path(__file__).parents[3] / "data" / "reports" / "dfe_api_child.json"
RECEIVED = When.parse("2025-06-01T06:00").latest

Part = dict[str, object]


def read(change: Callable[[Part, Part], object] = lambda *_: None) -> Report:
    """The sample read, after a change to the child or to the episode."""
    child = json.loads(SAMPLE.read_text("utf-8"))
    change(child, child["social_care_episodes"][0])
    return read_children(json.dumps(child).encode(), "council", RECEIVED)


def event(report: Report, ref: str) -> Event:
    """The event of that ref."""
    return next(each for each in report.events if each.ref == ref)


def said(report: Report) -> str:
    """Every refusal in one text."""
    return "\n".join(f"{refusal.place}: {refusal.reason}" for refusal in report.refusals)


def test_each_date_is_an_event_of_its_day() -> None:
    kinds = sorted((each.kind, str(each.happened)) for each in read().events)
    assert kinds == [
        ("assessment authorised", "2024-02-20"),
        ("assessment started", "2024-01-10"),
        ("became looked after", "2024-06-03"),
        ("ceased to be looked after", "2025-03-01"),
        ("initial conference", "2024-01-31"),
        ("placement ended", "2024-09-01"),
        ("placement ended", "2025-03-01"),
        ("placement started", "2024-06-03"),
        ("placement started", "2024-09-01"),
        ("protection plan started", "2024-01-31"),
        ("referral received", "2024-01-09"),
        ("section 47 ended", "2024-01-25"),
        ("section 47 started", "2024-01-11"),
        ("worker allocated", "2024-01-09"),
    ]


def test_codes_are_read_as_the_census_reads_them() -> None:
    report = read()
    assert event(report, "R-501/referral_date").facts["source"] == "emergency department"
    authorised = event(report, "R-501/child_and_family_assessments/A-1/authorisation_date").facts
    assert authorised["factors"] == frozenset({"domestic abuse of a carer", "physical abuse"})
    assert "“99” is no code for a factor" in said(report)


def test_an_enquiry_is_tied_to_its_referral_and_its_conference() -> None:
    keys = event(read(), "R-501/section_47_assessments/S-1/icpc_date").keys
    assert keys == {"referral": "R-501", "enquiry": "R-501/section_47_assessments/S-1"}
    assert "only the latest conference" in said(read())


def test_the_child_is_known_by_every_number() -> None:
    (child,) = read().people
    assert [(each.system, checked(each)) for each in child.identifiers] == [
        ("local", ""),
        ("local", ""),
        ("UPN", ""),
    ]
    assert child.name == "Noor Invented"


@pytest.mark.parametrize("word", ["ethnicity", "disabilities", "adoption", "placement_type"])
def test_what_is_not_kept_is_said(word: str) -> None:
    assert f"/{word}: this is not kept" in said(read())
    assert not any(refusal.grave for refusal in read().refusals)


def test_a_purged_plan_is_taken_back_and_nothing_else_is() -> None:
    def purge(_: Part, episode: Part) -> None:
        episode["child_protection_plans"] = [{"child_protection_plan_id": "P-1", "purge": True}]

    report = read(purge)
    taken = {each.withdraws for each in report.events if each.kind == "withdrawal"}
    place = "R-501/child_protection_plans/P-1"
    assert taken == {f"{place}/start_date", f"{place}/end_date"}
    assert {each.told for each in report.events if each.kind == "withdrawal"} == {RECEIVED}
    assert "protection plan started" not in {each.kind for each in report.events}
    assert "referral received" in {each.kind for each in report.events}


def test_a_purged_child_takes_everything_back() -> None:
    told = {each.ref for each in read().events}
    report = read(lambda child, _: child.update(purge=True))
    assert {each.kind for each in report.events} == {"withdrawal"}
    assert told <= {each.withdraws for each in report.events}


def test_a_purged_child_of_whom_nothing_is_named_needs_a_person() -> None:
    data = b'{"la_child_id": "LA-1", "mis_child_id": "M-1", "purge": true}'
    (refusal,) = read_children(data, "council", RECEIVED).refusals
    assert refusal.grave
    assert "say what is taken back" in refusal.reason


def test_nothing_is_told_after_it_was_received() -> None:
    report = read(lambda _, episode: episode.update(closure_date="2030-01-01", closure_reason="RC9"))
    assert event(report, "R-501/closure_date").told == RECEIVED
    assert all(each.told <= RECEIVED for each in report.events)


def test_a_bad_date_or_flag_is_set_aside_by_itself() -> None:
    report = read(lambda _, episode: episode.update(referral_date="09/01/2024", referral_source="3Z"))
    assert "referral received" not in {each.kind for each in report.events}
    assert "/social_care_episodes/0/referral_date: a day is written 2010-06-18" in said(report)
    assert "“3Z” is no code of the census" in said(report)
    assert len(report.events) == 13


def test_several_children_are_read_from_a_list() -> None:
    child = json.loads(SAMPLE.read_text("utf-8"))
    other = child | {"la_child_id": "LA-2", "social_care_episodes": []}
    report = read_children(json.dumps([child, other, 5]).encode(), "council", RECEIVED)
    assert [each.ref for each in report.people] == ["LA-7781", "LA-2"]
    assert [refusal.place for refusal in report.refusals if refusal.grave] == ["/2"]


def test_the_same_delivery_is_the_same_report() -> None:
    assert read() == read()
    assert read().id != read(lambda child, _: child.update(mis_child_id="other")).id


@pytest.mark.parametrize("data", [b"{}", b"[]", b"3", b'"a"', b'[{"la_child_id": ""}]'])
def test_what_tells_of_no_child_is_refused_as_a_whole(data: bytes) -> None:
    with pytest.raises(UnreadableReport):
        read_children(data, "council", RECEIVED)
