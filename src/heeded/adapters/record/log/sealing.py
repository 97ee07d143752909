"""Adoptions sealed and opened, in a scope of their own, by two people."""

from __future__ import annotations

from uuid import UUID, uuid4

from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.token import Scope, Tokens
from heeded.adapters.record.store.transaction import Transaction, opened
from heeded.casework.ports.seals import Sealed


class PostgresSealing:
    """Seals and opens under the keys of a deployment."""

    def __init__(self, naming: Naming, tokens: Tokens) -> None:
        self._naming = naming
        self._tokens = tokens

    def share_a_number(self, one: str, other: str) -> bool:
        """Whether two people carry one number of a register."""
        with opened(self._tokens, "sealing", "heeded") as tx:
            tx.enter(Scope.FIND)
            ((count,),) = tx.rows("seals", "shared_numbers", UUID(one), UUID(other))
            return bool(count)

    def seal(self, sealed: Sealed) -> None:
        """Seal an adoption: from now on nobody links the two identities, nor their families."""
        old, new, name = UUID(sealed.old), UUID(sealed.new), uuid4()
        with opened(self._tokens, sealed.by, sealed.agency) as tx:
            tx.enter(Scope.UNSEAL)
            tx.run(
                "seals",
                "seal",
                *(name, self._naming.sealed(str(old)), self._naming.sealed(str(new))),
                *(self._naming.hidden(old, name, "old"), self._naming.hidden(new, name, "new")),
                *(sealed.at, sealed.by, sealed.agreed_by),
            )
            tx.enter(Scope.UNSEAL, [old])
            tx.run("seals", "unsay", old, old)

    def beyond(self, person: str, by: str, agency: str) -> tuple[str, ...]:
        """Who is beyond the seals of a person, on either side, as they are now known."""
        with opened(self._tokens, by, agency) as tx:
            tx.enter(Scope.UNSEAL, [UUID(person)])
            digests = [
                self._naming.sealed(str(subject))
                for subject, _ in tx.rows("families", "subjects", [UUID(person)])
            ]
            hidden = [(row, "new") for row in tx.rows("seals", "from_old", digests)]
            hidden += [(row, "old") for row in tx.rows("seals", "from_new", digests)]
            ids = [self._opened(seal, bytes(other), side) for (seal, other), side in hidden]
            return _now(tx, ids)

    def _opened(self, seal: UUID, hidden: bytes, side: str) -> UUID:
        return UUID(bytes=self._naming.hidden(UUID(bytes=hidden), seal, side))


def _now(tx: Transaction, ids: list[UUID]) -> tuple[str, ...]:
    tx.enter(Scope.FIND)
    rows = tx.rows("identity", "subjects_known", ids) if ids else []
    return tuple(sorted({str(person) for _, person in rows}))
