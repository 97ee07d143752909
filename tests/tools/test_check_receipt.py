"""The receipt checker: a file of its own, whose verdict is the product's, on honest and forged evidence."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from heeded.adapters.seals import open_seal, rotate
from heeded.core.log.check import consistent, includes
from heeded.core.log.checkpoint import Checkpoint
from heeded.core.log.note import Kind, Note
from heeded.core.log.proofs import consistency_proof, inclusion_proof, proof_json, proof_of, root_at
from heeded.core.log.tree import Head
from tests.casework.verify.record import LOG, Record
from tests.core.log import plainly
from tests.house.source import ROOT
from tools import check_receipt as checker

CHECKER = ROOT / "tools" / "check_receipt.py"
MOST_LINES = 200


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what an agency holds: a receipt, two checkpoints, proofs, and the keys' texts."""
    folder = tmp_path_factory.mktemp("held")
    record = Record.begun(folder / "record")
    record.receive(13)
    record.checkpoint()
    record.receive(24)
    record.checkpoint()
    for name, written in {
        "receipt": record.receipts[6],
        "late": record.receipts[30],
        "old": record.checkpoints[0],
        "new": record.checkpoints[1],
        "in": proof_json(inclusion_proof(6, 37, record.stored)),
        "in-old": proof_json(inclusion_proof(6, 13, record.stored)),
        "on": proof_json(consistency_proof(13, 37, record.stored)),
        "key": str(record.seal.key()),
        **{f"w{n}": str(w.seal.key(Kind.COSIGNATURE)) for n, w in enumerate(record.witnesses)},
    }.items():
        (folder / name).write_text(written, "utf-8")
    return folder


def check(held: Path, words: str, **files: str) -> tuple[int, str]:
    """Run the checker in a folder with none of ours on its path: its status and what it said.

    A word that names a file of a key stands for the key; `files` replaces what a file holds.
    """
    for name, written in files.items():
        (held / f"{name}!").write_text(written, "utf-8")
    asked = [
        (held / word).read_text("utf-8") if word in {"key", "w0", "w1", "w2"} else word
        for word in words.split()
    ]
    asked = [f"{word}!" if word in files else word for word in asked]
    run = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-I", shutil.copy(CHECKER, held / "checker.py"), *asked],
        cwd=held,
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout + run.stderr


WITNESSES = "--key key --witness w0 --witness w1 --witness w2 --quorum 2"


def test_it_stands_alone_and_can_be_read_in_one_sitting() -> None:
    text = CHECKER.read_text("utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    modules = [
        name.name if isinstance(node, ast.Import) else node.module or ""
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in node.names
    ]
    outside = {module.partition(".")[0] for module in modules} - sys.stdlib_module_names
    assert outside == {"cryptography"}


def test_what_holds_is_said_to_hold(held: Path) -> None:
    status, said = check(held, "receipt receipt --key key")
    assert (status, said) == (0, f"{LOG} received the entry e6 at 2010-06-17 18:46:00 UTC as leaf 6.\n")
    status, said = check(held, f"included receipt in new {WITNESSES}")
    assert status == 0
    assert said.endswith("It is in the log of 37 leaves.\n")
    assert check(held, f"included receipt in-old old {WITNESSES}")[0] == 0
    status, said = check(held, f"extends old new on {WITNESSES}")
    assert (status, said) == (0, f"The log {LOG} of 37 leaves begins with the one of 13, unchanged.\n")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("included receipt in old --key key", "length"),
        ("included receipt in-old new --key key", "length"),
        ("included late in new --key key", "not in the log"),
        ("included late in-old old --key key", "cannot hold leaf 30"),
        ("extends new old on --key key", "does not begin with"),
        ("extends old old on --key key", "length"),
        (f"included receipt in new {WITNESSES[:-1]}3", "2 of the witnesses signed this, but 3"),
        ("receipt receipt --key w0", "No key of the log"),
        ("included receipt in new --key key --witness key --quorum 1", "0 of the witnesses"),
    ],
)
def test_what_does_not_hold_is_said_not_to(held: Path, words: str, why: str) -> None:
    status, said = check(held, words)
    assert (status, why in said) == (1, True), said


