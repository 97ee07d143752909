"""The chronology in lanes: every event in one mark, none on another, silence said, each mark a way on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from heeded.casework.looking.within.told import Told
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.chronology.when import When, end_of_day
from heeded.doors.web.drawn.lanes import Lanes, lanes_drawn
from heeded.doors.web.drawn.shapes import Drawing, Mark
from heeded.doors.web.drawn.sorts import INJURY, OTHER, SORTS, sort_of
from tests.core.evidence.told import COUNCIL, HOSPITAL, POLICE, entry
from tests.record_fixtures import fresh


@pytest.fixture(autouse=True, scope="module")
def language(cluster: str) -> Iterator[None]:
    """The settings by which words are put into the reader's language."""
    with fresh(cluster):
        yield


NOW = end_of_day(date(2026, 6, 30))
CALLED = {HOSPITAL: "Anytown hospital", POLICE: "Anytown police", COUNCIL: "Anytown council"}


def told(id_: str, kind: str, when: str, by: str = HOSPITAL) -> Told:
    return Told(entry=entry(id_, kind, when, by=by), root=id_)


def lanes(*events: Told, known: int | None = None) -> Drawing:
    reach = [each.entry.happened.earliest for each in events]
    return lanes_drawn(
        Lanes(events=events, called=CALLED, reach=reach, known=known, now=NOW, leads=lambda id_: f"/e/{id_}")
    )


def corners(mark: Mark) -> tuple[float, float, float, float]:
    """About where a mark lies: from its path, of which every command but the first may be relative."""
    x, y = (float(each) for each in re.findall(r"-?[\d.]+", mark.strokes[0].path)[:2])
    return x, y, x + 1, y + 1


MOMENTS = some.dates(date(2025, 1, 1), date(2026, 6, 1)).map(str)
EVENTS = some.lists(
    some.tuples(some.sampled_from(sorted(KINDS)), MOMENTS, some.sampled_from(sorted(CALLED))), max_size=40
)


@settings(max_examples=40, deadline=None)
@given(EVENTS)
def test_every_event_is_in_one_mark_and_no_mark_lies_on_another(
    found: list[tuple[str, str, str]],
) -> None:
    events = [told(f"e{n}", kind, when, by) for n, (kind, when, by) in enumerate(found)]
    drawing = lanes(*events)
    counted: Counter[tuple[str, str]] = Counter()
    for mark in drawing.marks:
        agency, _, rest = mark.label.partition(": ")
        for each in rest.rpartition(", ")[0].split("; "):
            many, times, kind = each.rpartition(" × ")
            counted[agency, kind] += int(many) if times else 1
    assert counted == Counter((CALLED[by], kind) for kind, _, by in found)
    assert {mark.leads_to for mark in drawing.marks} <= {f"/e/{each.root}" for each in events}
    places = [(mark.strokes[0].path, mark.strokes[0].style) for mark in drawing.marks]
    assert len(set(places)) == len(places)
    assert all(
        0 <= x <= drawing.width and 0 <= y <= drawing.height for x, y, _, _ in map(corners, drawing.marks)
    )


@settings(max_examples=40, deadline=None)
@given(EVENTS)
def test_no_words_beside_a_mark_reach_the_next_one(found: list[tuple[str, str, str]]) -> None:
    drawing = lanes(*(told(f"e{n}", kind, when, by) for n, (kind, when, by) in enumerate(found)))
    words = [each for mark in drawing.marks for each in mark.words]
    for one, other in combinations(words, 2):
        if one.y == other.y:
            left, right = sorted((one, other), key=lambda each: each.x)
            assert left.x + 5 * len(left.text) <= right.x
    assert all(each.x + 5 * len(each.text) <= drawing.width for each in words)


def test_a_mark_has_a_shape_and_a_word_and_leads_to_its_entry() -> None:
    drawing = lanes(told("a", "injury observed", "2026-03-01"), told("b", "visit", "2026-03-01", COUNCIL))
    marks = {mark.leads_to: mark for mark in drawing.marks}
    assert marks["/e/a"].label == "Anytown hospital: injury observed, 1 March 2026"
    assert [each.text for each in marks["/e/a"].words] == ["injury observed"]
    assert marks["/e/a"].strokes[0].style == "drawn-mark drawn-injury"
    assert marks["/e/b"].strokes[0].style == "drawn-mark drawn-decided"
    assert drawing.role == "group"


def test_several_of_one_sort_at_one_place_are_counted_and_an_injury_is_never_among_others() -> None:
    hour = [told(f"v{n}", "police met child", f"2026-03-01T1{n}:00") for n in range(3)]
    drawing = lanes(told("a", "injury observed", "2026-03-01T09:00"), *hour)
    assert [mark.label for mark in drawing.marks] == [
        "Anytown hospital: 3 × police met child, 1 March 2026, 10:00 to 1 March 2026, 12:00",
        "Anytown hospital: injury observed, 1 March 2026, 09:00",
    ]
    assert [[each.text for each in mark.words] for mark in drawing.marks] == [
        ["3 × police met child"],
        ["injury observed"],
    ]


def test_silence_is_said_between_two_marks_and_after_the_last_and_of_who_told_nothing() -> None:
    drawing = lanes(
        told("a", "hospital attendance", "2025-07-01"),
        told("b", "hospital attendance", "2025-12-28"),
        told("c", "police notice", "2026-06-29", POLICE),
    )
    said = [each.text for each in drawing.words if each.style == "drawn-silent"]
    assert said == ["nothing for 179 days", "nothing since, 183 days", "told nothing that is shown here"]


def test_as_it_was_known_then_a_line_stands_on_that_moment_and_silence_ends_there() -> None:
    known = When.parse("2026-01-31T12:00").latest
    events = (told("a", "hospital attendance", "2025-07-01"), told("b", "hospital attendance", "2025-12-01"))
    now, then = lanes(*events), lanes(*events, known=known)
    assert "drawn-known" not in "".join(each.style for each in now.strokes)
    (line,) = (each for each in then.strokes if "drawn-known" in each.style)
    x = float(line.path[1:].partition(",")[0])
    assert 170 < x < then.width
    assert any(each.text == "as known by 31 January 2026, 12:00" for each in then.words)
    assert "nothing since, 60 days" in {each.text for each in then.words}


def test_every_kind_of_event_has_a_sort_and_one_that_is_not_known_has_too() -> None:
    assert {sort_of(kind) for kind in KINDS} == set(SORTS)
    assert sort_of("injury observed") is INJURY
    assert sort_of("something else") is OTHER
    assert len({each.sign for each in SORTS}) == len(SORTS)
    assert len({each.words for each in SORTS}) == len(SORTS)


def test_the_order_in_which_events_are_handed_in_changes_nothing() -> None:
    events = [told(f"e{n}", "visit", f"2026-03-{n + 1:02}") for n in range(9)]
    assert lanes(*events) == lanes(*reversed(events))
