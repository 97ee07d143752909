"""Signed notes: a published example, what each signature covers, and strict reading."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeded.adapters.seals import BadSeal, Seal, Verifiers, Witnesses, open_seal
from heeded.adapters.seals.seal import signed_by
from heeded.core.log.checkpoint import Checkpoint
from heeded.core.log.note import Kind, Note, Signature, VerifierKey
from heeded.core.log.receipt import Receipt, receipt_json, receipt_note
from heeded.core.log.tree import Frontier
from tests.core.log import plainly

LOG = "record.example/borough"
PUBLISHED_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PUBLISHED_NOTE = (
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6Ry"
    "yBwJnAM=\n"
)
"""The example in the documentation of Go's package for signed notes."""


@pytest.fixture(scope="module")
def seals(tmp_path_factory: pytest.TempPathFactory) -> list[Seal]:
    """A log's seal, then those of three witnesses."""
    root: Path = tmp_path_factory.mktemp("seals")
    names = [LOG, "police.example/w", "trust.example/w", "school.example/w"]
    return [open_seal(root / str(place), name) for place, name in enumerate(names)]


@pytest.fixture(scope="module")
def verifiers(seals: list[Seal]) -> Verifiers:
    """The log's key and the three witnesses', of whom two are enough."""
    return Verifiers((seals[0].key(),), Witnesses(tuple(s.key(Kind.COSIGNATURE) for s in seals[1:]), 2))


@pytest.fixture(scope="module")
def checkpoint() -> Checkpoint:
    """Five leaves."""
    frontier = Frontier().append(plainly.leaves(5))
    return Checkpoint(LOG, frontier.size, frontier.root)


@pytest.fixture(scope="module")
def receipt() -> Receipt:
    """Of the second leaf."""
    return Receipt(origin=LOG, entry="e2", index=1, leaf=plainly.leaves(2)[1], received=1_700_000_000)


def test_a_published_note_is_read_written_and_checked() -> None:
    note, key = Note.parse(PUBLISHED_NOTE), VerifierKey.parse(PUBLISHED_KEY)
    assert str(note) == PUBLISHED_NOTE
    assert str(key) == PUBLISHED_KEY
    assert key.made(note.signatures[0])
    assert signed_by(key, note.text, note.signatures[0])
    assert not signed_by(key, note.text.replace("answer", "Answer"), note.signatures[0])


def test_a_witnessed_checkpoint_is_believed(
    seals: list[Seal], verifiers: Verifiers, checkpoint: Checkpoint
) -> None:
    note = seals[0].sign(checkpoint.text)
    assert verifiers.checkpoint(str(note)).seen == ()
    one = note.signed(seals[1].cosignature(note.text, 1_700_000_060))
    assert verifiers.checkpoint(str(one)).seen == (("police.example/w", 1_700_000_060),)
    assert not verifiers.checkpoint(str(one)).quorum
    two = one.signed(seals[2].cosignature(note.text, 1_700_000_061))
    found = verifiers.checkpoint(str(two))
    assert found.quorum
    assert (found.checkpoint, found.last_seen) == (checkpoint, 1_700_000_061)


def test_one_witness_who_signs_twice_is_one(
    seals: list[Seal], verifiers: Verifiers, checkpoint: Checkpoint
) -> None:
    note = seals[0].sign(checkpoint.text)
    twice = note.signed(*(seals[1].cosignature(note.text, second) for second in (5, 6)))
    assert verifiers.checkpoint(twice).seen == (("police.example/w", 6),)
    assert not verifiers.checkpoint(twice).quorum


def test_a_stranger_is_passed_over_and_an_impostor_is_not(
    seals: list[Seal], verifiers: Verifiers, checkpoint: Checkpoint, tmp_path: Path
) -> None:
    note = seals[0].sign(checkpoint.text)
    stranger = open_seal(tmp_path, "stranger.example").cosignature(note.text, 5)
    assert verifiers.checkpoint(note.signed(stranger)).seen == ()
    real = seals[1].cosignature(note.text, 5)
    later = Signature(real.name, real.key_id, (6).to_bytes(8, "big") + real.blob[8:])
    for forged in (
        later,
        Signature(real.name, real.key_id, b"short"),
        Signature(real.name, real.key_id, real.blob[:-1] + b"x"),
    ):
        with pytest.raises(BadSeal, match="not its own"):
            verifiers.checkpoint(note.signed(forged))


def test_what_the_log_did_not_sign_is_not_believed(
    seals: list[Seal], verifiers: Verifiers, checkpoint: Checkpoint, receipt: Receipt, tmp_path: Path
) -> None:
    namesake = open_seal(tmp_path, LOG)
    with pytest.raises(BadSeal, match="no key of"):
        verifiers.checkpoint(namesake.sign(checkpoint.text))
    with pytest.raises(BadSeal, match="no key of"):
        verifiers.checkpoint(Note(checkpoint.text, (seals[1].cosignature(checkpoint.text, 5),)))
    good = seals[0].sign(checkpoint.text).signatures
    with pytest.raises(BadSeal, match="does not belong to this text"):
        verifiers.checkpoint(Note(checkpoint.text.replace("\n5\n", "\n6\n"), good))
    with pytest.raises(BadSeal, match="does not belong to this text"):
        verifiers.receipt(Note(receipt.text, good))
    with pytest.raises(BadSeal, match="speaks of the log other"):
        verifiers.checkpoint(seals[0].sign(checkpoint.text.replace(LOG, "other.example")))