def test_a_receipt_changed_anywhere_does_not_hold(held: Path) -> None:
    written, chance = (held / "receipt").read_text("utf-8"), Random(5)  # noqa: S311 - drawn again
    for name, other in (("e6", "e7"), (":6,", ":7,"), ("heeded-receipt/1", "heeded-receipt/2")):
        assert name in written
        assert check(held, "receipt receipt --key key", receipt=written.replace(name, other))[0] in (1, 2)
    for _ in range(10):
        place = chance.randrange(len(written))
        other = written[:place] + chance.choice("aZ09+/=") + written[place + 1 :]
        if other != written:
            assert check(held, "receipt receipt --key key", receipt=other)[0] in (1, 2)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("in", ""),
        ("in", "[]"),
        ("in", '{"hashes":[1],"version":"heeded-proof/1"}'),
        ("in", '{"hashes":[],"hashes":[],"version":"heeded-proof/1"}'),
        ("in", "[" * 100_000),
        ("receipt", "{}"),
        ("receipt", "\x00"),
        ("new", "no note"),
        ("new", "a\n1\nAAAA\n\n— a b c\n"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(held: Path, name: str, written: str) -> None:
    status, said = check(held, "included receipt in new --key key", **{name: written})
    assert status == 2
    assert said.startswith("It could not be read: ")
    assert "Traceback" not in said


def test_a_rewritten_log_is_told_apart(held: Path, tmp_path: Path) -> None:
    seal, other = open_seal(held / "record" / "log", LOG), plainly.Stored()
    other.append(plainly.leaves(37, "rewritten"))
    forged = str(seal.sign(Checkpoint(LOG, 37, root_at(37, other)).text))
    proof = proof_json(consistency_proof(13, 37, other))
    assert check(held, "extends old new on --key key", new=forged, on=proof)[0] == 1
    leaf = proof_json(inclusion_proof(6, 37, other))
    status, said = check(held, "included receipt in new --key key", new=forged, **{"in": leaf})
    assert status == 1
    assert "keep the receipt" in said
    stranger = open_seal(tmp_path, LOG)
    unsigned = str(stranger.sign(Note.parse((held / "new").read_text("utf-8")).text))
    assert check(held, "extends old new on --key key", new=unsigned)[0] == 1


def test_an_older_key_goes_on_holding(tmp_path: Path) -> None:
    record = Record.begun(tmp_path / "record")
    record.receive(1)
    (tmp_path / "receipt").write_text(record.receipts[0], "utf-8")
    old, new = record.seal.key(), rotate(tmp_path / "record" / "log", LOG).key()
    assert check(tmp_path, f"receipt receipt --key {new}")[0] == 1
    assert check(tmp_path, f"receipt receipt --key {new} --key {old}")[0] == 0


def test_its_proofs_are_judged_as_the_products_are() -> None:
    # two ways of checking, written apart: the same verdict on every small proof, honest or spoilt
    stored, chance = plainly.Stored(), Random(9)  # noqa: S311 - as above
    stored.append(plainly.leaves(33))
    roots = [root_at(size, stored) for size in range(34)]
    for size in range(1, 34):
        for index in range(size):
            honest = list(inclusion_proof(index, size, stored))
            for proof in (honest, spoilt(honest, chance), spoilt(honest, chance)):
                ours = includes(Head(size, roots[size]), index, stored.leaves[index], proof)
                assert ours == holds(size, index, stored.leaves[index], proof, roots[size])
                assert ours == (proof == honest)
        for old in range(1, size + 1):
            honest = list(consistency_proof(old, size, stored))
            for proof in (honest, spoilt(honest, chance), spoilt(honest, chance)):
                ours = consistent(Head(old, roots[old]), Head(size, roots[size]), proof)
                assert ours == begins(old, size, proof, (roots[old], roots[size]))
                assert ours == (proof == honest)


def spoilt(proof: list[bytes], chance: Random) -> list[bytes]:
    """A proof that is cut, longer, in another order, or of other hashes."""
    place = chance.randrange(len(proof) + 1)
    match chance.randrange(4):
        case 0:
            return [*proof[:place], *proof[place + 1 :]]
        case 1:
            return [*proof[:place], bytes(32), *proof[place:]]
        case 2:
            return proof[::-1]
        case _:
            return [bytes(32) if at == place else node for at, node in enumerate(proof)]


def holds(size: int, index: int, leaf: bytes, proof: list[bytes], root: bytes) -> bool:
    try:
        return checker.root_from(index, size, leaf, proof) == root
    except checker.DoesNotHold:
        return False


def begins(old: int, size: int, proof: list[bytes], roots: tuple[bytes, bytes]) -> bool:
    try:
        return checker.roots_from(old, size, proof, roots[0]) == roots
    except checker.DoesNotHold:
        return False


def test_a_proof_is_written_and_read_back() -> None:
    proof = tuple(plainly.leaves(5))
    assert proof_of(proof_json(proof)) == proof
    assert proof_of(proof_json(())) == ()
    for wrong in (
        "[]",
        '{"hashes":[],"version":"heeded-proof/2"}',
        '{"hashes":["A"],"version":"heeded-proof/1"}',
    ):
        with pytest.raises(ValueError, match=r"."):
            proof_of(wrong)
