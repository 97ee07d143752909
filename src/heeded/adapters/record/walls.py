"""Walls around a person of the record: shields, and members of staff who are connected with a household."""

from __future__ import annotations

from uuid import UUID

from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import opened
from heeded.core.access.shield import Shield


class PostgresWalls:
    """Puts walls up."""

    def __init__(self, naming: Naming, tokens: Tokens) -> None:
        self._naming = naming
        self._tokens = tokens

    def person(self, agency: str, ref: str) -> str:
        """The person whom an agency means by a reference; LookupError where the record knows none."""
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.FIND)
            for (person,) in tx.rows("work", "person_of", self._naming.subject(agency, ref)):
                return str(person)
        raise LookupError(f"{agency} has told the record of nobody by the reference {ref}")

    def shield(self, shield: Shield) -> None:
        """Hold something of a person back from all but those it names."""
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.FIND)
            values = (UUID(shield.person), str(shield.what), shield.since, shield.until)
            tx.run("work", "add_shield", *values, shield.by, shield.reason, sorted(shield.named))

    def connect(self, practitioner: str, person: str, how: str, since: int, by: str) -> None:
        """Note that a practitioner belongs to, or is connected with, a person's household since then."""
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.FIND)
            tx.run("work", "add_connection", practitioner, UUID(person), how, since, None, by)
