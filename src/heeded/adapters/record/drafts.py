"""Drafts in PostgreSQL: rows that their author sees, and those with whom the author shares them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid4

from psycopg.types.json import Jsonb

from heeded.adapters.record.store.room import Need, need_of
from heeded.adapters.record.store.token import Scope, Tokens
from heeded.adapters.record.store.transaction import Row, opened
from heeded.casework.ports.drafts import Draft, Over
from heeded.core.access import Actor


class PostgresDrafts:
    """The drafts of whoever asks, under the tokens of a deployment."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def begin(
        self, actor: Actor, child: str, content: Mapping[str, object], now: int, draft: str = ""
    ) -> str:
        """Keep a new draft, under an id of its own or a new one; its id, empty where there is one of it."""
        identity = UUID(draft) if draft else uuid4()
        values = (identity, actor.id, actor.agency, _id(child), now, Jsonb(dict(content)), actor.id)
        return str(identity) if self._run(actor, "begin", _need(content), *values) else ""

    def save(
        self, actor: Actor, draft: str, content: Mapping[str, object], now: int, over: Over | None = None
    ) -> bool:
        """Keep what a draft now says, where it may be written over."""
        need, kept = _need(content), (now, Jsonb(dict(content)), actor.id)
        if over is None:
            return self._run(actor, "save", need, *kept, _id(draft)) == 1
        where = (_id(over.child), _id(draft), over.version, actor.id, over.window)
        return self._run(actor, "save_over", need, *kept, *where) == 1

    def find(self, actor: Actor, draft: str) -> Draft | None:
        """One of their drafts, sent or not, or one that is shared with them."""
        found = self._rows(actor, "find", _id(draft))
        return _draft(found[0]) if found else None

    def mine(
        self, actor: Actor, before: tuple[int, str] | None = None, most: int | None = None
    ) -> Sequence[Draft]:
        """Their drafts that are not sent, or so many of them from a place on."""
        saved, draft = before or (None, "")
        return [_draft(row) for row in self._rows(actor, "mine", actor.id, saved, _id(draft), most)]

    def shared(self, actor: Actor) -> Sequence[Draft]:
        """What colleagues share with them and have not sent."""
        return [_draft(row) for row in self._rows(actor, "shared", actor.id)]

    def share(self, actor: Actor, draft: str, colleagues: Sequence[str]) -> bool:
        """Share a draft with these colleagues and no others."""
        values = (sorted(set(colleagues)), _id(draft), actor.id)
        return self._run(actor, "share", Need.ORDINARY, *values) == 1

    def be_there(self, actor: Actor, draft: str, now: int) -> None:
        """Keep that they have it open."""
        self._run(actor, "be_there", Need.ORDINARY, actor.id, now, _id(draft))

    def sent(self, actor: Actor, draft: str, now: int, child: str = "") -> None:
        """Keep that a draft has become entries about a child."""
        self._run(actor, "sent", Need.URGENT, now, _id(child), _id(draft), actor.id)

    def discard(self, actor: Actor, draft: str) -> bool:
        """Throw a draft away."""
        return self._run(actor, "discard", Need.URGENT, _id(draft), actor.id) == 1

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
    kinds = content.get("kinds")
    return need_of(map(str, kinds) if isinstance(kinds, list) else [str(content.get("kind"))])


def _id(name: str) -> UUID | None:
    """The id in a text; None, which is nobody's, where it holds none."""
    try:
        return UUID(name)
    except ValueError:
        return None


def _draft(row: Row) -> Draft:
    identity, author, person, saved, content, sent, version, by, shared, present = row
    return Draft(
        id=str(identity),
        author=author,
        child=str(person or ""),
        saved=saved,
        content=content,
        sent=sent,
        version=version,
        by=by,
        shared=frozenset(shared),
        present=present,
    )
