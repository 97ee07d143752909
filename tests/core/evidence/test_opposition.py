"""Opposite answers to one question are a disagreement by themselves, and stay one."""

from __future__ import annotations

from dataclasses import replace

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.evidence.disagreement.held import disagreement
from heeded.core.evidence.disagreement.opposition import Opposition, oppositions
from heeded.core.evidence.disagreement.sides import exists, sides
from heeded.core.evidence.drawn import with_drawn
from tests.core.evidence.told import COUNCIL, FAMILY, HOSPITAL, LATER, POLICE, entry, family

HARMED, SAFE = "may the child be coming to harm", "would the child be safe at home"


def opinion(when: str, strength: str = "suspect", **facts: Fact) -> Entry:
    said: dict[str, Fact] = {"strength": strength, "by a paediatrician": True, **facts}
    return replace(entry(f"opinion {when}", "medical opinion", when, by=HOSPITAL), facts=said)


def view(when: str, conclusion: str = "no concerns", by: str = POLICE, **facts: Fact) -> Entry:
    told = entry(f"{by} {when}", "view recorded", when, by=by)
    return replace(told, facts={"conclusion": conclusion, **facts})


def on(injury: str, told: Entry) -> Entry:
    return replace(told, keys={"injury": injury})


def found(*told: Entry) -> list[Opposition]:
    return [*oppositions(family(*told).as_known())]


def test_police_against_a_paediatrician_is_one_disagreement_on_the_injury_of_both() -> None:
    told = (on("I1", opinion("2025-06-18")), on("I1", view("2025-06-21")))
    (one,) = found(*told)
    assert (one.question, one.injury) == ("was the injury inflicted", "I1")
    assert [answer.source.agency for answer in one.answers] == [HOSPITAL, POLICE]
    assert found(*reversed(told)) == [one]


def test_answers_on_two_injuries_are_not_opposite_and_one_on_none_is_to_both() -> None:
    assert not found(on("I1", opinion("2025-06-18")), on("I2", view("2025-06-21")))
    (one,) = found(on("I1", opinion("2025-06-18")), view("2025-06-21"))
    assert (one.question, one.injury) == (HARMED, "")


def test_answers_to_two_questions_are_not_opposite() -> None:
    assert not found(opinion("2025-06-18"), view("2025-06-21", answers=SAFE))
    assert found(view("2025-06-18", "concern", COUNCIL, answers=SAFE), view("2025-06-21", answers=SAFE))


def test_a_question_of_ones_own_is_the_same_in_the_same_words() -> None:
    mine = view("2025-06-18", "concern", COUNCIL, answers="other", question="May the uncle visit?")
    assert found(mine, view("2025-06-21", answers="other", question="may the  uncle visit"))
    assert not found(mine, view("2025-06-21", answers="other", question="may the aunt visit"))


def test_whoever_came_round_before_being_opposed_opposes_nobody() -> None:
    assert not found(opinion("2025-06-18"), opinion("2025-06-19", "excluded"), view("2025-06-21"))


def test_an_opinion_in_place_of_an_earlier_one_does_not_oppose_it() -> None:
    taken_back = opinion("2025-06-19", "excluded", supersedes=True)
    by_another = replace(taken_back, source=Source(COUNCIL))
    assert not found(opinion("2025-06-18"), by_another, view("2025-06-21"))
    assert found(opinion("2025-06-18"), replace(by_another, facts={"strength": "excluded"}))


def test_two_practitioners_of_one_agency_may_be_opposite_and_one_with_themselves_is_not() -> None:
    first, second = (
        view(when, said, COUNCIL) for when, said in (("2025-06-18", "concern"), ("2025-06-19", "no concerns"))
    )
    assert not found(first, second)
    one, other = (replace(each, source=Source(COUNCIL, who)) for each, who in ((first, "a"), (second, "b")))
    assert found(one, other)
    assert not found(one, replace(other, source=one.source))


def test_coming_round_correcting_and_being_unsure_leave_it_open() -> None:
    told = (opinion("2025-06-18"), view("2025-06-21"))
    (one,) = found(*told)
    for after in (
        view("2025-06-23", "concern"),
        view("2025-06-23", "unsure"),
        replace(view("2025-06-23", "concern"), corrects=told[1].id),
        opinion("2025-06-23", "excluded", supersedes=True),
    ):
        assert one.key in {each.key for each in found(*told, after)}


