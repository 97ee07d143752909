"""Drafts in PostgreSQL: rows that their author alone sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid4

from psycopg.types.json import Jsonb

from heeded.adapters.record.store.room import Need, need_of
from heeded.adapters.record.store.token import Scope, Tokens
from heeded.adapters.record.store.transaction import Row, opened
from heeded.casework.ports.drafts import Draft
from heeded.core.access import Actor


class PostgresDrafts:
    """The drafts of whoever asks, under the tokens of a deployment."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def begin(self, actor: Actor, child: str, content: Mapping[str, object], now: int) -> str:
        """Keep a new draft; its id."""
        draft = uuid4()
        person = _id(child)
        self._run(
            actor, "begin", _need(content), draft, actor.id, actor.agency, person, now, Jsonb(dict(content))
        )
        return str(draft)

    def save(self, actor: Actor, draft: str, content: Mapping[str, object], now: int) -> bool:
        """Keep what a draft now says."""
        return self._run(actor, "save", _need(content), now, Jsonb(dict(content)), _id(draft)) == 1

    def find(self, actor: Actor, draft: str) -> Draft | None:
        """One of their drafts, sent or not."""
        found = self._rows(actor, "find", _id(draft))
        return _draft(found[0]) if found else None

    def mine(
        self, actor: Actor, before: tuple[int, str] | None = None, most: int | None = None
    ) -> Sequence[Draft]:
        """Their drafts that are not sent, or so many of them from a place on."""
        saved, draft = before or (None, "")
        return [_draft(row) for row in self._rows(actor, "mine", actor.id, saved, _id(draft), most)]

    def sent(self, actor: Actor, draft: str, now: int) -> None:
        """Keep that a draft has become an entry."""
        self._run(actor, "sent", Need.URGENT, now, _id(draft))

    def discard(self, actor: Actor, draft: str) -> bool:
        """Throw a draft away."""
        return self._run(actor, "discard", Need.URGENT, _id(draft)) == 1

    def _run(self, actor: Actor, name: str, need: Need, *values: object) -> int:
        with opened(self._tokens, actor.id, actor.agency, need=need) as tx:
            tx.enter(Scope.LIST)
            return tx.run("drafts", name, *values)

    def _rows(self, actor: Actor, name: str, *values: object) -> list[Row]:
        with opened(self._tokens, actor.id, actor.agency) as tx:
            tx.enter(Scope.LIST)
            return tx.rows("drafts", name, *values)


def _need(content: Mapping[str, object]) -> Need:
    """How badly a draft must be kept: as badly as what it will say."""
    return need_of([str(content.get("kind"))])


def _id(name: str) -> UUID | None:
    """The id in a text; None, which is nobody's, where it holds none."""
    try:
        return UUID(name)
    except ValueError:
        return None


def _draft(row: Row) -> Draft:
    identity, person, saved, content, sent = row
    return Draft(id=str(identity), child=str(person or ""), saved=saved, content=content, sent=sent)
