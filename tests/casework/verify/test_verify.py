"""What a verification says: where, how, since when, and whom to ask."""

from pathlib import Path

import pytest

from heeded.adapters.seals import NotConsistent, open_seal
from heeded.casework.verify import Evidence, How, verify
from heeded.casework.verify.verify import MOST_FAULTS
from heeded.core.log.checkpoint import Checkpoint, Witnessed
from heeded.core.log.erasure import Erasure
from heeded.core.log.leaf import Logged, leaf_hash
from heeded.core.log.receipt import Receipt
from heeded.core.log.tree import Frontier
from tests.casework.verify.record import BEGAN, LOG, Record, salt_of, sealed
from tests.casework.verify.rows import Rows


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """Twenty entries, all of them witnessed."""
    record = Record.begun(tmp_path)
    record.receive(20)
    record.checkpoint()
    return record


def erase(record: Record, *places: int, content: bytes | None = None) -> None:
    """Destroy what some leaves sealed, and say so in the log."""
    for place in places:
        record.rows[place] = record.rows[place]._replace(content=None, salt=None, erased=True)
    place = len(record.rows)
    said = (
        content
        or Erasure(
            leaves=tuple(sorted(places)), ground="retention", by="records officer", at=BEGAN + 60 * place
        ).content
    )
    salt = salt_of(f"erasure {place}")
    record.take(Logged(place, f"x{place}", leaf_hash(salt, said), salt, said))


def says(record: Record, evidence: Evidence | None = None) -> list[tuple[How, str]]:
    return [(f.how, f.says) for f in verify(Rows(record.rows), evidence or record.evidence()).faults]


def test_nothing_is_sound() -> None:
    found = verify(Rows([]), Evidence())
    assert found.sound
    assert found.head == Frontier().head


def test_an_altered_entry_is_named(record: Record) -> None:
    record.rows[7] = record.rows[7]._replace(content=sealed(7, 7, kind="nothing seen").content)
    assert says(record) == [(How.CONTENT, "The entry e7 (leaf 7) is not what was sealed: it was altered.")]


def test_an_alteration_sealed_anew_is_narrowed_by_checkpoints_and_named_by_a_receipt(record: Record) -> None:
    record.receive(10)
    record.checkpoint()
    record.rows[23] = sealed(23, 23, kind="nothing seen")
    ((how, told),) = says(record)
    assert how is How.ROOT
    assert "one of the leaves 20 to 29 was altered" in told
    assert "The first of them holds the entry e20." in told
    found = verify(Rows(record.rows), record.evidence(receipts=True))
    assert found.first is not None
    assert (found.first.how, found.first.entry) == (How.RECEIPT, "e23")
    assert "received at 2010-06-17 20:03" in found.first.says
    assert (found.witnessed_to, found.signed_to) == (20, 20)


def test_an_old_backup_says_how_much_is_missing_since_when_and_whom_to_ask(record: Record) -> None:
    del record.rows[12:]
    ((how, told),) = says(record, record.evidence(senders=("Northgate Hospital", "the police")))
    assert how is How.ROLLED_BACK
    assert told == (
        "8 entries are missing since 2010-06-17 19:51, when the last one that is held was received. A "
        "checkpoint of 20 entries was signed and witnessed at 2010-06-17 20:00: this may be an old backup. "
        "Ask the holders of receipts to send again what they sent since then: Northgate Hospital, the "
        "police. What is held from leaf 0 on could be compared with no checkpoint."
    )


def test_an_old_backup_ending_in_an_erasure_or_in_nothing_still_says_what_is_missing(record: Record) -> None:
    erase(record, 3)
    record.receive(2)
    record.checkpoint()
    del record.rows[21:]
    assert "2 entries are missing since 2010-06-17 20:00" in says(record)[0][1]
    del record.rows[:]
    assert says(record)[0][1].startswith("23 entries are missing. A checkpoint of 23")


def test_receipts_of_an_old_backup_name_what_is_missing(record: Record) -> None:
    record.receive(1)
    del record.rows[19:]
    found = verify(Rows(record.rows), record.evidence(receipts=True))
    assert [fault.entry for fault in found.faults if fault.how is How.RECEIPT] == ["e19", "e20"]
    assert found.receipts == 21


def test_rightful_erasures_leave_the_log_sound_and_are_listed(record: Record) -> None:
    erase(record, 4, 9)
    record.receive(3)
    record.checkpoint()
    found = verify(Rows(record.rows), record.evidence(receipts=True))
    assert found.sound
    assert (found.erased, found.leaves, found.witnessed_to) == (2, 24, 24)
    assert [(e.leaves, e.ground, e.by) for e in found.erasures] == [((4, 9), "retention", "records officer")]