def settlement(of: Opposition, when: str = "2025-06-25", by: str = COUNCIL) -> Entry:
    told = entry(f"settled {of.key} {when}", "disagreement resolved", when, by=by)
    settles = frozenset(answer.entry.id for answer in of.answers)
    return replace(told, keys={"disagreement": of.key}, facts={"settles": settles})


def test_opposite_answers_after_it_was_settled_are_a_new_disagreement() -> None:
    told = (opinion("2025-06-18"), view("2025-06-21"))
    (first,) = found(*told)
    settled = settlement(first)
    (ended,) = found(*told, settled)
    assert ended.key == first.key
    assert ended.settled
    again = view("2025-07-01")
    before, after = found(*told, settled, again)
    assert before.key == first.key != after.key
    assert not after.settled
    assert [answer.entry.id for answer in after.easy] == [again.id]
    early = replace(settled, id="early", told=told[0].told - 1)
    assert [each.settled for each in found(*told, early)] == [None]


def test_what_nobody_who_settled_it_had_before_them_stays_open() -> None:
    told = (opinion("2025-06-18"), view("2025-06-21"))
    (first,) = found(*told)
    late = view("2025-06-20", by=COUNCIL)
    ended, still = found(*told, settlement(first, by=FAMILY), late)
    assert ended.settled
    assert ended.key == first.key
    assert not still.settled
    assert [answer.entry.id for answer in still.easy] == [late.id]


def test_late_news_leaves_the_name_by_which_somebody_spoke_of_it() -> None:
    told = (opinion("2025-06-18"), view("2025-06-21"))
    (first,) = found(*told)
    asked = entry("up", "disagreement taken up", "2025-06-22", keys={"disagreement": first.key}, level=2)
    early = view("2025-06-19", by=COUNCIL)
    (now,) = found(*told, early)
    assert first.key in now.names
    (spoken,) = found(*told, early, asked)
    assert spoken.key == first.key


def test_a_name_that_two_people_gave_it_before_they_were_found_to_be_one_is_read_as_one() -> None:
    apart = [
        (opinion("2025-06-18"), view("2025-06-21")),
        (replace(opinion("2025-06-19"), child="Ben"), replace(view("2025-06-22"), child="Ben")),
    ]
    one, other = (found(*told)[0].key for told in apart)
    ups = [
        replace(
            entry(f"up {key}", "disagreement taken up", "2025-06-23", keys={"disagreement": key}), child=who
        )
        for key, who in ((one, "Ada"), (other, "Ben"))
    ]
    together = [replace(each, child="Ada") for each in (*apart[0], *apart[1], *ups)]
    (whole,) = found(*together)
    assert {one, other} <= whole.names
    drawn = with_drawn(family(*together), LATER)
    assert {each.keys["disagreement"] for each in drawn.entries if each.keys} == {whole.key}
    for name in (one, other):
        held = disagreement("Ada", name, family(*together).as_known())
        assert held is not None
        assert len(held.steps) == len(ups)


def test_it_is_known_to_an_agency_once_that_knows_an_answer_of_each_side() -> None:
    told = (
        replace(opinion("2025-06-18"), known={POLICE: view("2025-06-23").told}),
        replace(view("2025-06-21"), known={COUNCIL: view("2025-06-21").told}),
    )
    (drawn,) = (each for each in with_drawn(family(*told), LATER).entries if each.kind == "opposite answers")
    assert drawn.known == {POLICE: view("2025-06-23").told}
    assert drawn.facts["sectors"] == frozenset({"hospital", "police"})
    assert drawn.facts["rests on"] == frozenset(each.id for each in told)
    as_the_council_knows = with_drawn(family(*told), LATER, COUNCIL)
    assert not [each for each in as_the_council_knows.entries if each.kind == "opposite answers"]


def test_both_are_sides_of_what_nobody_opened() -> None:
    chronology = family(opinion("2025-06-18"), view("2025-06-21", answers=HARMED))
    (one,) = oppositions(chronology.as_known())
    assert exists("Ada", one.key, chronology)
    assert not exists("Ben", one.key, chronology)
    assert {side.agency for side in sides("Ada", one.key, chronology)} == {HOSPITAL, POLICE}