def test_a_receipt_is_no_checkpoint_and_a_checkpoint_no_receipt(
    seals: list[Seal], verifiers: Verifiers, checkpoint: Checkpoint, receipt: Receipt
) -> None:
    with pytest.raises(ValueError, match="three lines"):
        verifiers.checkpoint(seals[0].sign(receipt.text))
    with pytest.raises(ValueError, match="six lines"):
        verifiers.receipt(seals[0].sign(checkpoint.text))


def test_a_receipt_goes_out_and_comes_back_as_json(
    seals: list[Seal], verifiers: Verifiers, receipt: Receipt
) -> None:
    written = receipt_json(seals[0].sign(receipt.text))
    assert verifiers.receipt(written) == receipt
    assert receipt_json(receipt_note(written)) == written
    assert Receipt.parse(receipt.text) == receipt


def test_a_receipt_changed_anywhere_is_refused(
    seals: list[Seal], verifiers: Verifiers, receipt: Receipt
) -> None:
    written = receipt_json(seals[0].sign(receipt.text))
    for place in range(len(written)):
        for other in ("", "x", "1", '"', " "):
            changed = written[:place] + other + written[place + 1 :]
            if changed != written:
                with pytest.raises(ValueError, match=r"."):
                    verifiers.receipt(changed)


@pytest.mark.parametrize(
    "change",
    [
        ('"index":1', '"index":1,"index":1'),
        ('"index":1', '"index":true'),
        ('"index":1', '"index":1.0'),
        ('"index":1', '"index":-1'),
        ('"index":1,', ""),
        ('"version"', '"extra":1,"version"'),
        ("receipt/1", "receipt/2"),
        ('"leaf":"', '"leaf":"A'),
        ('"entry":"e2"', '"entry":"e2\\nx"'),
        ('"entry":"e2"', '"entry":""'),
    ],
)
def test_a_receipt_is_read_strictly(seals: list[Seal], receipt: Receipt, change: tuple[str, str]) -> None:
    written = receipt_json(seals[0].sign(receipt.text))
    assert change[0] in written
    with pytest.raises(ValueError, match=r"."):
        receipt_note(written.replace(*change))


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("", "empty line"),
        ("text\n", "empty line"),
        ("text\n\n", "signature"),
        ("text\n\n— a AAAAAAA=", "each with a newline"),
        ("text\n\n- a AAAAAAA=\n", "reads '— name base64'"),
        ("text\n\n— a AAAA\n", "too short"),
        ("text\n\n— a+b AAAAAAA=\n", "holds a space, a plus"),
        ("text\n\n— a AAAAAAB=\n", "base64"),
        ("text\n\n— a AAA AAA=\n", "base64"),
        ("te\txt\n\n— a AAAAAAA=\n", "control character"),
        ("text\n\n" + "— a AAAAAAA=\n" * 101, "at most"),
    ],
)
def test_a_note_is_read_strictly(written: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Note.parse(written)


@given(st.text(max_size=60))
def test_any_text_is_a_note_as_it_was_written_or_is_refused(text: str) -> None:
    try:
        note = Note.parse(text)
    except ValueError:
        return
    assert str(note) == text


@pytest.mark.parametrize(
    "text",
    [
        "a.example\n05\n{root}\n",
        "a.example\n+5\n{root}\n",
        "a.example\n\u0665\n{root}\n",
        "a.example\n\n{root}\n",
        "a.example\n5\n{root}",
        "a.example\n5\n{root}\nmore\n",
        "a.example\n5\nAAAA\n",
        "\n5\n{root}\n",
        "a example\n5\n{root}\n",
        "a.example\n99999999999999999999\n{root}\n",
    ],
)
def test_a_checkpoint_is_read_strictly(text: str) -> None:
    root = "A" * 43 + "="
    assert Checkpoint.parse(f"a.example\n5\n{root}\n").size == 5
    with pytest.raises(ValueError, match=r"."):
        Checkpoint.parse(text.format(root=root))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (PUBLISHED_KEY.replace("c74f20a3", "c74f20a4"), "its id is"),
        (PUBLISHED_KEY.replace("PeterNeumann", "Peter Neumann"), "holds a space"),
        (PUBLISHED_KEY.replace("PeterNeumann", "PeterNeuman"), "its id is"),
        (PUBLISHED_KEY[:-4], "32 bytes"),
        (PUBLISHED_KEY.replace("+ARpc", "+BRpc"), "no kind"),
        ("", "no kind"),
        ("a+b", "no kind"),
    ],
)
def test_a_key_is_read_strictly(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        VerifierKey.parse(text)


def test_a_quorum_that_means_nothing_is_refused(seals: list[Seal]) -> None:
    keys = tuple(seal.key(Kind.COSIGNATURE) for seal in seals[1:])
    same = VerifierKey("other.example", keys[0].public, Kind.COSIGNATURE)
    for wrong, quorum, why in (
        (keys, 4, "quorum"),
        (keys, 0, "quorum"),
        (keys, -1, "quorum"),
        ((keys[0], keys[0]), 2, "the same name"),
        ((keys[0], same), 2, "they are one"),
        ((seals[1].key(),), 1, "cosignature key"),
    ):
        with pytest.raises(ValueError, match=why):
            Witnesses(wrong, quorum)
    own = Witnesses((seals[0].key(Kind.COSIGNATURE),), 1)
    with pytest.raises(ValueError, match="its own witness"):
        Verifiers((seals[0].key(),), own)
    for log_keys in ((), (seals[0].key(), seals[1].key()), (seals[0].key(Kind.COSIGNATURE),)):
        with pytest.raises(ValueError, match="in its one name"):
            Verifiers(log_keys)
