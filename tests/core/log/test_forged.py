"""Forged proofs: none is believed, each honest one is; `python -m tests.core.log` tries a million."""

from tests.core.log.forged import MUTATIONS, campaign


def test_no_forged_proof_is_believed_and_every_honest_one_is() -> None:
    tally = campaign(seed=6962, forgeries=20_000)
    assert tally.believed == []
    assert tally.refused == []
    assert len(tally.tried) == 2 * len(MUTATIONS)
    assert min(tally.tried.values()) > 100
