"""What somebody wrote themselves ties them to nobody, in whatever order it came and whatever else is held."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from heeded.core.access import Actor, Bond, Role
from heeded.core.access.standing import (
    RECENT,
    Line,
    Shown,
    Words,
    bond,
    carrying,
    leading,
    own_words,
    wrote,
)
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source, written_by_practitioner, written_by_system
from heeded.core.chronology.when import Precision, When
from tests.core.access.people import NOW, someone

ANA = someone(Role.PRACTITIONER)
OWN = written_by_practitioner("ana")
MANAGER, SYSTEM = written_by_practitioner("mina"), written_by_system("st-marys-ehr")
TIES = ("allocated", "involved", "own_agency")
writers = st.sampled_from([OWN, MANAGER, SYSTEM, ""])
names = st.sampled_from(["ana", "mina", ""])
moments = st.integers(NOW - 2 * RECENT, NOW)


def allocation(
    kind: str = "worker allocated", practitioner: str = "ana", writer: str = MANAGER, **other: object
) -> Entry:
    return Entry(
        id=str(other.get("id", f"{kind} {writer} {practitioner}")),
        kind=kind,
        child="child",
        happened=When(NOW, NOW, Precision.INSTANT),
        told=int(str(other.get("told", NOW))),
        source=Source(str(other.get("agency", "st-marys")), practitioner),
        withdraws=str(other["withdraws"]) if "withdraws" in other else None,
        writer=writer,
    )


def told(writer: str = OWN, practitioner: str = "ana", last: int = NOW - 60, **other: bool) -> Words:
    of_child = other.get("of_child", True)
    return Words(writer=writer, practitioner=practitioner, of_child=of_child, first=last, last=last)


@st.composite
def allocations(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Entries that say whose work a child is, some of them taken back."""
    found: list[Entry] = []
    for place in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from(["worker allocated", "worker stood down", "withdrawal"]))
        back = {"withdraws": draw(st.sampled_from([each.id for each in found] or ["nothing"]))}
        made = allocation(
            kind,
            draw(names),
            draw(writers),
            id=f"e{place}",
            told=NOW + place,
            agency=draw(st.sampled_from(["st-marys", "council"])),
            **(back if kind == "withdrawal" else {}),
        )
        found.append(made)
    return tuple(draw(st.permutations(found)))


evidence = st.builds(
    Shown,
    words=st.lists(
        st.builds(
            lambda writer, practitioner, of_child, first, more: Words(
                writer=writer, practitioner=practitioner, of_child=of_child, first=first, last=first + more
            ),
            writers,
            names,
            st.booleans(),
            moments,
            st.integers(0, 60),
        ),
        max_size=4,
    ).map(tuple),
    passed_on=st.none() | moments,
    lines=st.lists(
        st.builds(Line, since=moments, begun=st.none() | st.tuples(writers, names)), max_size=3
    ).map(tuple),
    named=st.booleans(),
    answers=st.booleans(),
    allocations=allocations(),
)


def unwritten(shown: Shown, actor: Actor) -> Shown:
    """What the record would hold, had the actor never written."""
    return replace(
        shown,
        words=tuple(each for each in shown.words if not wrote(actor, each.writer, each.practitioner)),
        lines=tuple(each for each in shown.lines if each.begun is None or not wrote(actor, *each.begun)),
        allocations=tuple(
            each for each in shown.allocations if not wrote(actor, each.writer, each.source.practitioner)
        ),
    )


@given(evidence)
@settings(max_examples=400)
def test_ones_own_words_never_make_a_tie(shown: Shown) -> None:
    as_it_is, without = bond(ANA, shown, NOW), bond(ANA, unwritten(shown, ANA), NOW)
    for tie in TIES:
        assert not getattr(as_it_is, tie) or getattr(without, tie), tie


