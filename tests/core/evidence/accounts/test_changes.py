"""What changed from one account to the next, and what the injury's own record holds beside them."""

from __future__ import annotations

from heeded.core.chronology.entry import Entry
from heeded.core.evidence.accounts import Beside, Change, beside, changes, explained
from tests.core.evidence.told import HOSPITAL, LATER, POLICE, entry, saying, seen

OWN = {"injury": "I"}
HURT = entry("hurt", "injury observed", "2025-02-11T11:00", by=HOSPITAL, keys=OWN, what="bruise")


def said(id_: str, clock: str, who: str, words: str, mechanism: str = "", **more: str) -> Entry:
    told = entry(id_, "explanation given", f"2025-02-11T{clock}", by=POLICE, keys=OWN)
    facts = {"speaker": who, "words": words, "mechanism": mechanism, **more}
    return saying(told, **{name: fact for name, fact in facts.items() if fact})


def found(*entries: Entry) -> list[tuple[str, str, bool, tuple[Change, ...]]]:
    (held,) = explained(seen(HURT, *entries), LATER)
    return [
        (each.before.said.root, each.after.said.root, each.own, each.how)
        for each in changes(held.explanations)
    ]


def held_beside(*entries: Entry) -> dict[Beside, tuple[str, ...]]:
    known = seen(*entries)
    held = explained(known, LATER)[0]
    return {each.what: tuple(event.root for event in each.events) for each in beside(held, known)}


FELL = said("a", "12:00", "Eve", "He fell.", "fall")


def test_an_account_is_set_beside_the_speakers_own_last_one_else_beside_the_last_of_anybody() -> None:
    other = said("b", "13:00", "Finn", "It was the dog.", "animal")
    again = said("c", "14:00", "Eve", "He FELL", "fall")
    assert found(FELL, other, again) == [
        ("a", "b", False, (Change.ANOTHER, Change.WORDS)),
        ("a", "c", True, (Change.SAME,)),
    ]


def test_what_did_it_may_come_to_be_named_and_named_no_longer() -> None:
    vague = said("b", "13:00", "Eve", "I was out.", "unknown to the speaker")
    dog = said("c", "14:00", "Eve", "The dog did it.", "animal")
    assert [how for *_, how in found(FELL, vague, dog)] == [
        (Change.UNNAMED, Change.WORDS),
        (Change.NAMED, Change.WORDS),
    ]


def test_where_words_were_not_taken_down_nothing_is_said_of_them() -> None:
    assert [how for *_, how in found(FELL, said("b", "13:00", "Eve", "", "fall"))] == [(Change.UNTOLD,)]


def test_of_a_speaker_whom_nobody_recorded_it_is_not_said_that_it_is_their_own() -> None:
    assert [own for _, _, own, _ in found(said("a", "12:00", "", "A."), said("b", "13:00", "", "B."))] == [
        False
    ]


def test_what_the_record_of_an_injury_holds_stands_beside_its_accounts() -> None:
    mark = saying(HURT, shape="hand", suspected=True)
    worried = entry(
        "c", "medical opinion", "2025-02-11T15:00", by=HOSPITAL, keys=OWN, strength="strong concern"
    )
    clear = entry("v", "view recorded", "2025-02-11T16:00", by=POLICE, keys=OWN, conclusion="no concerns")
    told = entry("d", "disclosure", "2025-02-11T17:00", keys=OWN, words="he hit me")
    unfit = said("b", "13:00", "Finn", "The dog.", "animal", fit="inconsistent")
    assert held_beside(mark, FELL, unfit, worried, clear, told) == {
        Beside.UNFIT: ("b",),
        Beside.SHAPED: ("hurt",),
        Beside.SUSPECTED: ("hurt",),
        Beside.CONCERN: ("c",),
        Beside.TOLD: ("d",),
        Beside.CLEAR: ("v",),
    }


def test_who_answered_that_an_account_does_not_fit_is_there_and_who_found_that_it_does_is_not() -> None:
    unfit = entry("w", "explanation weighed", "2025-02-11T13:00", keys=OWN, fit="implausible")
    fit = entry("x", "explanation weighed", "2025-02-11T14:00", keys=OWN, fit="suitable")
    assert held_beside(HURT, FELL, unfit, fit) == {Beside.UNFIT: ("w",)}


def test_what_names_another_injury_or_excludes_harm_is_not_there() -> None:
    other = entry("c", "medical opinion", "2025-02-11T15:00", keys={"injury": "J"}, strength="strong concern")
    excluded = entry("e", "medical opinion", "2025-02-11T15:00", keys=OWN, strength="excluded")
    assert held_beside(HURT, FELL, other, excluded) == {}
