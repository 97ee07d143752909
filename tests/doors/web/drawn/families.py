"""Families at random, as any record may hold them: contradictory, in circles, with nobody tied to anybody."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as some

from heeded.doors.web.drawn.genogram import Beside, Couple, Figure, Home, Kin, Parent, Siblings

NAMES = ("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gwen", "Hal", "Iona")
WHO = some.sampled_from(NAMES)
BORN = some.none() | some.dates(date(1950, 1, 1), date(2025, 1, 1))


@some.composite
def figures(draw: some.DrawFn) -> tuple[Figure, ...]:
    """Some of the people, the first of them the child."""
    names = draw(some.lists(WHO, unique=True, min_size=1, max_size=len(NAMES)))
    return tuple(
        Figure(
            id=name,
            sex=draw(some.sampled_from(("male", "female", ""))),
            inside=draw(some.sampled_from(("", "3", "16 m"))),
            lines=(name, *draw(some.lists(some.just("since 1 Jan 2010"), max_size=3))),
            label=name,
            born=draw(BORN),
            adult=draw(some.booleans()),
            dead=draw(some.booleans()),
            index=name == names[0],
        )
        for name in names
    )


FAMILIES = some.builds(
    Kin,
    figures=figures(),
    parents=some.lists(some.builds(Parent, WHO, WHO, some.booleans()), max_size=10).map(tuple),
    couples=some.lists(
        some.builds(Couple, WHO, WHO, some.booleans(), some.booleans(), some.sampled_from(("", "since May"))),
        max_size=5,
    ).map(tuple),
    siblings=some.lists(some.builds(Siblings, WHO, WHO, some.booleans(), some.booleans()), max_size=4).map(
        tuple
    ),
    beside=some.lists(some.builds(Beside, WHO, WHO, some.integers(-2, 3)), max_size=3).map(tuple),
    homes=some.lists(some.builds(Home, some.frozensets(WHO), some.booleans()), max_size=3).map(tuple),
)
