"""A witness: signs what extends what it saw, never a fork or a rollback, and remembers."""

from pathlib import Path

import pytest

from heeded.adapters.seals import BadSeal, NotConsistent, Seal, Verifiers, Witness, Witnesses, open_seal
from heeded.core.log.checkpoint import Checkpoint
from heeded.core.log.note import Kind
from heeded.core.log.proofs import consistency_proof, root_at
from tests.core.log import plainly

LOG = "record.example/borough"


@pytest.fixture
def log(tmp_path: Path) -> Seal:
    """The log's seal."""
    return open_seal(tmp_path / "log", LOG)


@pytest.fixture
def witness(tmp_path: Path) -> Witness:
    """A witness with a folder of its own."""
    return Witness(open_seal(tmp_path / "witness", "police.example/w"), tmp_path / "seen")


@pytest.fixture
def stored() -> plainly.Stored:
    """Forty leaves."""
    stored = plainly.Stored()
    stored.append(plainly.leaves(40))
    return stored


def checkpoint(log: Seal, size: int, stored: plainly.Stored) -> str:
    return str(log.sign(Checkpoint(LOG, size, root_at(size, stored)).text))


def test_a_log_that_grows_is_witnessed(log: Seal, witness: Witness, stored: plainly.Stored) -> None:
    verifiers = Verifiers((log.key(),), Witnesses((witness.seal.key(Kind.COSIGNATURE),), 1))
    for size in (0, 1, 7, 7, 39, 40):
        last = witness.last_seen(LOG)
        proof = consistency_proof(last.size, size, stored)
        note = witness.cosign(checkpoint(log, size, stored), proof, verifiers, 100 + size)
        found = verifiers.checkpoint(note)
        assert found.quorum
        assert found.seen == (("police.example/w", 100 + size),)
        assert Witness(witness.seal, witness.folder).last_seen(LOG) == found.checkpoint


def test_a_fork_a_rollback_and_a_bad_proof_are_not(
    log: Seal, witness: Witness, stored: plainly.Stored
) -> None:
    verifiers, other = Verifiers((log.key(),)), plainly.Stored()
    other.append([*stored.leaves[:5], *plainly.leaves(35, "rewritten")])
    witness.cosign(checkpoint(log, 20, stored), (), verifiers, 1)
    refused = [
        (checkpoint(log, 20, other), ()),
        (checkpoint(log, 30, other), consistency_proof(20, 30, other)),
        (checkpoint(log, 30, stored), consistency_proof(20, 30, stored)[:-1]),
        (checkpoint(log, 30, stored), consistency_proof(19, 30, stored)),
        (checkpoint(log, 30, stored), ()),
        (checkpoint(log, 19, stored), ()),
        (checkpoint(log, 0, stored), ()),
    ]
    for written, proof in refused:
        with pytest.raises(NotConsistent, match=LOG):
            witness.cosign(written, proof, verifiers, 2)
        assert witness.last_seen(LOG).size == 20


def test_what_the_log_did_not_sign_is_not_witnessed(
    log: Seal, witness: Witness, stored: plainly.Stored, tmp_path: Path
) -> None:
    namesake = open_seal(tmp_path / "namesake", LOG)
    with pytest.raises(BadSeal):
        witness.cosign(checkpoint(namesake, 3, stored), (), Verifiers((log.key(),)), 1)
    assert witness.last_seen(LOG).size == 0


def test_a_spoilt_memory_is_not_taken_for_a_first_meeting(
    log: Seal, witness: Witness, stored: plainly.Stored
) -> None:
    verifiers = Verifiers((log.key(),))
    witness.cosign(checkpoint(log, 20, stored), (), verifiers, 1)
    (kept,) = witness.folder.glob("*.checkpoint")
    kept.write_text("")
    with pytest.raises(ValueError, match="signed note"):
        witness.cosign(checkpoint(log, 21, stored), consistency_proof(20, 21, stored), verifiers, 2)
