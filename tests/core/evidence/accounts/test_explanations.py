"""Explanations side by side: what stands out is pointed out, and nobody's words are judged by a machine."""

from __future__ import annotations

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.when import When
from heeded.core.evidence.accounts import Explained, Remark, explained
from tests.core.evidence.told import HOSPITAL, LATER, POLICE, entry, saying, seen

HURT = entry("hurt", "injury observed", "2025-02-11T11:00", by=HOSPITAL, keys={"injury": "I"}, what="bruise")


def said(id_: str, when: str, who: str, words: str, mechanism: str = "", **more: bool) -> Entry:
    told = entry(id_, "explanation given", when, by=POLICE, keys={"injury": "I"}, speaker=who, words=words)
    return saying(told, **({"mechanism": mechanism} if mechanism else {}), **more)


def found(*entries: Entry, now: int = LATER) -> Explained:
    return explained(seen(HURT, *entries), now)[0]


def remarks(*entries: Entry, now: int = LATER) -> list[tuple[Remark, tuple[str, ...]]]:
    return [
        (each.remark, tuple(event.root for event in each.events)) for each in found(*entries, now=now).pointed
    ]


FELL = said("a", "2025-02-11T12:00", "Eve", "He fell.", "fall")


def test_the_same_words_again_are_no_change() -> None:
    assert remarks(FELL, said("b", "2025-02-11T13:00", "Eve", " he  fell ", "fall")) == []


def test_other_words_of_the_same_speaker_are_shown_and_not_called_a_contradiction() -> None:
    again = said("b", "2025-02-11T13:00", "Eve", "He fell off the sofa.", "fall")
    assert remarks(FELL, again) == [(Remark.AGAIN, ("a", "b"))]


def test_another_thing_is_pointed_out_of_one_speaker_and_of_two() -> None:
    own = said("b", "2025-02-11T13:00", "Eve", "He fell.", "animal")
    other = said("c", "2025-02-11T14:00", "Finn", "It was his sister.", "another child")
    assert remarks(FELL, own, other) == [
        (Remark.SAME_SPEAKER, ("a", "b")),
        (Remark.OTHERS, ("a", "c")),
        (Remark.OTHERS, ("b", "c")),
    ]


def test_not_knowing_contradicts_nothing() -> None:
    assert remarks(FELL, said("b", "2025-02-11T13:00", "Finn", "I was out.", "unknown to the speaker")) == []


def test_what_those_who_heard_it_recorded_is_pointed_out_too() -> None:
    assert remarks(said("b", "2025-02-11T13:00", "Finn", "No.", contradicts=True, delayed=True)) == [
        (Remark.CONTRADICTS, ("b",)),
        (Remark.DELAYED, ("b",)),
    ]


def test_a_first_explanation_comes_late_after_more_than_a_day() -> None:
    assert remarks(said("b", "2025-02-12T11:00", "Eve", "He fell.")) == []
    assert remarks(said("b", "2025-02-12T11:00:01", "Eve", "He fell.")) == [(Remark.LATE, ("hurt", "b"))]


def test_nobody_asked_is_said_a_day_later_or_when_the_child_left_the_hospital() -> None:
    day_later = When.parse("2025-02-12T11:00").latest
    assert remarks(now=day_later) == []
    assert remarks(now=day_later + 1) == [(Remark.NEVER, ("hurt",))]
    assert remarks(entry("q", "explanation asked", "2025-02-11T12:00", keys={"injury": "I"})) == []


def test_it_is_said_at_once_when_the_attendance_ended() -> None:
    attended = {"injury": "I", "attendance": "A"}
    came = entry("hurt", "injury observed", "2025-02-11T11:00", by=HOSPITAL, keys=attended, what="bruise")
    left = entry("left", "hospital discharge", "2025-02-11T13:00", by=HOSPITAL, keys={"attendance": "A"})
    noon, after = (When.parse(f"2025-02-11T{clock}").latest for clock in ("12:00", "13:01"))
    assert explained(seen(came, left), noon)[0].pointed == ()
    assert [each.remark for each in explained(seen(came, left), after)[0].pointed] == [Remark.NEVER]


def test_whether_it_fits_is_answered_by_its_words_or_for_all_before() -> None:
    other = said("b", "2025-02-11T14:00", "Finn", "It was the dog.")
    all_ = entry("w", "explanation weighed", "2025-02-11T13:00", keys={"injury": "I"}, fit="unsure")
    one = entry(
        "x",
        "explanation weighed",
        "2025-02-11T15:00",
        keys={"injury": "I"},
        explanation="it was the DOG",
        fit="implausible",
        grounds="there is no dog",
    )
    weighed = {
        each.said.root: [answer.root for answer in each.weighed]
        for each in found(FELL, other, all_, one).explanations
    }
    assert weighed == {"a": ["w"], "b": ["x"]}


def test_what_is_said_of_another_injury_by_name_stays_there() -> None:
    elsewhere = entry("b", "explanation given", "2025-02-11T12:00", keys={"injury": "J"}, words="a fall")
    assert found(elsewhere).explanations == ()
