"""Chains of corrections and withdrawals, told as one event each, as someone knew them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from heeded.core.evaluation.columns.arrays import NONE, Ints
from heeded.core.evaluation.columns.columns import NOBODYS, Columns


@dataclass(frozen=True, slots=True)
class Chain:
    """What a chain comes to: the row whose word counts, and all rows that state a version.

    `root` is the code of the first entry; `known` when any version was first known;
    `turn` is that of the foremost version.
    """

    row: int
    root: int
    known: int
    turn: int
    versions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Link:
    """One entry of a chain."""

    row: int
    code: int
    corrects: int
    withdraws: int
    moment: int
    told: int
    turn: int
    name: str

    @property
    def target(self) -> int:
        """The entry that it speaks of, -1 where it speaks of none."""
        return self.corrects if self.corrects >= 0 else max(self.withdraws, NONE)


def chains(columns: Columns, rows: Ints, moments: Ints, known_at: int) -> list[Chain]:
    """The events that the entries on these rows came to, as known by then.

    `rows` holds every row that is linked to another; `moments` says of every row of the
    columns when the viewer came to know it.
    """
    links = {link.code: link for link in _links(columns, rows, moments)}
    by_root: dict[int, list[_Link]] = {}
    for link in links.values():
        if link.moment <= known_at:
            by_root.setdefault(_root(link, links), []).append(link)
    found = (_last_word(root, chain, links) for root, chain in by_root.items())
    return [chain for chain in found if chain is not None]


def _links(columns: Columns, rows: Ints, moments: Ints) -> Iterable[_Link]:
    if columns.links is None:
        return
    codes = columns.entry[rows]
    parts = (rows, codes, columns.links.corrects[rows], columns.links.withdraws[rows])
    turn = np.zeros_like(rows) if columns.turn is None else columns.turn[rows]
    numbers = np.stack([*parts, moments[rows], columns.told[rows], turn], axis=1).tolist()
    for link, name in zip(numbers, columns.entries.all_of(codes), strict=True):
        row, code, corrects, withdraws, moment, told, turns = link
        yield _Link(row, code, corrects, withdraws, moment, told, turns, name)


def _root(link: _Link, links: dict[int, _Link]) -> int:
    """The code of the chain's first entry; an entry that we were not sent is its own root."""
    seen = {link.code}
    while link.target >= 0 and link.target not in seen:
        if link.target not in links:
            return link.target
        seen.add(link.target)
        link = links[link.target]
    return link.code


def _said(link: _Link, links: dict[int, _Link]) -> tuple[int, int, int, str]:
    """A link's place in its chain, the same for whoever heard it: after what it speaks of."""
    told, depth, seen, turn, name = link.told, 0, {link.code}, link.turn, link.name
    while link.target >= 0 and link.target not in seen:
        depth += 1
        if link.target not in links:
            break
        seen.add(link.target)
        link = links[link.target]
        told = max(told, link.told)
    return (told, depth, turn, name)


def _last_word(root: int, chain: list[_Link], links: dict[int, _Link]) -> Chain | None:
    """The chain as one event: the last version that no withdrawal takes back, if there is one."""
    chain.sort(key=lambda link: _said(link, links))
    standing = _standing([link for link in chain if link.withdraws != NONE])
    taken_back = set(standing.values()) - {root}
    versions = [link for link in chain if link.withdraws == NONE]
    over = max((n for n, link in enumerate(chain) if standing.get(link.code) == root), default=-1)
    words = [link for link in chain[over + 1 :] if link.withdraws == NONE and link.code not in taken_back]
    if not words:
        return None
    first_known, turn = min(link.moment for link in versions), min(link.turn for link in versions)
    return Chain(words[-1].row, root, first_known, turn, tuple(link.row for link in versions))


def _standing(withdrawals: list[_Link]) -> dict[int, int]:
    """The withdrawals that were not themselves taken back, and what each names."""
    standing: dict[int, int] = {}
    ever: set[int] = set()
    for link in withdrawals:
        if link.withdraws != NOBODYS and link.withdraws in ever:
            standing.pop(link.withdraws, None)
        else:
            standing[link.code] = link.withdraws
            ever.add(link.code)
    return standing
