"""Generations: in which row of the genogram somebody stands, whatever was recorded of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from heeded.doors.web.drawn.genogram.kin import Kin

_Step = tuple[str, int]


def generations(kin: Kin) -> dict[str, int]:
    """The generation of each person: the child's is 0, parents' one less, children's one more.

    What contradicts what was found first, from the child outward, moves nobody. Of whom nothing leads to the
    child: adults with the parents, children with the child.
    """
    firm, loose = _steps(_firm(kin)), _steps((each.person, each.to, each.up) for each in kin.beside)
    found: dict[str, int] = {}
    waiting = [each.id for each in sorted(kin.figures, key=lambda each: (not each.index, each.order))]
    for begin in waiting:
        if begin in found:
            continue
        figure = kin.by_id[begin]
        found[begin] = -1 if figure.adult and not figure.index and found else 0
        _spread(found, [begin], firm, loose)
    return found


def _spread(
    found: dict[str, int], begin: list[str], firm: Mapping[str, list[_Step]], loose: Mapping[str, list[_Step]]
) -> None:
    """Place all whom something leads to: by lines first, by what people are called where no line does."""
    reached = list(begin)
    front = begin
    while front:
        front = _next(found, front, firm)
        if not front:
            front = _next(found, reached, loose)
        reached.extend(front)


def _next(found: dict[str, int], front: list[str], steps: Mapping[str, list[_Step]]) -> list[str]:
    fresh: list[str] = []
    for person in front:
        for other, down in steps.get(person, ()):
            if other not in found:
                found[other] = found[person] + down
                fresh.append(other)
    return fresh


def _firm(kin: Kin) -> Iterator[tuple[str, str, int]]:
    """Who stands how many generations above whom, by the lines; what is doubtful comes last."""
    sure = [(each.parent, each.child, 1) for each in kin.parents if not each.doubtful]
    couples = [(each.one, each.other, 0) for each in kin.couples]
    siblings = [(each.one, each.other, 0) for each in kin.siblings]
    yield from (
        *sure,
        *couples,
        *siblings,
        *((each.parent, each.child, 1) for each in kin.parents if each.doubtful),
    )


def _steps(lines: Iterable[tuple[str, str, int]]) -> dict[str, list[_Step]]:
    """From each person, who is how many generations further down."""
    found: dict[str, list[_Step]] = {}
    for upper, lower, down in lines:
        found.setdefault(upper, []).append((lower, down))
        found.setdefault(lower, []).append((upper, -down))
    return found
