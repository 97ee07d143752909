"""The tree and its proofs: published roots, the definition of RFC 6962, and every size up to 300."""

import random
from hashlib import sha256

import pytest

from heeded.core.log.check import consistent, includes
from heeded.core.log.proofs import consistency_proof, inclusion_proof, root_at
from heeded.core.log.tree import EMPTY_ROOT, Frontier, Head
from tests.core.log import plainly

REFERENCE_LEAVES = "|00|10|2021|3031|40414243|5051525354555657|606162636465666768696a6b6c6d6e6f".split("|")
REFERENCE_ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
"""Certificate Transparency's reference leaves, and the root after each of them."""


@pytest.fixture(scope="module")
def stored() -> plainly.Stored:
    """A log of 300 leaves, appended a few at a time."""
    log, rows, chance = plainly.Stored(), plainly.leaves(300), random.Random(6962)  # noqa: S311 - a draw that can be drawn again
    while rows:
        few = chance.randint(0, 9)
        log.append(rows[:few])
        rows = rows[few:]
    return log


@pytest.fixture(scope="module")
def roots(stored: plainly.Stored) -> list[bytes]:
    """The root at each size, by the definition."""
    return [plainly.root(stored.leaves[:size]) for size in range(301)]


def test_the_reference_roots_of_certificate_transparency() -> None:
    hashes = [sha256(b"\x00" + bytes.fromhex(leaf)).digest() for leaf in REFERENCE_LEAVES]
    frontier = Frontier()
    for leaf, root in zip(hashes, REFERENCE_ROOTS, strict=True):
        frontier = frontier.append([leaf])
        assert frontier.root.hex() == root
    assert Frontier().append(hashes).root.hex() == REFERENCE_ROOTS[-1]


def test_a_log_without_leaves_has_the_root_of_nothing() -> None:
    assert Frontier().root == EMPTY_ROOT == sha256(b"").digest()


def test_every_root_up_to_300_is_the_definitions(stored: plainly.Stored, roots: list[bytes]) -> None:
    for size in range(301):
        assert Frontier().append(stored.leaves[:size]).root == roots[size]
        assert root_at(size, stored) == roots[size]
    assert stored.frontier == Frontier().append(stored.leaves)


def test_a_frontier_grows_alike_in_any_steps() -> None:
    rows, chance = plainly.leaves(700), random.Random(7)  # noqa: S311 - a draw that can be drawn again
    whole, nodes = Frontier().grown(rows)
    for _ in range(20):
        log, at = plainly.Stored(), 0
        while at < len(rows):
            few = chance.choice((1, 2, 255, 256, 257, 300))
            log.append(rows[at : at + few])
            at += few
        assert log.frontier == whole
        assert log.nodes == {(level, place): node for level, place, node in nodes}


def test_every_inclusion_proof_up_to_300_is_the_definitions_and_holds(
    stored: plainly.Stored, roots: list[bytes]
) -> None:
    for size in [*range(1, 70), 127, 128, 129, 255, 256, 257, 299, 300]:
        for index in range(size):
            proof = inclusion_proof(index, size, stored)
            assert list(proof) == plainly.path(index, stored.leaves[:size])
            assert includes(Head(size, roots[size]), index, stored.leaves[index], proof)


def test_every_consistency_proof_up_to_300_is_the_definitions_and_holds(
    stored: plainly.Stored, roots: list[bytes]
) -> None:
    for size in [*range(1, 70), 127, 128, 129, 255, 256, 257, 299, 300]:
        for old in range(size + 1):
            proof = consistency_proof(old, size, stored)
            if old:
                assert list(proof) == plainly.between(old, stored.leaves[:size])
            assert consistent(Head(old, roots[old]), Head(size, roots[size]), proof)


def test_a_proof_in_a_long_log_reads_few_hashes() -> None:
    log = plainly.Stored()
    log.append(plainly.leaves(70_000))
    head, chance = log.frontier.head, random.Random(1)  # noqa: S311 - a draw that can be drawn again
    for _ in range(50):
        log.read, index = 0, chance.randrange(head.size)
        proof = inclusion_proof(index, head.size, log)
        assert includes(head, index, log.leaves[index], proof)
        old = chance.randrange(1, head.size)
        before = Head(old, root_at(old, log))
        assert consistent(before, head, consistency_proof(old, head.size, log))
        assert log.read < 4 * 255 * 3


def test_a_frontier_survives_storage_and_refuses_what_is_none(stored: plainly.Stored) -> None:
    frontier = stored.frontier
    assert Frontier.unpacked(frontier.size, frontier.packed) == frontier
    for size, packed in ((301, frontier.packed), (300, frontier.packed[:-1]), (300, b""), (-1, b"")):
        with pytest.raises(ValueError, match=r"frontier|packed hashes"):
            Frontier.unpacked(size, packed)
    with pytest.raises(ValueError, match="32 bytes"):
        Frontier(1, (b"short",))
    with pytest.raises(ValueError, match="32 bytes"):
        Frontier().append([b"short"])


def test_a_missing_stored_hash_is_said(stored: plainly.Stored) -> None:
    def short(level: int, first: int, count: int) -> list[bytes]:
        return list(stored(level, first, count))[:-1]

    with pytest.raises(ValueError, match="not all there: level 0, 0 to 0"):
        inclusion_proof(1, 2, short)


def test_what_cannot_be_proved_is_refused(stored: plainly.Stored) -> None:
    for index, size in ((0, 0), (5, 5), (-1, 5)):
        with pytest.raises(ValueError, match="has no leaf"):
            inclusion_proof(index, size, stored)
    for old, size in ((6, 5), (-1, 5)):
        with pytest.raises(ValueError, match="cannot begin with"):
            consistency_proof(old, size, stored)


def test_what_is_not_a_hash_is_no_root_and_no_leaf() -> None:
    assert not includes(Head(1, b"short"), 0, b"short", ())
    assert not consistent(Head(1, b"short"), Head(1, b"short"), ())
    assert not consistent(Head(-1, EMPTY_ROOT), Head(1, EMPTY_ROOT), ())
