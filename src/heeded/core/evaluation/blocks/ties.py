"""Ties: the keys of a block's events under each `per`, and the searches among tied events."""

from __future__ import annotations

import numpy as np

from heeded.core.evaluation.blocks.block import Block
from heeded.core.evaluation.blocks.keys import Keys, of_children, of_values
from heeded.core.evaluation.blocks.places import WIDEST
from heeded.core.evaluation.blocks.search import Search
from heeded.core.evaluation.blocks.stays import household_stays
from heeded.core.evaluation.columns.arrays import NONE, Ints, nones

Tied = tuple[str, bool]
"""A `per`, and whether events must also be about the same person."""


def keys(block: Block, per: str) -> Keys:
    """The keys of every event under a rule `per` that key."""
    return block.kept(("keys", per), lambda: _keys(block, per))


def _keys(block: Block, per: str) -> Keys:
    view, room = block.view, WIDEST - block.places.bits
    match per:
        case "child":
            return of_children(view.child, room)
        case "household":
            return of_values(view.family, homes(block, view.child, view.earliest, view.latest), room)
        case _:
            values = view.key(per)
            absent = nones(len(view))
            return of_values(view.child, absent if values is None else values, room)


def homes(block: Block, child: Ints, start: Ints, end: Ints) -> Ints:
    """The household in which each child lived at the time, the latest joined, as a key's value."""
    return household_stays(block).home_of(child, start, end)


def groups_of(block: Block, per: str, child: Ints, values: Ints) -> Ints:
    """The groups of these children's keys; -1 where no event of the block has the key."""
    match per:
        case "child":
            return keys(block, per).of(child, child)
        case "household":
            return keys(block, per).of(block.columns.persons.family_of(child), values)
        case _:
            return keys(block, per).of(child, values)


def about(block: Block, per: str) -> Keys:
    """The keys of every event together with the person that it is about."""
    return block.kept(("about", per), lambda: _about(block, per))


def _about(block: Block, per: str) -> Keys:
    person = block.columns.person
    said = nones(len(block.view)) if person is None else person[block.view.source]
    groups = keys(block, per).groups
    return of_values(groups, np.where(groups >= 0, said, NONE), WIDEST - block.places.bits)


def tied_groups(block: Block, tied: Tied) -> Ints:
    """The group of every event, by its key and, where asked for, the person that it is about."""
    per, same_person = tied
    return (about if same_person else keys)(block, per).groups


def search(
    block: Block, number: int, tied: Tied, *, after: bool, bound: str, rank: str, but: int = NONE
) -> Search:
    """A search among the events that match a list of the plan, and not the list `but`.

    For the rest see `Block.search`.
    """

    def made() -> Search:
        rows = block.rows(number)
        if but != NONE:
            rows = rows[~block.among(but)[rows]]
        return block.search(rows, tied_groups(block, tied)[rows], after=after, bound=bound, rank=rank)

    exact = block.places.exact
    return block.kept(("search", number, but, tied, after, *(() if exact else (bound, rank))), made)
