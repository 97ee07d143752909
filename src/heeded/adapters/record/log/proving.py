"""The record's log as it is shown: places, the newest checkpoint, and proofs that an entry is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from heeded.adapters.record.store.token import Scope, Tokens
from heeded.adapters.record.store.transaction import Transaction, opened
from heeded.casework.ports import Kept
from heeded.core.log.checkpoint import Checkpoint
from heeded.core.log.note import Note
from heeded.core.log.proofs import consistency_proof, inclusion_proof
from heeded.core.log.tree import Frontier

ITSELF = "heeded"
"""The account under which the record reads its own log."""
READ_BACK = 20_000
"""Through how many leaves the log is read back for what one agency told."""
Signer = Callable[[str], Note]
"""Signs a text as this log."""


@dataclass(frozen=True, slots=True)
class Proven:
    """An entry's place, and the hashes that lead from its leaf to the root of a signed checkpoint."""

    place: Kept
    proof: tuple[bytes, ...]
    size: int
    checkpoint: str


@dataclass(frozen=True, slots=True)
class Told:
    """The place of something that an agency told, and the account by which it was written."""

    place: Kept
    writer: str


class Proving:
    """Shows the log under the keys of a deployment; `sign` signs its checkpoints, in the name `origin`."""

    def __init__(self, tokens: Tokens, origin: str, sign: Signer) -> None:
        self._tokens = tokens
        self._origin = origin
        self._sign = sign

    def checkpoint(self, now: int, *, older: int = 60) -> str:
        """The newest signed checkpoint; a new one where it is older than so many seconds and the log grew."""
        with self._reading() as tx:
            return self._newest(tx, now, now - older, 0)[1]

    def prove(self, entry: UUID, agency: str, now: int) -> Proven | None:
        """The proof for an entry that an agency told; None where it told none of that id."""
        with self._reading() as tx:
            found = tx.rows("proving", "leaf_of", entry, agency)
            if not found:
                return None
            ((identity, index, leaf, at),) = found
            size, note = self._newest(tx, now, 0, index + 1)
            proof = inclusion_proof(index, size, _Nodes(tx))
            return Proven(Kept(str(identity), index, bytes(leaf), at), proof, size, note)

    def included(self, place: int, now: int) -> tuple[tuple[bytes, ...], str]:
        """The hashes from a place to the root of a signed checkpoint, and that checkpoint's note."""
        with self._reading() as tx:
            size, note = self._newest(tx, now, 0, place + 1)
            return inclusion_proof(place, size, _Nodes(tx)), note

    def told_by(self, agency: str, before: int | None, limit: int) -> tuple[list[Told], int | None]:
        """The places of what an agency told, the latest first, from before a place; and where to go on.

        It reads back through a bounded part of the log: there may be more although few are found.
        """
        with self._reading() as tx:
            ((size, _),) = tx.rows("proving", "head")
            end = size if before is None else min(before, size)
            first = max(0, end - READ_BACK)
            rows = tx.rows("proving", "told_by", first, end, agency, limit)
            found = [
                Told(Kept(str(entry), index, bytes(leaf), at), writer)
                for entry, index, leaf, at, writer in rows
            ]
        further = found[-1].place.index if len(found) == limit else first
        return found, further or None

    def extends(self, old: int, now: int) -> tuple[tuple[bytes, ...], str] | None:
        """The proof that the newest checkpoint's log begins with the first `old` leaves, and that checkpoint.

        None where the log has never been so long.
        """
        with self._reading() as tx:
            ((length, _),) = tx.rows("proving", "head")
            if old > length:
                return None
            size, note = self._newest(tx, now, 0, old)
            return consistency_proof(old, size, _Nodes(tx)), note

    def consistency(self, old: int, size: int) -> tuple[bytes, ...]:
        """The proof that the log of `size` leaves begins with its first `old`."""
        with self._reading() as tx:
            return consistency_proof(old, size, _Nodes(tx))

    @contextmanager
    def _reading(self) -> Iterator[Transaction]:
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.VERIFY)
            yield tx

    def _newest(self, tx: Transaction, now: int, since: int, least: int) -> tuple[int, str]:
        """The newest checkpoint made `since` then and of `least` that size; else one of the log as it is."""
        found = tx.rows("proving", "newest")
        ((size, hashes),) = tx.rows("proving", "head")
        if found and found[0][0] >= least and (found[0][0] == size or found[0][1] >= since):
            return int(found[0][0]), str(found[0][2])
        root = Frontier(size, tuple(map(bytes, hashes))).root
        note = str(self._sign(Checkpoint(self._origin, size, root).text))
        tx.run("proving", "add_checkpoint", size, now, note)
        return size, note


class _Nodes:
    """Reads the stored hashes of the log."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def __call__(self, level: int, first: int, count: int) -> Sequence[bytes]:
        """The hashes, in order."""
        last = first + count
        if level:
            rows = self._tx.rows("proving", "nodes", level, first, last)
        else:
            rows = self._tx.rows("proving", "leaves", first, last)
        return [bytes(row[0]) for row in rows]
