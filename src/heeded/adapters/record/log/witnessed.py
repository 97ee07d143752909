"""What witnesses said of the log, kept beside its checkpoints; whoever reads it checks each signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import Transaction, opened
from heeded.casework.ports.witnessing import Cosigned, Objection


class Witnessed:
    """What is kept of witnesses' words, under the keys of a deployment."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def keep(self, cosigned: Cosigned) -> None:
        """Keep a witness's signature; that of the same checkpoint again only after an hour."""
        self._keep(cosigned.witness, cosigned.size, cosigned.at, cosigned.line, "")

    def keep_objection(self, objection: Objection) -> None:
        """Keep what a witness objected; the same words again only after an hour."""
        self._keep(objection.witness, objection.size, objection.at, "", objection.said[:500])

    def _keep(self, *said: object) -> None:
        with self._reading() as tx:
            tx.run("witnessed", "keep", *said)

    def signed_last(self, witnesses: Sequence[str]) -> list[Cosigned]:
        """The last signature of each witness of whom there is one."""
        with self._reading() as tx:
            return [Cosigned(*row) for row in tx.rows("witnessed", "signed_last", list(witnesses))]

    def objecting(self, witnesses: Sequence[str]) -> list[Objection]:
        """The objection of each witness whose last word it is."""
        with self._reading() as tx:
            return [Objection(*row) for row in tx.rows("witnessed", "objecting", list(witnesses))]

    def signed_by(self, witnesses: Sequence[str], quorum: int) -> list[tuple[str, list[str]]]:
        """The greatest checkpoints with so many signatures: each note and its witnesses' lines, unchecked."""
        with self._reading() as tx:
            return [(note, lines) for note, lines in self._enough(tx, witnesses, quorum)]

    def length(self) -> int:
        """How many leaves the log has."""
        with self._reading() as tx:
            ((size, _),) = tx.rows("proving", "head")
            return int(size)

    def received(self, place: int) -> int | None:
        """When the leaf at a place was received (seconds UTC); None where there is none."""
        with self._reading() as tx:
            rows = tx.rows("witnessed", "received", place)
            return int(rows[0][0]) if rows else None

    def _enough(
        self, tx: Transaction, witnesses: Sequence[str], quorum: int
    ) -> Iterator[tuple[str, list[str]]]:
        for note, lines in tx.rows("witnessed", "signed_by_enough", list(witnesses), quorum):
            yield str(note), [str(line) for line in lines]

    @contextmanager
    def _reading(self) -> Iterator[Transaction]:
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.VERIFY)
            yield tx
