"""Order: who stands beside whom in a row, partners side by side, and where along it each is best placed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import fmean

from heeded.doors.web.drawn.genogram.kin import Couple, Figure, Kin
from heeded.doors.web.drawn.genogram.unions import Drawn

_SWEEPS = 6
Row = list[str]
_WhoIs = tuple[Mapping[str, Figure], set[str]]
"""The figures, and who lives with the child."""


def rows_of(kin: Kin, generation: Mapping[str, int]) -> list[Row]:
    """Everybody by generation, the eldest generation first."""
    rows: dict[int, Row] = {}
    for figure in kin.figures:
        rows.setdefault(generation[figure.id], []).append(figure.id)
    return [rows[each] for each in sorted(rows)]


def ordered(kin: Kin, rows: Sequence[Row], lines: Drawn, widths: Mapping[str, float]) -> list[Row]:
    """Each row from left to right: couples together, siblings by age, near to whom lines lead."""
    figures = kin.by_id
    blocks = [_blocks(row, lines.couples, figures) for row in rows]
    kept = [_by_age(each, figures) for each in blocks]
    near, own = _near(lines), {who for home in kin.homes if home.own for who in home.members}
    at = settled([[who for block in row for who in block] for row in kept], lines, widths)
    for _ in range(_SWEEPS):
        kept = [_by_place(row, near, at, (figures, own)) for row in kept]
        at = settled([[who for block in row for who in block] for row in kept], lines, widths)
    return [[who for block in row for who in block] for row in kept]


def settled(rows: Sequence[Row], lines: Drawn, widths: Mapping[str, float]) -> dict[str, float]:
    """Where along its row each person's middle comes to stand: near those to whom lines lead, and apart."""
    at = {who: place for row in rows for who, place in _spaced(row, [0.0] * len(row), widths).items()}
    for sweep in range(_SWEEPS):
        wished = _wishes(lines, at, widths, downward=sweep % 2 == 0)
        for row in rows:
            at.update(_spaced(row, [wished.get(who, at[who]) for who in row], widths))
    least = min((at[who] - widths[who] / 2 for who in at), default=0.0)
    return {who: place - least for who, place in at.items()}


def _wishes(
    lines: Drawn, at: Mapping[str, float], widths: Mapping[str, float], *, downward: bool
) -> dict[str, float]:
    """Where each would like to stand: children beneath their parents, or parents above their children."""
    wished: dict[str, list[float]] = {}
    for union in lines.unions:
        above, below = fmean(at[each] for each in union.parents), fmean(at[each] for each in union.children)
        if downward:
            moved, people = above - below, union.children
        else:
            moved, people = below - above, union.parents
        for who in people:
            wished.setdefault(who, []).append(at[who] + moved)
    # partners move together, so that they stay side by side
    for couple in lines.couples:
        one, other = wished.get(couple.one), wished.get(couple.other)
        apart = (widths[couple.one] + widths[couple.other]) / 2
        if one and not other:
            side = 1 if at[couple.other] >= at[couple.one] else -1
            wished[couple.other] = [fmean(one) + side * apart]
        elif other and not one:
            side = 1 if at[couple.one] >= at[couple.other] else -1
            wished[couple.one] = [fmean(other) + side * apart]
    return {who: fmean(places) for who, places in wished.items()}


def _spaced(row: Row, wished: Sequence[float], widths: Mapping[str, float]) -> dict[str, float]:
    """The places nearest to those wished for (by least squares) at which nobody lies on anybody, in order.

    Pooling of adjacent violators: those who would come too near to each other are moved as one.
    """
    offsets, total = [], 0.0
    for who in row:
        offsets.append(total + widths[who] / 2)
        total += widths[who]
    pools: list[tuple[float, int]] = []
    for wish, offset in zip(wished, offsets, strict=True):
        mean, many = wish - offset, 1
        while pools and pools[-1][0] > mean:
            before, number = pools.pop()
            mean, many = (before * number + mean * many) / (number + many), number + many
        pools.append((mean, many))
    means = [mean for mean, many in pools for _ in range(many)]
    return {who: mean + offset for who, mean, offset in zip(row, means, offsets, strict=True)}


def _blocks(row: Row, couples: Iterable[Couple], figures: Mapping[str, Figure]) -> list[Row]:
    """The row cut into those who are joined by couples, each in an order that puts partners side by side."""
    partners: dict[str, set[str]] = {who: set() for who in row}
    for couple in couples:
        if couple.one in partners and couple.other in partners:
            partners[couple.one].add(couple.other)
            partners[couple.other].add(couple.one)
    left = set(row)
    blocks = []
    while left:
        joined = _joined(min(left, key=lambda who: figures[who].order), partners)
        left -= joined
        blocks.append(_chain(joined, partners, figures))
    return blocks


def _joined(begin: str, partners: Mapping[str, set[str]]) -> set[str]:
    found, front = {begin}, [begin]
    while front:
        fresh = partners[front.pop()] - found
        found |= fresh
        front.extend(sorted(fresh))
    return found


def _chain(joined: set[str], partners: Mapping[str, set[str]], figures: Mapping[str, Figure]) -> Row:
    """From an end inward: whoever has fewest partners first, of two a man on the left, as is usual."""

    def first(who: str) -> tuple[int, int, tuple[date, str]]:
        figure = figures[who]
        return (len(partners[who]), {"male": 0, "": 1, "female": 2}[figure.sex], figure.order)

    chain = [min(joined, key=first)]
    while len(chain) < len(joined):
        near = partners[chain[-1]] - set(chain) or joined - set(chain)
        chain.append(min(near, key=first))
    return chain


def _by_age(blocks: list[Row], figures: Mapping[str, Figure]) -> list[Row]:
    return sorted(blocks, key=lambda block: min(figures[who].order for who in block))


def _near(lines: Drawn) -> dict[str, set[str]]:
    """To whom in other rows lines lead from each person."""
    near: dict[str, set[str]] = {}
    for union in lines.unions:
        for parent in union.parents:
            near.setdefault(parent, set()).update(union.children)
        for child in union.children:
            near.setdefault(child, set()).update(union.parents)
    return near


def _by_place(
    blocks: list[Row], near: Mapping[str, set[str]], at: Mapping[str, float], who_is: _WhoIs
) -> list[Row]:
    return sorted(blocks, key=lambda block: _place(block, near, at, who_is))


def _place(
    block: Row, near: Mapping[str, set[str]], at: Mapping[str, float], who_is: _WhoIs
) -> tuple[bool, float, tuple[date, str]]:
    """Where a block would stand among the others of its row; whom no line leads to comes last.

    Of these, those who live with the child come first, so that one outline takes them in.
    """
    figures, own = who_is
    wished = [fmean(at[other] for other in near[who]) for who in block if near.get(who)]
    oldest = min(figures[who].order for who in block)
    return (not wished, round(fmean(wished), 3) if wished else float(own.isdisjoint(block)), oldest)
