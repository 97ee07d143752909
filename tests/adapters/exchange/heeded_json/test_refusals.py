"""What is amiss in a report of our own JSON: set aside by itself, with its place and what to do."""

import json
from datetime import date

import pytest

from heeded.adapters.exchange.heeded_json import read_report, read_report_value
from heeded.adapters.exchange.unreadable import UnreadableReport
from heeded.core.chronology.report import NHS_NUMBER, Identifier, Report
from heeded.core.chronology.when import When

EVENT: dict[str, object] = {
    "ref": "e1",
    "kind": "concern raised",
    "child": "p1",
    "happened": "2010-06-18T19:40",
    "told": "2010-06-18T20:00",
    "facts": {"strength": "strong concern"},
}
PERSON: dict[str, object] = {"ref": "p1", "name": "T"}


def read(*, event: dict[str, object] | None = None, person: dict[str, object] | None = None) -> Report:
    """The report of one event and one person, each changed as given."""
    whole = {"id": "r1", "people": [PERSON | (person or {})], "events": [EVENT | (event or {})]}
    return read_report(json.dumps(whole).encode(), "hospital")


def test_a_sound_report_is_taken_whole() -> None:
    report = read()
    assert report.refusals == ()
    assert report.agency == "hospital"
    assert report.events[0].happened == When.parse("2010-06-18T19:40")
    assert report.events[0].facts == {"strength": "strong concern"}


GRAVE: dict[str, tuple[dict[str, object], str, str]] = {
    "no kind": ({"kind": None}, "/events/0/kind", "give a kind of event"),
    "a kind that is nearly one": ({"kind": "concern raise"}, "/events/0/kind", "“concern raised”"),
    "no child": ({"child": ""}, "/events/0/child", "ref of a person"),
    "no time": ({"happened": None}, "/events/0/happened", "a time is written"),
    "a day that does not exist": ({"happened": "2010-02-30"}, "/events/0/happened", "not a time"),
    "a time of another age": ({"happened": "0218-06-18"}, "/events/0/happened", "1900 to 2099"),
    "a number for a time": ({"happened": 1276886400}, "/events/0/happened", "a time is written"),
    "no ref": ({"ref": " "}, "/events/0/ref", "give it a name"),
    "an untold correction": ({"corrects": "e0", "told": None}, "/events/0/told", "when it was told"),
    "a withdrawal of nothing": ({"kind": "withdrawal"}, "/events/0/withdraws", "what it takes back"),
    "a correction of itself": ({"corrects": "e1"}, "/events/0", "cannot correct or withdraw itself"),
    "a withdrawal of no text": ({"withdraws": 7}, "/events/0/withdraws", "ref of an earlier event"),
}


@pytest.mark.parametrize("name", GRAVE)
def test_an_event_that_cannot_be_placed_is_set_aside(name: str) -> None:
    changed, place, said = GRAVE[name]
    report = read(event=changed)
    assert report.events == ()
    assert [person.ref for person in report.people] == ["p1"]
    (refusal,) = report.refusals
    assert refusal.grave
    assert refusal.place == place
    assert said in refusal.reason


DETAILS: dict[str, tuple[dict[str, object], str, str]] = {
    "a field that is nearly one": (
        {"facts": {"strenght": "suspect"}},
        "/events/0/facts/strenght",
        "“strength”",
    ),
    "a word that is nearly one": (
        {"facts": {"strength": "strong concerns"}},
        "/events/0/facts/strength",
        "“strong concern”",
    ),
    "an empty text": ({"facts": {"grounds": ""}}, "/events/0/facts/grounds", "it takes a text"),
    "a long text": ({"facts": {"grounds": "a" * 100_001}}, "/events/0/facts/grounds", "shorten it"),
    "facts that are a list": ({"facts": ["a"]}, "/events/0/facts", "must be an object"),
    "the sender's own agency": ({"facts": {"agency": "police"}}, "/events/0/facts/agency", "leave it out"),
    "a key that ties no such event": ({"keys": {"plan": "1"}}, "/events/0/keys/plan", "is tied by no"),
    "the child as a key": ({"keys": {"child": "p1"}}, "/events/0/keys/child", "is tied by no"),
    "an empty key": ({"keys": {"injury": " "}}, "/events/0/keys/injury", "empty"),
    "a knower without a time": ({"known": {"police": ""}}, "/events/0/known/police", "a time is written"),
    "told at no time": ({"told": "soon"}, "/events/0/told", "taken to be told when it happened"),
    "a part that does not exist": ({"practioner": "x"}, "/events/0/practioner", "“practitioner”"),
    "a role that is a number": ({"role": 3}, "/events/0/role", "a text in quotes"),
}


@pytest.mark.parametrize("name", DETAILS)
def test_a_detail_that_does_not_fit_is_set_aside_and_the_event_stays(name: str) -> None:
    changed, place, said = DETAILS[name]
    report = read(event=changed)
    assert [event.ref for event in report.events] == ["e1"]
    (refusal,) = report.refusals
    assert not refusal.grave
    assert (refusal.ref, refusal.place) == ("e1", place)
    assert said in refusal.reason


