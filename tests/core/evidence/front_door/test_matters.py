"""Where a matter stands at the front door, as tables that a practitioner can check line by line."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency
from heeded.core.evidence.front_door import Stage, matters
from tests.core.evidence.told import LATER, entry, family, saying

STEPS = {
    "school rings": entry("c", "contact received", "2024-06-03 09:00", source="school"),
    "hospital refers R1": entry(
        "m",
        "referral made",
        "2024-06-03 09:10",
        by="hospital",
        keys={"referral": "R1"},
        to="children's social care",
    ),
    "council takes R1 in": entry(
        "r", "referral received", "2024-06-03 09:20", keys={"referral": "R1"}, source="emergency department"
    ),
    "council takes a referral in": entry("k", "referral received", "2024-06-03 09:25", source="school"),
    "council says that R1 arrived": entry(
        "a", "referral acknowledged", "2024-06-03 09:30", keys={"referral": "R1"}
    ),
    "council asks the police": entry(
        "q", "information requested", "2024-06-03 09:40", keys={"request": "Q1"}, to=frozenset({"police"})
    ),
    "police asks the council": entry(
        "p",
        "information requested",
        "2024-06-03 09:45",
        by="police",
        keys={"request": "Q2"},
        to=frozenset({"children's social care"}),
    ),
    "decided: early help": entry(
        "d1", "referral decision", "2024-06-03 10:00", keys={"referral": "R1"}, outcome="early help"
    ),
    "decided: discuss": entry(
        "d2", "referral decision", "2024-06-03 10:05", keys={"referral": "R1"}, outcome="strategy discussion"
    ),
    "decided without an outcome": entry(
        "d3", "referral decision", "2024-06-03 10:06", keys={"referral": "R1"}, reason="busy"
    ),
    "the police decide on R1": entry(
        "d4",
        "referral decision",
        "2024-06-03 10:07",
        by="police",
        keys={"referral": "R1"},
        outcome="no further action",
    ),
    "reasonable cause": entry("x", "reasonable cause recorded", "2024-06-03 10:30", by="police"),
    "discussed: undecided": entry("s1", "strategy discussion", "2024-06-03 11:00", outcome="undecided"),
    "discussed, no outcome": entry("s2", "strategy discussion", "2024-06-03 11:01", decision="later"),
    "discussed: section 47": entry("s3", "strategy discussion", "2024-06-03 12:00", outcome="section 47"),
    "enquiry begins": entry("e", "section 47 started", "2024-06-03 12:30", keys={"enquiry": "E1"}),
    "stays in hospital": entry("h", "decision", "2024-06-03 12:40", outcome="stays in hospital"),
    "assessment begins": entry("b", "assessment started", "2024-06-03 12:45", keys={"referral": "R1"}),
    "hospital takes R1 back": entry(
        "w", "referral withdrawn", "2024-06-03 12:50", by="hospital", keys={"referral": "R1"}
    ),
    "school rings about Ben": entry(
        "n", "contact received", "2024-06-03 13:00", child="Ben", source="school"
    ),
}

TABLE = (
    # what was told                                                            where it stands
    ("", ""),
    ("stays in hospital", ""),
    ("school rings", "contact"),
    ("hospital refers R1", "contact"),
    ("school rings; police asks the council", "contact"),
    ("school rings; council asks the police", "screening"),
    ("school rings; council takes a referral in", "screening"),
    ("council takes R1 in", "screening"),
    ("hospital refers R1; council says that R1 arrived", "screening"),
    ("hospital refers R1; council takes R1 in; decided without an outcome", "screening"),
    ("hospital refers R1; council takes R1 in; the police decide on R1", "screening"),
    ("hospital refers R1; council takes R1 in; stays in hospital", "screening"),
    ("hospital refers R1; council takes R1 in; decided: early help", "decided"),
    ("hospital refers R1; council takes R1 in; assessment begins", "decided"),
    ("hospital refers R1; hospital takes R1 back", "decided"),
    ("council takes R1 in; decided: discuss", "strategy"),
    ("council takes R1 in; decided: discuss; stays in hospital", "strategy"),
    ("council takes R1 in; decided: discuss; assessment begins", "strategy"),
    ("council takes R1 in; decided: discuss; discussed: undecided", "strategy"),
    ("council takes R1 in; decided: discuss; discussed, no outcome", "strategy"),
    ("council takes R1 in; decided: discuss; discussed: section 47", "decided"),
    ("council takes R1 in; decided: discuss; enquiry begins", "decided"),
    ("council takes R1 in; reasonable cause", "strategy"),
    ("reasonable cause", "strategy"),
    ("school rings; reasonable cause; discussed: section 47", "decided"),
    ("council takes R1 in; decided: early help; reasonable cause", "decided, strategy"),
    ("school rings; council takes R1 in", "contact, screening"),
    ("school rings; school rings about Ben", "contact, contact"),
    ("council takes R1 in; decided: early help; school rings about Ben", "decided, contact"),
)


def told(line: str) -> list[Entry]:
    """The entries of a line of the table."""
    return [STEPS[each.strip()] for each in line.split(";") if each.strip()]


@pytest.mark.parametrize(("line", "where"), TABLE)
def test_where_a_matter_stands(line: str, where: str) -> None:
    found = matters(family(*told(line)), LATER)
    assert ", ".join(str(each.stage) for each in found) == where


@pytest.mark.parametrize(("line", "where"), TABLE)
def test_it_stands_there_in_whatever_order_it_was_told(line: str, where: str) -> None:
    entries = told(line)
    orders = list(permutations(entries))[:24]
    for order in orders:
        assert ", ".join(str(each.stage) for each in matters(family(*order), LATER)) == where


def test_one_referral_is_one_matter_with_its_sender_and_source() -> None:
    (found,) = matters(family(*told("hospital refers R1; council takes R1 in; decided: discuss")), LATER)
    assert (found.key, found.sender, found.source) == ("R1", "hospital", "emergency department")
    assert (found.agency, found.child, found.began.id, found.reached.id) == ("council", "Ada", "m", "d2")
    assert found.since == STEPS["decided: discuss"].happened.earliest
    assert found.of == {"m", "r", "d2"}


def test_what_is_corrected_counts_as_corrected_and_what_is_withdrawn_does_not() -> None:
    base = told("council takes R1 in; decided: early help")
    corrected = entry(
        "d5",
        "referral decision",
        "2024-06-03 10:00",
        told="2024-06-04 09:00",
        keys={"referral": "R1"},
        corrects="d1",
        outcome="strategy discussion",
    )
    withdrawn = entry("d6", "withdrawal", "2024-06-04 09:00", withdraws="d1")
    assert [each.stage for each in matters(family(*base, corrected), LATER)] == [Stage.STRATEGY]
    assert [each.stage for each in matters(family(*base, withdrawn), LATER)] == [Stage.SCREENING]
    before = STEPS["decided: early help"].told + 60
    assert [each.stage for each in matters(family(*base, corrected), before)] == [Stage.DECIDED]


def test_a_referral_accepted_in_writing_is_the_others_and_by_word_of_mouth_is_not() -> None:
    """Whoever offered it has it until the acceptance is in writing."""
    base = told("council takes R1 in")
    said = entry("y", "hand-over accepted", "2024-06-04 09:00", by="southby", keys={"referral": "R1"})
    for in_writing, stages in (
        (False, {"council": "screening"}),
        (True, {"council": "decided", "southby": "screening"}),
    ):
        told_so = family(*base, saying(said, in_writing=in_writing))
        near = {**told_so.agencies, "southby": Agency("southby", "Southby", "children's social care")}
        found = matters(replace(told_so, agencies=near), LATER)
        assert {each.agency: str(each.stage) for each in found} == stages
