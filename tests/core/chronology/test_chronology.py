"""A family's chronology as known at a moment: what its definition says, and made once for one answer."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as some

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source
from heeded.core.chronology.view import as_known
from heeded.core.chronology.when import Precision, When

AGENCIES = ("council", "police", "school")
SECONDS = some.integers(0, 9)


@some.composite
def entries(draw: some.DrawFn) -> tuple[Entry, ...]:
    """A few entries, some of which correct or withdraw one before, known to some at other moments."""
    made: list[Entry] = []
    for number in range(draw(some.integers(0, 5))):
        before = some.sampled_from([each.id for each in made]) if made else some.none()
        what = draw(some.sampled_from(("", "corrects", "withdraws"))) if made else ""
        second = draw(SECONDS)
        made.append(
            Entry(
                id=f"e{number}",
                kind="withdrawal" if what == "withdraws" else "visit",
                child="Ada",
                happened=When(second, second, Precision.INSTANT),
                told=draw(SECONDS),
                source=Source(draw(some.sampled_from(AGENCIES))),
                known=draw(some.dictionaries(some.sampled_from(AGENCIES), SECONDS, max_size=3)),
                corrects=draw(before) if what == "corrects" else None,
                withdraws=draw(before) if what == "withdraws" else None,
            )
        )
    return tuple(made)


@settings(max_examples=150, deadline=None)
@given(entries(), some.none() | some.integers(-1, 11), some.none() | some.sampled_from((*AGENCIES, "nobody")))
def test_a_view_is_what_its_definition_says_of_any_moment_and_anybody(
    held: tuple[Entry, ...], at: int | None, to: str | None
) -> None:
    assert Chronology("f", held).as_known(at, to) == as_known(held, at, to)


def test_after_everything_was_known_it_is_one_view_whatever_the_moment() -> None:
    visit = Entry(
        id="v",
        kind="visit",
        child="Ada",
        happened=When(1, 1, Precision.INSTANT),
        told=2,
        source=Source("council"),
        known={"police": 5},
    )
    held = Chronology("f", (visit,))
    assert held.as_known(2) is held.as_known() is held.as_known(99)
    assert held.as_known(5, "police") is held.as_known(None, "police")
    assert held.as_known(4, "police") == ()
