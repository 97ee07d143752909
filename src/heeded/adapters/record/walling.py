"""Walls put up and taken down, and the address resolver, which shows an address to nobody."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from heeded.adapters.record.store.shielding import shielded_places
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import Transaction, opened
from heeded.casework.ports.walls import Letter
from heeded.core.access.guard import finds_shielded
from heeded.core.access.shield import Shield, Shielded

Post = Callable[[Letter, str, str], None]
"""Takes a letter with the address and postcode to which it goes, when the transaction is kept."""


class PostgresWalling:
    """Walls under the keys of a deployment; `post` takes letters."""

    def __init__(self, tokens: Tokens, post: Post) -> None:
        self._tokens = tokens
        self._post = post

    def shield(self, shield: Shield) -> int:
        """Hold something of a person back; the shield's number."""
        values = (UUID(shield.person), str(shield.what), shield.since, shield.until)
        named = (shield.by, shield.reason, sorted(shield.named))
        return self._number("add", *values, *named)

    def shielding(self, number: int) -> Shield | None:
        """The shield of that number, of the person as they are now known."""
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.FIND)
            for _, person, what, since, until, by, reason, open_to in tx.rows("shields", "standing", number):
                return Shield(
                    person=str(person),
                    what=Shielded(what),
                    since=since,
                    until=until,
                    by=by,
                    reason=reason,
                    named=frozenset(open_to),
                )
        return None

    def unshield(self, number: int, now: int) -> None:
        """Let a shield end now."""
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.FIND)
            tx.run("shields", "end", now, number, now)

    def connect(self, practitioner: str, person: str, how: str, since: int, by: str) -> int:
        """Note that a practitioner belongs to, or is connected with, a household since then; its number."""
        return self._number("connect", practitioner, UUID(person), how, since, by)

    def disconnect(self, number: int, now: int, *, agency: str, not_of: str) -> bool:
        """Let a connection of anybody of an agency but one person end now; whether one did."""
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.FIND)
            return bool(tx.run("shields", "disconnect", now, number, not_of, agency))

    def gives_away(self, words: str, child: str, now: int) -> bool:
        """Whether some words give a shielded place of a child's family away."""
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            return bool(finds_shielded(words, shielded_places(tx, _members(tx, child), now)))

    def send(self, letter: Letter) -> bool:
        """Hand a letter to the post with the person's last address; false where none is known."""
        with opened(self._tokens, letter.by, letter.agency) as tx:
            tx.enter(Scope.ADDRESS, [UUID(letter.person)])
            rows = tx.rows("shields", "addresses", [UUID(letter.person)])
            if not rows:
                return False
            *_, address, postcode = rows[-1]
            self._post(letter, address, postcode)
            return True

    def _number(self, name: str, *values: object) -> int:
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.FIND)
            ((number,),) = tx.rows("shields", name, *values)
            return int(number)


def _members(tx: Transaction, child: str) -> list[UUID]:
    tx.enter(Scope.FIND)
    with suppress(ValueError):
        return [member for (member,) in tx.rows("shields", "members", UUID(child))]
    return []