PEOPLE: dict[str, tuple[dict[str, object], str, str]] = {
    "a birth that does not exist": ({"born": "2007-02-30"}, "/people/0/born", "a day is written"),
    "adult in words": ({"adult": "yes"}, "/people/0/adult", "true or false"),
    "a part that does not exist": ({"birth": "2007-02-15"}, "/people/0/birth", "there is no “birth” here"),
    "a strange register": (
        {"identifiers": [{"system": "NHS", "value": "1"}]},
        "/people/0/identifiers/0/system",
        "NHS number",
    ),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_what_does_not_fit_of_a_person_is_set_aside_and_the_person_stays(name: str) -> None:
    changed, place, said = PEOPLE[name]
    report = read(person=changed)
    assert [person.ref for person in report.people] == ["p1"]
    (refusal,) = report.refusals
    assert (refusal.ref, refusal.place, refusal.grave) == ("p1", place, False)
    assert said in refusal.reason


def test_an_identifier_that_fails_its_check_is_kept_and_pointed_out() -> None:
    report = read(person={"identifiers": [{"system": NHS_NUMBER, "value": "943 476 5918"}]})
    assert report.people[0].identifiers == (Identifier(NHS_NUMBER, "9434765918"),)
    assert "joins no records" in report.refusals[0].reason


def test_one_bad_event_among_others_leaves_the_others() -> None:
    events = [EVENT | {"ref": f"e{number}"} for number in range(5)]
    events[2]["kind"] = "no such kind"
    events[4]["ref"] = "e0"
    report = read_report_value({"id": "r1", "events": events}, "school")
    assert [event.ref for event in report.events] == ["e0", "e1", "e3"]
    assert [(refusal.place, refusal.grave) for refusal in report.refusals] == [
        ("/events/2/kind", True),
        ("/events/4", True),
    ]


def test_a_report_without_a_name_is_called_after_what_it_says() -> None:
    first, again = (read_report_value({"events": [EVENT]}, "school") for _ in range(2))
    other = read_report_value({"events": [EVENT | {"ref": "e2"}]}, "school")
    assert first.id == again.id != other.id
    assert first.refusals[0].place == "/id"


UNREADABLE: dict[str, tuple[object, str]] = {
    "a list": ([], "no JSON object"),
    "nothing said": ({"id": "r1"}, "no people and no events"),
    "events that are no list": ({"events": {}}, "“events” is no list"),
    "too many events": ({"events": [EVENT] * 2_001}, "more than the 2,000"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_report_is_refused_as_a_whole(name: str) -> None:
    value, said = UNREADABLE[name]
    with pytest.raises(UnreadableReport, match=said) as refused:
        read_report_value(value, "school")
    assert refused.value.too_large == (name == "too many events")


def test_odd_but_legal_text_is_kept_as_it_was_sent() -> None:
    turned, joined = (
        "\u202e\u05de\u05e8\u05d9\u05dd \u0645\u0631\u064a\u0645\u200f",
        "\U0001f469\u200d\U0001f467 e\u0301",
    )
    odd = f"{turned} {joined} \ufeff \ufffe"
    report = read(event={"facts": {"grounds": odd}}, person={"name": odd})
    assert report.events[0].facts["grounds"] == odd
    assert report.people[0].name == odd
    assert report.refusals == ()


def test_what_a_decoder_let_pass_is_refused_here() -> None:
    facts = {"grounds": "a\0b", "question": "a\ud83db"}
    report = read_report_value({"id": "r", "events": [EVENT | {"facts": facts}]}, "school")
    assert report.events[0].facts == {}
    assert ["NUL" in refusal.reason for refusal in report.refusals] == [True, False]
    assert all(refusal.reason.isprintable() for refusal in report.refusals)


def test_a_thousand_details_are_told_and_the_rest_counted() -> None:
    events = [EVENT | {"ref": f"e{number}", "facts": {"nonsense": 1}} for number in range(1_500)]
    report = read_report_value({"id": "r", "events": events}, "school")
    assert len(report.events) == 1_500
    assert len(report.refusals) == 1_001
    assert report.refusals[-1].reason.startswith("500 more details")


def test_days_and_numbers_are_read_as_the_vocabulary_holds_them() -> None:
    facts = {"decision": "x", "date": "2010-07-01", "attended by": ["police", "health"]}
    report = read(event={"kind": "strategy discussion", "facts": facts})
    assert report.refusals == ()
    assert report.events[0].facts["date"] == date(2010, 7, 1)
    assert report.events[0].facts["attended by"] == frozenset({"police", "health"})


def test_a_number_too_long_to_be_read_sets_its_event_aside_and_no_other() -> None:
    events = [EVENT | {"ref": f"e{number}"} for number in range(3)]
    people = [PERSON, PERSON | {"ref": "p2"}]
    text = json.dumps({"id": "r1", "people": people, "events": events})
    long = text.replace('"ref": "e1"', f'"ref": "e1", "known": {{"police": [{"9" * 19}]}}').replace(
        '"ref": "p2"', '"ref": "p2", "born": 1e999'
    )
    report = read_report(long.encode(), "school")
    assert [event.ref for event in report.events] == ["e0", "e2"]
    assert [person.ref for person in report.people] == ["p1"]
    found = [(refusal.place, refusal.ref, refusal.grave) for refusal in report.refusals]
    assert found == [("/people/1/born", "p2", True), ("/events/1/known/police/0", "e1", True)]
    assert all("a number is too long or too large: write whole" in each.reason for each in report.refusals)


def test_a_report_called_by_a_number_too_long_is_called_after_its_content() -> None:
    report = read_report(b'{"id": %b, "events": [{"ref": "e"}]}' % (b"9" * 40), "school")
    assert report.id.startswith("sha256:")
