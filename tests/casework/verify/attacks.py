"""What somebody with the whole database in hand can do to it; only the keys are out of reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import TypeAlias

from heeded.core.log.leaf import Logged, leaf_hash
from tests.casework.verify.record import BEGAN, salt_of, sealed

Rows: TypeAlias = list[Logged]
Attack: TypeAlias = Callable[[Rows, int, Random], Rows]
"""Given the rows and the place of the first that is to change: the rows afterwards."""


def renumbered(rows: Rows) -> Rows:
    """The rows with their places counted anew."""
    return [row._replace(place=place) for place, row in enumerate(rows)]


def edit(rows: Rows, at: int, chance: Random) -> Rows:
    """An entry's columns are edited, its leaf left as it was."""
    return [*rows[:at], rows[at]._replace(content=other(at, chance).content), *rows[at + 1 :]]


def edit_and_seal_again(rows: Rows, at: int, chance: Random) -> Rows:
    """An entry is edited and its leaf computed anew, with its own salt."""
    content, salt = other(at, chance).content, rows[at].salt
    assert content is not None
    assert salt is not None
    return [*rows[:at], rows[at]._replace(content=content, leaf=leaf_hash(salt, content)), *rows[at + 1 :]]


def edit_and_seal_all_again(rows: Rows, at: int, chance: Random) -> Rows:
    """An entry is edited, and everything from there on sealed anew with new salts."""
    rows = edit_and_seal_again(rows, at, chance)
    draw = str(chance.random())
    return [*rows[:at], *(resalted(row, f"{draw} {row.place}") for row in rows[at:])]


def resalted(row: Logged, name: str) -> Logged:
    """The row with another salt, sealed anew."""
    assert row.content is not None
    return row._replace(salt=salt_of(name), leaf=leaf_hash(salt_of(name), row.content))


def salt_and_seal_again(rows: Rows, at: int, chance: Random) -> Rows:
    """A salt is replaced and the leaf computed anew."""
    return [*rows[:at], resalted(rows[at], str(chance.random())), *rows[at + 1 :]]


def swap_salts(rows: Rows, at: int, chance: Random) -> Rows:
    """Two entries' salts change places."""
    to = chance.randrange(at + 1, len(rows))
    changed = list(rows)
    changed[at], changed[to] = (
        rows[at]._replace(salt=rows[to].salt),
        rows[to]._replace(salt=rows[at].salt),
    )
    return changed


def lose_a_salt(rows: Rows, at: int, chance: Random) -> Rows:
    """A salt is deleted, or cut."""
    salt = chance.choice((None, b"", salt_of("x")[:-1]))
    return [*rows[:at], rows[at]._replace(salt=salt), *rows[at + 1 :]]


def backdate(rows: Rows, at: int, chance: Random) -> Rows:
    """An entry is made to have been received earlier, and sealed anew."""
    earlier = BEGAN + 60 * at - chance.randint(1, 50_000)
    return [*rows[:at], sealed(at, at, received=earlier), *rows[at + 1 :]]


def delete(rows: Rows, at: int, _: Random) -> Rows:
    """An entry and its leaf are deleted."""
    return [*rows[:at], *rows[at + 1 :]]


def delete_and_close_up(rows: Rows, at: int, _: Random) -> Rows:
    """An entry and its leaf are deleted, and the rest counted anew."""
    return renumbered([*rows[:at], *rows[at + 1 :]])


def delete_the_entry(rows: Rows, at: int, chance: Random) -> Rows:
    """An entry is deleted and its leaf left."""
    salt = chance.choice((None, rows[at].salt))
    return [*rows[:at], rows[at]._replace(content=None, salt=salt), *rows[at + 1 :]]


def delete_as_if_erased(rows: Rows, at: int, _: Random) -> Rows:
    """An entry is deleted and marked as erased."""
    return [*rows[:at], rows[at]._replace(content=None, salt=None, erased=True), *rows[at + 1 :]]


def swap(rows: Rows, at: int, chance: Random) -> Rows:
    """Two leaves change places, whole."""
    to = chance.randrange(at + 1, len(rows))
    changed = list(rows)
    changed[at], changed[to] = rows[to], rows[at]
    return renumbered(changed)


def move_to_the_end(rows: Rows, at: int, _: Random) -> Rows:
    """A leaf is moved to the end."""
    return renumbered([*rows[:at], *rows[at + 1 :], rows[at]])


def insert(rows: Rows, at: int, chance: Random) -> Rows:
    """An entry that never was is put between."""
    return renumbered([*rows[:at], other(at, chance), *rows[at:]])


def double(rows: Rows, at: int, chance: Random) -> Rows:
    """A leaf is put in again elsewhere, and the rest counted anew."""
    again = chance.choice([row for row in rows if row.place != at])
    return renumbered([*rows[:at], again, *rows[at:]])


def double_in_place(rows: Rows, at: int, _: Random) -> Rows:
    """A leaf is put in twice, with one place."""
    return [*rows[: at + 1], *rows[at:]]


def roll_back(rows: Rows, at: int, _: Random) -> Rows:
    """An old backup is put in place."""
    return rows[:at]


def roll_back_and_go_on(rows: Rows, at: int, chance: Random) -> Rows:
    """An old backup is put in place, and other entries follow."""
    more = chance.randint(1, 2 * (len(rows) - at))
    return [*rows[:at], *(sealed(1_000 + place, place) for place in range(at, at + more))]


def change_a_leaf(rows: Rows, at: int, chance: Random) -> Rows:
    """A stored hash is changed in one bit, or is cut."""
    leaf = flipped(rows[at].leaf, chance) if chance.random() < 0.8 else rows[at].leaf[:-1]
    return [*rows[:at], rows[at]._replace(leaf=leaf), *rows[at + 1 :]]


def change_a_bit(rows: Rows, at: int, chance: Random) -> Rows:
    """One bit of an entry's content is changed, and at times its leaf computed anew."""
    content, salt = rows[at].content, rows[at].salt
    assert content is not None
    assert salt is not None
    content = flipped(content, chance)
    leaf = leaf_hash(salt, content) if chance.random() < 0.5 else rows[at].leaf
    return [*rows[:at], rows[at]._replace(content=content, leaf=leaf), *rows[at + 1 :]]


def flipped(value: bytes, chance: Random) -> bytes:
    """The bytes with one bit changed."""
    changed, place = bytearray(value), chance.randrange(len(value))
    changed[place] ^= 1 << chance.randrange(8)
    return bytes(changed)


def other(at: int, chance: Random) -> Logged:
    """Another entry for a place."""
    return sealed(at, at, salt=str(chance.random()), facts={"suspected": False, "count": chance.random()})


ATTACKS: Mapping[str, Attack] = {
    attack.__name__: attack
    for attack in (
        edit,
        edit_and_seal_again,
        edit_and_seal_all_again,
        salt_and_seal_again,
        swap_salts,
        lose_a_salt,
        backdate,
        delete,
        delete_and_close_up,
        delete_the_entry,
        delete_as_if_erased,
        swap,
        move_to_the_end,
        insert,
        double,
        double_in_place,
        roll_back,
        roll_back_and_go_on,
        change_a_leaf,
        change_a_bit,
    )
}
