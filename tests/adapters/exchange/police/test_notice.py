"""A police notice: what is linked to whom becomes events of each child, and nothing is dropped silently."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from heeded.adapters.exchange.police import read_notice
from heeded.adapters.exchange.police.words import EVENT_TYPES
from heeded.adapters.exchange.unreadable import UnreadableReport
from heeded.core.chronology.report import Event, Report
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.chronology.when import When

SAMPLE = Path(__file__).parents[3] / "data" / "reports" / "police_notice.json"

Part = dict[str, object]
Whole = dict[str, list[Part]]


def read(change: Callable[[Whole], object] = lambda _: None) -> Report:
    """The sample read, after a change."""
    notice = json.loads(SAMPLE.read_text("utf-8"))
    change(notice)
    return read_notice(json.dumps(notice).encode(), "police")


def event(report: Report, ref: str) -> Event:
    """The event of that ref."""
    return next(each for each in report.events if each.ref == ref)


def said(report: Report) -> str:
    """Every refusal in one text."""
    return "\n".join(f"{refusal.place}: {refusal.reason}" for refusal in report.refusals)


def test_every_type_of_event_is_a_kind_of_the_vocabulary() -> None:
    assert set(EVENT_TYPES.values()) <= set(KINDS)
    assert all(name == name.lower() for name in EVENT_TYPES)


def test_a_call_out_reaches_each_child_in_the_home() -> None:
    report = read()
    kinds = {(each.child, each.kind) for each in report.events}
    assert {("T", "domestic abuse incident"), ("Rosa", "domestic abuse incident")} <= kinds
    assert event(report, "E1/Rosa").keys == {"incident": "CAD 4417"}


def test_what_is_linked_becomes_facts() -> None:
    report = read()
    told = event(report, "E4/T")
    assert (told.facts["speaker"], told.facts["about"]) == ("T", "Carl")
    assert told.keys == {"disclosure": "E4", "incident": "CAD 4417", "injury": "E3"}
    assert event(report, "E3/T").facts["implement"] == "a belt"
    assert event(report, "E6/T").facts == {"person": "Carl", "for": "assault of a child"}


def test_people_have_the_address_where_they_live_and_no_event_has_one() -> None:
    report = read()
    assert {each.address for each in report.people} == {"1 Example Road"}
    assert all("Example Road" not in str(each.facts) for each in report.events)
    assert "where 1 events happened is not kept" in said(report)


def test_links_between_people_are_relationships() -> None:
    found = {
        (each.facts["person"], each.facts["to"], each.facts["relation"])
        for each in read().events
        if each.kind == "relationship recorded"
    }
    assert found == {
        ("Mara", "T", "mother"),
        ("Carl", "T", "partner of a parent"),
        ("Rosa", "T", "half-sibling"),
    }


def test_a_home_with_a_since_is_a_household_joined() -> None:
    joined = event(read(), "Carl/home/since")
    assert (joined.kind, joined.child) == ("household joined", "T")
    assert joined.happened == When.month(2010, 1)
    left = read(lambda whole: whole["links"][3].update(until="2011-02-12"))
    assert event(left, "Carl/home/until").kind == "household left"
    assert next(each for each in left.people if each.ref == "Carl").address == ""


def test_a_view_of_no_concerns_is_a_view_and_no_more() -> None:
    def change(whole: Whole) -> None:
        details = {"conclusion": "no concerns", "question": "Is T being harmed?"}
        view: Part = {"id": "V1", "type": "view", "happened": "2010-06-21", "details": details}
        whole["events"].append(view)
        whole["links"].append({"from": "T", "to": "V1", "role": "child"})

    assert event(read(change), "V1/T").kind == "view recorded"
    assert event(read(change), "V1/T").facts["conclusion"] == "no concerns"


def test_what_a_speaker_says_did_it_is_carried_as_the_notice_codes_it() -> None:
    def change(whole: Whole) -> None:
        details = {"words": "he ran into the door", "mechanism": "struck an object"}
        heard: Part = {
            "id": "X1",
            "type": "explanation heard",
            "happened": "2010-06-21",
            "details": details,
        }
        whole["events"].append(heard)
        whole["links"].append({"from": "T", "to": "X1", "role": "child"})

    told = event(read(change), "X1/T")
    assert (told.kind, told.facts["mechanism"]) == ("explanation given", "struck an object")


def test_one_injury_to_two_children_is_two_injuries() -> None:
    report = read(lambda whole: whole["links"].append({"from": "Rosa", "to": "E3", "role": "child"}))
    assert event(report, "E3/T").keys["injury"] == "E3/T"
    assert event(report, "E3/Rosa").keys["injury"] == "E3/Rosa"


def test_a_withdrawal_takes_back_what_was_told_of_the_same_child() -> None:
    def change(whole: Whole) -> None:
        whole["events"].append(
            {"id": "W1", "type": "notice withdrawn", "happened": "2011-02-13", "withdraws": "E2"}
        )
        whole["links"].append({"from": "T", "to": "W1", "role": "child"})

    assert event(read(change), "W1/T").withdraws == "E2/T"


GRAVE: dict[str, tuple[Callable[[Whole], object], str]] = {
    "an unknown type": (
        lambda whole: whole["events"][1].update(type="child meet"),
        "this is no type of event. Did you mean “child met”",
    ),
    "no time": (lambda whole: whole["events"][1].pop("happened"), "a time is written"),
    "no child": (lambda whole: whole["links"].pop(9), "no child is linked to it"),
    "an id twice": (lambda whole: whole["events"][1].update(id="E1"), "this id stands twice"),
    "a link to nowhere": (lambda whole: whole["links"][9].update(to="E99"), "is no id in this notice"),
    "an event that is a text": (
        lambda whole: whole["events"].__setitem__(1, "x"),  # type: ignore[call-overload]
        "must be an object",
    ),
}


@pytest.mark.parametrize("name", GRAVE)
def test_an_event_that_cannot_be_placed_is_set_aside_and_the_others_stay(name: str) -> None:
    change, words = GRAVE[name]
    report = read(change)
    assert "E2/T" not in {each.ref for each in report.events}
    assert any(refusal.grave and words in refusal.reason for refusal in report.refusals), said(report)
    assert len(report.events) == 12


DETAILS: dict[str, tuple[Callable[[Whole], object], str]] = {
    "a detail misspelt": (
        lambda whole: whole["events"][1].update(details={"in_concerns": True}),
        "there is no such detail. Did you mean “in concern”",
    ),
    "a detail of another shape": (
        lambda whole: whole["events"][1].update(details={"in_concern": "yes"}),
        "it takes true or false",
    ),
    "a role of nothing": (
        lambda whole: whole["links"].append({"from": "Carl", "to": "E1", "role": "neighbour"}),
        "nothing is read from a link of the role “neighbour”",
    ),
    "a relationship that is none": (
        lambda whole: whole["links"][4].update(role="mum"),
        "this is no relationship",
    ),
    "an object for nothing": (
        lambda whole: whole["objects"].append({"id": "cup"}),
        "no event here can say that this object was used",
    ),
    "a part of another name": (
        lambda whole: whole["persons"][0].update(dob="2007-02-15"),
        "there is no “dob” here",
    ),
}


@pytest.mark.parametrize("name", DETAILS)
def test_a_detail_that_does_not_fit_is_set_aside_and_its_event_stays(name: str) -> None:
    change, words = DETAILS[name]
    report = read(change)
    assert words in said(report)
    assert not any(refusal.grave for refusal in report.refusals)
    assert {each.ref for each in report.events} >= {"E1/T", "E2/T"}


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"persons": {}}', b'{"events": []}', b"null"])
def test_what_is_no_notice_is_refused_as_a_whole(data: bytes) -> None:
    with pytest.raises(UnreadableReport):
        read_notice(data, "police")


def test_a_notice_of_too_much_is_refused_as_too_large() -> None:
    people = [{"id": str(number)} for number in range(2_001)]
    with pytest.raises(UnreadableReport) as refused:
        read_notice(json.dumps({"persons": people}).encode(), "police")
    assert refused.value.too_large


def test_a_notice_that_replaces_another_amends_its_events_as_of_when_it_was_written() -> None:
    def amend(notice: Whole) -> None:
        notice["replaces"] = "CAT-2011-0041"  # type: ignore[assignment]

    first, amended = read(), read(amend)
    assert {each.as_of for each in first.events} == {None}
    assert {each.as_of for each in amended.events} == {event(amended, "E1/T").told}
    assert [each.ref for each in amended.events] == [each.ref for each in first.events]


def test_a_notice_that_replaces_another_and_does_not_say_when_it_was_written_is_a_new_one() -> None:
    def amend(notice: Whole) -> None:
        notice["replaces"] = "CAT-2011-0041"  # type: ignore[assignment]
        del notice["written"]

    report = read(amend)
    assert {each.as_of for each in report.events} == {None}
    assert "a notice that amends another says when it was written" in said(report)
