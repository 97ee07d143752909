"""Tests of recording: never refused, fields checked, and nothing shown to whom nothing may be."""

from __future__ import annotations

import psycopg
import pytest

from heeded.casework.acting import Desk, NothingThere, Telling, Unfit
from heeded.casework.acts import Disagreement, Request, disagree, record, request_information
from heeded.core.access import Role
from heeded.core.chronology.report import Described
from heeded.core.chronology.when import Precision, When
from tests.borough import NOW, ada, bruised
from tests.casework.acts.people import LEAD, NURSE, TEACHER, actor, by, child_of, chronology, told

NOBODY = "6f1f0a44-0000-4000-8000-000000000000"
CONCERN = {"strength": "suspect", "grounds": "she flinches when she is touched"}


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.FAMILY_READER])
def test_a_concern_is_taken_from_everybody_who_works_here(desk: Desk, role: Role) -> None:
    child = child_of(told(bruised()))
    who = actor("somebody", "school", role)
    done = record(Telling(kind="concern raised", child=child, facts=CONCERN), by(who, f"c {role}"), desk)
    assert len(done.kept) == 1
    assert done.changed is None


def test_whoever_works_with_the_child_is_shown_what_is_owed_because_of_it(desk: Desk) -> None:
    child = child_of(told(bruised()))
    done = record(Telling(kind="concern raised", child=child, facts=CONCERN), by(NURSE, "c1"), desk)
    assert done.changed
    assert done.look


def test_somebody_not_yet_in_the_record_is_described_and_becomes_one_of_it(desk: Desk) -> None:
    child = child_of(told(bruised()))
    explanation = Telling(
        kind="explanation given",
        child=child,
        facts={"speaker": "gran", "words": "he fell from the sofa", "fit": "unsure"},
    )
    gran = Described(ref="gran", name="Greta Invented", adult=True)
    done = record(explanation, by(NURSE, "e1"), desk, [gran])
    family = chronology(child)
    said = next(entry for entry in family.entries if entry.id == done.entry)
    assert family.people[str(said.facts["speaker"])].name == "Greta Invented"
    again = Telling(
        kind="explanation given", child=child, facts={"speaker": str(said.facts["speaker"]), "words": "no"}
    )
    other = record(again, by(LEAD, "e2", NOW + 90), desk)
    assert (
        next(e for e in chronology(child).entries if e.id == other.entry).facts["speaker"]
        == (said.facts["speaker"])
    )


@pytest.mark.parametrize(
    ("told_wrongly", "why"),
    [
        ({"kind": "no such kind"}, "There is no kind"),
        ({"facts": {"strength": "very"}}, "strength"),
        ({"facts": {"colour of eyes": "blue"}}, "has no field"),
        ({"keys": {"plan": "p1"}}, "has no key"),
        ({"keys": {"referral": " "}}, "is empty"),
        ({"happened": When(NOW + 90_000, NOW + 90_000, Precision.INSTANT)}, "in the future"),
    ],
)
def test_what_cannot_be_written_is_refused_and_says_why(
    desk: Desk, told_wrongly: dict[str, object], why: str
) -> None:
    child = child_of(told(bruised()))
    parts = {"kind": "concern raised", "child": child, "facts": CONCERN} | told_wrongly
    with pytest.raises(Unfit, match=why):
        record(Telling(**parts), by(NURSE, "c1"), desk)  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize("child", [NOBODY, "not an id"])
def test_of_a_child_who_is_not_there_nothing_is_told(desk: Desk, child: str) -> None:
    with pytest.raises(NothingThere, match="Nothing was found"):
        record(Telling(kind="concern raised", child=child, facts=CONCERN), by(NURSE, "c1"), desk)


def test_whoever_is_connected_with_the_household_gets_a_receipt_and_finds_nobody_there(
    desk: Desk, database: str
) -> None:
    child = child_of(told(bruised()))
    with psycopg.connect(database, autocommit=True) as owner:
        owner.execute("SET row_security = off")
        owner.execute(
            "INSERT INTO record.connection (practitioner, person, how, since, by) "
            "VALUES (%s, %s, 'aunt', 0, 'x')",
            [NURSE.id, child],
        )
    done = record(Telling(kind="concern raised", child=child, facts=CONCERN), by(NURSE, "c1"), desk)
    assert (len(done.kept), done.changed) == (1, None)
    asking = Request(child=child, to=frozenset({"police"}), question="what do you know")
    with pytest.raises(NothingThere) as hidden:
        request_information(asking, by(NURSE, "q1"), desk)
    with pytest.raises(NothingThere) as missing:
        request_information(
            Request(child=NOBODY, to=asking.to, question=asking.question), by(NURSE, "q2"), desk
        )
    assert str(hidden.value) == str(missing.value)
    with pytest.raises(NothingThere):
        disagree(
            Disagreement(child=child, question="is it so", sides=frozenset({"police"})), by(NURSE, "o1"), desk
        )


def test_a_child_whom_somebody_describes_again_is_the_same_child(desk: Desk) -> None:
    child = child_of(told(bruised()))
    concern = Telling(kind="concern raised", child="ada", facts=CONCERN)
    done = record(concern, by(NURSE, "c1"), desk, [ada()])
    assert done.look
    assert done.entry in {entry.id for entry in chronology(child).entries}


def test_a_stranger_learns_nothing_by_recording(desk: Desk) -> None:
    child = child_of(told(bruised()))
    done = record(Telling(kind="concern raised", child=child, facts=CONCERN), by(TEACHER, "c1"), desk)
    assert (done.changed, done.look) == (None, "")
