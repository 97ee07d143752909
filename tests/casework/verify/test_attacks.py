"""Attacks by somebody with the whole database in hand (all but the keys): what is found, and what is not."""

from random import Random

import pytest

from heeded.casework.verify import Evidence, verify
from tests.casework.verify.attacks import ATTACKS, edit_and_seal_again, roll_back
from tests.casework.verify.record import Record
from tests.casework.verify.rows import Rows

WITNESSED, NEWER = 40, 12
TIMES = 10_000

SHOWS_IN_ITSELF = {
    "edit": "CONTENT",
    "swap_salts": "CONTENT",
    "lose_a_salt": "CONTENT",
    "delete": "MISSING",
    "delete_the_entry": "ENTRY_GONE",
    "delete_as_if_erased": "ERASURE_UNTOLD",
    "double_in_place": "ORDER",
}
"""Attacks that need no evidence from outside to be seen, and how each shows."""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """52 entries, of which 15 were witnessed first, and 40 last."""
    record = Record.begun(tmp_path_factory.mktemp("record"))
    record.receive(15)
    record.checkpoint()
    record.receive(WITNESSED - 15)
    record.checkpoint()
    record.receive(NEWER)
    return record


def test_an_honest_record_is_sound(record: Record) -> None:
    for receipts in (False, True):
        found = verify(Rows(record.rows), record.evidence(receipts=receipts))
        assert found.sound
        assert found.first is None
        assert found.head == record.stored.frontier.head
        assert (found.leaves, found.witnessed_to, found.signed_to) == (52, WITNESSED, WITNESSED)
        assert found.unwitnessed == NEWER
        assert found.receipts == (52 if receipts else 0)


def test_everything_older_than_the_last_witnessed_checkpoint_is_found(record: Record) -> None:
    evidence, chance, names = record.evidence(), Random(43), list(ATTACKS)  # noqa: S311 - drawn again
    missed = list[str]()
    for time in range(TIMES):
        name, at = names[time % len(names)], chance.randrange(WITNESSED)
        rows = ATTACKS[name](record.rows, at, chance)
        assert rows != record.rows
        first = verify(Rows(rows), evidence).first
        if first is None or not first.place <= at < first.certain_by[0]:
            missed.append(f"{name} at {at}: {first}")
    assert missed == []


def test_what_is_newer_is_found_by_receipts(record: Record) -> None:
    evidence, chance, names = record.evidence(receipts=True), Random(44), list(ATTACKS)  # noqa: S311 - as above
    missed = list[str]()
    for time in range(2_000):
        name, at = names[time % len(names)], chance.randrange(WITNESSED, len(record.rows) - 1)
        first = verify(Rows(ATTACKS[name](record.rows, at, chance)), evidence).first
        if first is None or first.place > at + 1:
            missed.append(f"{name} at {at}: {first}")
    assert missed == []


def test_an_honest_account_of_what_neither_checkpoint_nor_receipt_covers(record: Record) -> None:
    chance, at = Random(45), WITNESSED + 3  # noqa: S311 - as above
    for attack in (edit_and_seal_again, roll_back):
        found = verify(Rows(attack(record.rows, at, chance)), record.evidence())
        assert found.sound
        assert found.witnessed_to == WITNESSED <= at
        others = [receipt for receipt in record.evidence(receipts=True).receipts if receipt.index != at]
        seen = verify(Rows(attack(record.rows, at, chance)), Evidence(record.signed(), others))
        assert seen.sound == (attack is edit_and_seal_again)


@pytest.mark.parametrize(("name", "how"), SHOWS_IN_ITSELF.items())
def test_what_needs_no_evidence_is_named_exactly(record: Record, name: str, how: str) -> None:
    chance = Random(46)  # noqa: S311 - as above
    for at in range(len(record.rows) - 1):
        first = verify(Rows(ATTACKS[name](record.rows, at, chance)), Evidence()).first
        assert first is not None
        assert (first.how.name, first.place) == (how, at)
        assert first.entry in ("", f"e{at}")
