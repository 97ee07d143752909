"""Unknowns: what nobody asked, who was asked and is silent, what came back, and who cannot be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Agency
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.unknowns import QUESTIONS, Standing, Unknown, Unknowns, unknowns
from tests.core.evidence.told import AGENCIES, COUNCIL, HOSPITAL, LATER, POLICE, entry, family, lives, saying

SCHOOL, SURGERY = "school", "surgery"
ALL: Mapping[str, Agency] = {
    **AGENCIES,
    SCHOOL: Agency(SCHOOL, "Hill Lane School", "school"),
    SURGERY: Agency(SURGERY, "Mill Road Surgery", "general practice"),
}
CALLS, CONVICTIONS = "call-outs to the home", "convictions"

BRUISE = entry("I1", "injury observed", "2025-02-10T20:00", by=HOSPITAL, keys={"injury": "I1"}, what="bruise")


def ask(id_: str, when: str, *asks: str, to: str = "police", question: str = "") -> Entry:
    said: dict[str, Fact] = {"to": frozenset({to}), "asks": frozenset(asks), "question": question}
    told = entry(id_, "information requested", when, keys={"request": id_})
    return replace(told, facts={name: value for name, value in said.items() if value})


def reply(to: str, when: str, *, by: str = POLICE, kind: str = "given", **facts: Fact) -> Entry:
    return saying(entry(f"{by} on {to}", f"information {kind}", when, by=by, keys={"request": to}), **facts)


def found(
    *entries: Entry, child: str = "Ada", now: int = LATER, all_: Mapping[str, Agency] = ALL
) -> Unknowns:
    chronology = replace(family(*entries), agencies=all_)
    return unknowns(Seen.of(chronology, now), child, now)


def of(told: Unknowns, asks: str, about: str = "Ada", sector: str = "police") -> Unknown:
    (each,) = [
        each
        for each in told.questions
        if (each.question.asks, each.about, each.question.sector) == (asks, about, sector)
    ]
    return each


ASKED = ask("Q1", "2025-02-11T10:00", CALLS)
GIVEN = reply("Q1", "2025-02-11T16:00", answer="twice in May")

TABLE = [
    ("nobody asked", (), Standing.NOT_ASKED),
    ("asked, and no answer yet", (ASKED,), Standing.SILENT),
    ("answered", (ASKED, GIVEN), Standing.ANSWERED),
    ("nothing is held", (ASKED, reply("Q1", "2025-02-11T16:00", nothing_held=True)), Standing.NO_TRACE),
    ("refused", (ASKED, reply("Q1", "2025-02-12", kind="refused", reason="a source")), Standing.REFUSED),
    (
        "another agency answered",
        (ASKED, reply("Q1", "2025-02-11T16:00", by=SCHOOL, answer="no")),
        Standing.SILENT,
    ),
    ("asked something else of the list", (ask("Q1", "2025-02-11", "custody"),), Standing.NOT_ASKED),
    ("asked something in words", (ask("Q1", "2025-02-11", question="known?"),), Standing.NOT_ASKED),
    (
        "answered in part, and not this",
        (
            ask("Q1", "2025-02-11T10:00", CALLS, CONVICTIONS),
            reply("Q1", "2025-02-11T16:00", answers=frozenset({CONVICTIONS})),
        ),
        Standing.SILENT,
    ),
    (
        "asked again later, with no new answer",
        (ASKED, GIVEN, ask("Q2", "2025-02-20", CALLS)),
        Standing.SILENT,
    ),
    (
        "asked twice before the answer to the first",
        (ASKED, ask("Q2", "2025-02-11T12:00", CALLS), GIVEN),
        Standing.ANSWERED,
    ),
    (
        "told unasked, of before",
        (entry("D", "domestic abuse incident", "2024-09-01", by=POLICE, called_out=True),),
        Standing.TOLD,
    ),
    (
        "told of what is at hand only",
        (entry("D", "police met child", "2025-02-10T21:00", by=POLICE),),
        Standing.NOT_ASKED,
    ),
    (
        "the request was taken back",
        (ASKED, entry("W", "withdrawal", "2025-02-12", withdraws="Q1")),
        Standing.NOT_ASKED,
    ),
    (
        "one agency was asked, another",
        (replace(ASKED, facts={**ASKED.facts, "one agency": "met"}),),
        Standing.NOT_ASKED,
    ),
]


@pytest.mark.parametrize(("what", "told", "stands"), TABLE, ids=[what for what, _, _ in TABLE])
def test_how_a_question_stands(what: str, told: Iterable[Entry], stands: Standing) -> None:
    assert of(found(BRUISE, *told), CALLS).standing is stands, what


def test_silence_tells_since_when_and_whether_it_reached_who_was_asked() -> None:
    silent = of(found(BRUISE, ASKED), CALLS)
    assert (silent.since, silent.asked[0].reached) == (ASKED.happened.earliest, None)
    heard = replace(ASKED, known={POLICE: ASKED.told})
    assert of(found(BRUISE, heard), CALLS).asked[0].reached == ASKED.told


def test_where_no_agency_of_a_sector_takes_part_nobody_can_be_asked() -> None:
    told = of(found(BRUISE), "who lives in the home", sector="housing")
    assert (told.standing, told.agency) == (Standing.NOBODY, "")


def test_an_answer_from_before_the_episode_at_hand_is_marked_so() -> None:
    again = entry("I2", "injury observed", "2025-06-01", by=HOSPITAL, keys={"injury": "I2"}, what="bruise")
    assert not of(found(BRUISE, ASKED, GIVEN), CALLS).before
    assert of(found(BRUISE, ASKED, GIVEN, again), CALLS).before


def test_each_adult_is_asked_after_and_one_who_came_later_anew() -> None:
    asked_all = ask("Q1", "2025-02-11T10:00", CONVICTIONS)
    later = entry("Greta comes", "access began", "2025-02-13", person="Greta")
    told = found(BRUISE, *lives("Ada", "Eve", "Finn"), asked_all, reply("Q1", "2025-02-12"), later)
    stands = {each.about: each.standing for each in told.questions if each.question.asks == CONVICTIONS}
    assert stands == {
        "Eve": Standing.ANSWERED,
        "Finn": Standing.ANSWERED,
        "Greta": Standing.NOT_ASKED,
    }


def test_a_question_is_put_at_the_age_that_it_suits() -> None:
    sectors = {each.question.sector for each in found(BRUISE).questions}
    assert "school" in sectors, "Ada is five by the end of 2026"
    assert "early years" not in sectors
    young = {each.question.sector for each in found(BRUISE, now=BRUISE.told).questions}
    assert ("early years" in young, "school" in young) == (True, False)


def test_nothing_is_asked_where_nothing_gave_rise_to_it() -> None:
    well = entry("w", "seen well", "2025-02-01", by=SURGERY, how="seen undressed")
    assert found(well).questions == ()
    assert found(well, entry("c", "concern raised", "2025-02-02", by=SCHOOL)).questions != ()


def test_a_brothers_injury_gives_rise_to_questions_about_the_child() -> None:
    assert found(BRUISE, child="Ben").questions == ()
    assert found(BRUISE, *lives("Ada", "Ben"), child="Ben").questions != ()


def test_requests_in_words_are_listed_with_each_agency_and_its_answer() -> None:
    request = entry(
        "Q1",
        "information requested",
        "2025-02-11",
        keys={"request": "Q1"},
        to=frozenset({"school", "police"}),
        question="who collects her",
    )
    told = found(BRUISE, request, reply("Q1", "2025-02-12", by=SCHOOL)).requests
    assert {each.agency: each.standing for each in told} == {
        SCHOOL: Standing.ANSWERED,
        POLICE: Standing.SILENT,
    }


def test_every_question_says_why_it_is_asked_and_what_nobody_has_checked() -> None:
    assert all(each.source and each.unverified and each.words.endswith("?") for each in QUESTIONS)
    assert len({(each.asks, each.sector) for each in QUESTIONS}) == len(QUESTIONS)


EVERYTHING = (
    BRUISE,
    *lives("Ada", "Ben", "Eve"),
    ask("Q1", "2025-02-11T10:00", CALLS, CONVICTIONS),
    reply("Q1", "2025-02-11T16:00", answers=frozenset({CALLS})),
    ask("Q2", "2025-02-12T10:00", CALLS),
    reply("Q2", "2025-02-13", kind="refused", reason="a source would be known"),
    entry("W", "withdrawal", "2025-02-14", by=POLICE, withdraws="police on Q2"),
    entry("D", "domestic abuse incident", "2024-09-01", by=POLICE, called_out=True),
    ask("Q3", "2025-02-12T11:00", "what the child says", to="school"),
)


@given(st.permutations(EVERYTHING))
def test_in_any_order_of_arrival_the_same_is_unknown(entries: list[Entry]) -> None:
    chronology = Chronology("the family", tuple(entries), family().people, ALL)
    assert unknowns(Seen.of(chronology, LATER), "Ada", LATER) == found(*EVERYTHING)


@given(st.integers(0, len(EVERYTHING)), st.sampled_from((None, COUNCIL, POLICE, HOSPITAL)))
def test_later_knowledge_never_changes_what_was_unknown_then(upto: int, to: str | None) -> None:
    now = EVERYTHING[3].told + 86_400
    whole = replace(family(*EVERYTHING), agencies=ALL)
    by_then = [each for each in EVERYTHING if each.told <= now]
    late = [each for each in EVERYTHING if each.told > now][: max(0, upto - len(by_then))]
    part = replace(whole, entries=(*by_then, *late))
    assert unknowns(Seen.of(part, now, to), "Ada", now) == unknowns(Seen.of(whole, now, to), "Ada", now)