def test_a_deletion_passed_off_as_an_erasure_is_found(record: Record) -> None:
    erase(record, 4)
    record.rows[9] = record.rows[9]._replace(content=None, salt=None, erased=True)
    assert says(record) == [
        (How.ERASURE_UNTOLD, "The entry e9 (leaf 9) is marked as erased, but no erasure in the log names it.")
    ]


def test_an_erasure_cannot_be_told_in_advance(record: Record) -> None:
    ahead = Erasure(leaves=(21,), ground="retention", by="records officer", at=BEGAN)
    erase(record, content=ahead.content)
    record.receive(1)
    record.rows[21] = record.rows[21]._replace(content=None, salt=None, erased=True)
    assert [how for how, _ in says(record)] == [How.ERASURE_UNTOLD]


@pytest.mark.parametrize("kept", ["content", "salt", "both"])
def test_what_was_to_be_erased_and_is_still_held_is_found(record: Record, kept: str) -> None:
    whole = record.rows[4]
    erase(record, 4)
    if kept == "both":
        record.rows[4] = whole
    else:
        record.rows[4] = record.rows[4]._replace(**{kept: getattr(whole, kept)})
    ((how, told),) = says(record)
    assert how is How.NOT_ERASED
    assert "run retention again" in told or f"its {kept} is held" in told


def test_an_erased_leaf_cannot_be_changed_either(record: Record) -> None:
    erase(record, 4)
    record.checkpoint()
    record.rows[4] = record.rows[4]._replace(leaf=bytes(32))
    assert [how for how, _ in says(record)] == [How.ROOT]


def test_an_erasure_that_cannot_be_read_is_said(record: Record) -> None:
    erase(record, content=b'{"version":"heeded-erasure/1"}')
    ((how, told),) = says(record)
    assert how is How.CONTENT
    assert "cannot be read" in told


def test_missing_leaves_end_the_comparison_of_roots_and_say_so(record: Record) -> None:
    record.receive(5)
    record.checkpoint()
    del record.rows[21:23]
    found = verify(Rows(record.rows), record.evidence())
    assert [fault.says for fault in found.faults] == [
        "Leaves 21 to 22 are missing: a row of the log was deleted."
    ]
    assert (found.head, found.unchecked, found.witnessed_to, found.leaves) == (None, 1, 20, 25)


def test_an_entry_that_no_leaf_seals_is_named(record: Record) -> None:
    found = verify(Rows(record.rows, ["e99"]), record.evidence())
    assert [(fault.how, fault.entry) for fault in found.faults] == [(How.NOT_SEALED, "e99")]


def test_a_log_signed_in_two_versions_is_found(record: Record) -> None:
    other = Frontier().append([row.leaf for row in record.rows[:19]]).append([bytes(32)])
    record.checkpoints.append(str(record.seal.sign(Checkpoint(LOG, 20, other.root).text)))
    assert [how for how, _ in says(record)] == [How.FORK]


def test_whoever_has_the_logs_key_still_cannot_rewrite_what_was_witnessed(record: Record) -> None:
    record.rows[7] = sealed(7, 7, kind="nothing seen")
    forged = Frontier()
    for size, row in enumerate(record.rows, 1):
        forged = forged.append([row.leaf])
        if size in (10, 20):
            record.checkpoints.append(str(record.seal.sign(Checkpoint(LOG, size, forged.root).text)))
    found = verify(Rows(record.rows), record.evidence())
    assert [fault.how for fault in found.faults] == [How.ROOT, How.FORK]
    assert found.first is not None
    assert found.first.place <= 7 < found.first.before
    assert found.witnessed_to == 0
    with pytest.raises(NotConsistent):
        record.witnesses[0].cosign(record.checkpoints[-1], (), record.verifiers, BEGAN)


def test_a_checkpoint_without_its_quorum_covers_less(record: Record) -> None:
    record.receive(5)
    record.checkpoint(witnesses=1)
    found = verify(Rows(record.rows), record.evidence())
    assert found.sound
    assert (found.signed_to, found.witnessed_to, found.unwitnessed) == (25, 20, 5)


def test_evidence_of_two_logs_is_refused(record: Record, tmp_path: Path) -> None:
    open_seal(tmp_path / "other", "other.example")
    one = record.signed()[0]
    other = Witnessed(Checkpoint("other.example", 1, bytes(32)))
    with pytest.raises(ValueError, match="several logs"):
        Evidence([one, other])
    stray = Receipt(origin="other.example", entry="e1", index=1, leaf=bytes(32), received=1)
    with pytest.raises(ValueError, match="several logs"):
        Evidence([one], [stray])


def test_more_faults_than_anyone_reads_are_counted(record: Record) -> None:
    rows = [row._replace(place=place, salt=None) for place in range(2_000) for row in record.rows[:1]]
    found = verify(Rows(rows), Evidence())
    assert len(found.faults) == MOST_FAULTS
    assert found.more == 1_000
    assert not found.sound