@given(evidence, st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_the_order_in_which_things_came_makes_no_tie(shown: Shown, chance: object) -> None:
    words, lines = list(shown.words), list(shown.lines)
    chance.shuffle(words)  # type: ignore[attr-defined]
    chance.shuffle(lines)  # type: ignore[attr-defined]
    turned = replace(shown, words=tuple(words), lines=tuple(lines))
    assert bond(ANA, turned, NOW) == bond(ANA, shown, NOW)


@given(evidence)
@settings(max_examples=200)
def test_the_lead_is_never_who_says_so_of_themselves(shown: Shown) -> None:
    without = leading(ANA, unwritten(shown, ANA))
    for agency, who in leading(ANA, shown).items():
        assert without[agency] == who


def test_every_other_way_ties() -> None:
    involved = Bond(involved=True, own_agency=True)
    assert bond(ANA, Shown(words=(told(SYSTEM),)), NOW) == involved
    assert bond(ANA, Shown(words=(told(MANAGER),)), NOW) == involved
    assert bond(ANA, Shown(words=(told("", "mina"),)), NOW) == involved
    assert bond(ANA, Shown(passed_on=NOW - 60, words=(told(),)), NOW) == involved
    assert bond(ANA, Shown(lines=(Line(since=NOW - 60),)), NOW) == involved
    by_manager = Line(since=NOW - 60, begun=(MANAGER, "ana"))
    assert bond(ANA, Shown(lines=(by_manager,), words=(told(),)), NOW).involved
    assert bond(ANA, Shown(allocations=(allocation(),)), NOW) == Bond(allocated=True)
    assert bond(ANA, Shown(allocations=(allocation(writer=SYSTEM),)), NOW) == Bond(allocated=True)


def test_ones_own_words_and_what_they_bring_about_tie_to_nothing() -> None:
    for words in (told(), told("", "ana")):
        assert own_words(ANA, Shown(words=(words,)))
        begun = Line(since=NOW, begun=(words.writer, words.practitioner))
        assert bond(ANA, Shown(words=(words,), lines=(begun,), named=True), NOW) == Bond()
        fallen = Line(since=NOW)
        assert bond(ANA, Shown(words=(words,), lines=(fallen,), named=True), NOW) == Bond()
    for own in (allocation(writer=OWN), allocation(writer="")):
        assert bond(ANA, Shown(allocations=(own,)), NOW) == Bond()
    for_absent = allocation(practitioner="olu", writer=OWN)
    assert bond(ANA, Shown(allocations=(for_absent,), carried=frozenset({"olu"})), NOW) == Bond()


def test_a_duty_that_stood_before_one_wrote_or_that_falls_to_the_agency_anyhow_still_ties() -> None:
    line, words = Line(since=NOW - 90), (told(last=NOW - 60),)
    assert bond(ANA, Shown(lines=(line,), words=words), NOW).involved
    later = Line(since=NOW - 30)
    assert not bond(ANA, Shown(lines=(later,), words=words), NOW).involved
    assert bond(ANA, Shown(lines=(later,), words=words, answers=True), NOW).involved
    assert bond(ANA, Shown(lines=(later,), words=(*words, told(MANAGER))), NOW).involved


def test_one_may_say_that_a_child_is_ones_work_no_more_and_not_unsay_what_a_manager_said() -> None:
    given_, down = allocation(), allocation("worker stood down", writer=OWN, told=NOW + 1)
    assert not bond(ANA, Shown(allocations=(given_, down)), NOW).allocated
    by_manager = allocation("worker stood down", writer=MANAGER, told=NOW + 1)
    unsaid = allocation("withdrawal", writer=OWN, withdraws=by_manager.id, told=NOW + 2)
    assert not bond(ANA, Shown(allocations=(given_, by_manager, unsaid)), NOW).allocated


def test_a_systems_words_are_its_agencys() -> None:
    system = someone(Role.AGENCY_SYSTEM, id="st-marys-ehr")
    assert bond(system, Shown(words=(told(SYSTEM, ""),)), NOW).involved


def test_whose_work_a_child_is_nobody_says_of_themselves() -> None:
    assert carrying([allocation(writer=OWN)]) == {}
    assert carrying([allocation(writer=MANAGER)]) == {"st-marys": "ana"}
    assert carrying([allocation(writer="")]) == {"st-marys": "ana"}
