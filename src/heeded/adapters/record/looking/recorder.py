"""Recording looks: written in groups on a connection of its own, and told of only after that."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotInTime
from dataclasses import dataclass, replace
from uuid import UUID

from heeded.adapters.record.jobs import LOOKING
from heeded.adapters.record.looking.groups import Groups, TooManyWait
from heeded.adapters.record.looking.rows import look_row
from heeded.adapters.record.looking.staff import named_officers
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import Transaction, opened
from heeded.adapters.record.waiting.outbox import put
from heeded.casework.ports.looks import Look, NotRecorded, Seen
from heeded.casework.ports.notices import Notice, Why

PATIENCE = 5.0
"""For how many seconds a reader waits for the look to be durable before being refused."""

LINGER = 0.25
"""For how many seconds notices of looks are gathered.

Somebody connected with a household must not tell from the time that an answer takes that others are
being told of it: they are told after it has left.
"""

_DAY = 24 * 3600


@dataclass(frozen=True, slots=True)
class _Handed:
    """A look to be recorded, with what goes with it."""

    look: Look | None
    notices: Sequence[Notice]
    seen: Sequence[Seen]
    wake: bool


class _Promise:
    """A look on its way into the record."""

    def __init__(self, done: Future[None], patience: float) -> None:
        self._done = done
        self._patience = patience

    def wait(self) -> None:
        """Return when it is durable; NotRecorded where it could not be made so in time."""
        try:
            self._done.result(self._patience)
        except NotInTime:
            raise NotRecorded(f"no look could be recorded within {self._patience:g} seconds") from None
        except Exception as wrong:
            raise NotRecorded(f"the look could not be recorded: {wrong}") from wrong


class GroupRecorder:
    """Commits looks in groups, so that a reader seldom waits for a whole commit.

    Whom a look obliges to tell stands in its row, and is told right after by a second thread. What was
    left untold by a process that was killed is told when the next one records its first notice.
    """

    def __init__(self, naming: Naming, tokens: Tokens, patience: float = PATIENCE) -> None:
        self._naming = naming
        self._tokens = tokens
        self._patience = patience
        self._looks: Groups[_Handed] = Groups("heeded looks", self._write)
        self._telling: Groups[tuple[Look, Sequence[Notice]]] = Groups("heeded notices", self._tell, LINGER)
        self._left_untold = True

    def record(
        self,
        look: Look | None,
        notices: Sequence[Notice] = (),
        seen: Sequence[Seen] = (),
        *,
        wake: bool = False,
    ) -> _Promise:
        """Have a look recorded; it returns at once. NotRecorded where too many wait already."""
        try:
            done = self._looks.hand(_Handed(look, notices, seen, wake))
        except TooManyWait as wrong:
            raise NotRecorded(str(wrong)) from wrong
        return _Promise(done, self._patience)

    def close(self) -> None:
        """Write and tell what waits, and end the threads; the next look starts others."""
        self._looks.close(self._patience)
        self._telling.close(self._patience)

    def tell_the_untold(self, tx: Transaction, since: int) -> None:
        """Tell those of whom looks since a moment (seconds UTC) oblige to tell; nobody is told twice."""
        for actor, tells in tx.rows("looking", "tellings", since):
            told = _to_officers([_notice_of(each) for each in tells])
            put(tx, told, self._names(actor, told))

    def _write(self, group: Sequence[_Handed]) -> None:
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            rows = [
                (*look_row(each.look), [_told(notice) for notice in each.notices])
                for each in group
                if each.look
            ]
            moments = sorted({(found.family, found.at) for each in group if each.wake for found in each.seen})
            with tx.at_once():
                tx.enter(Scope.NOTE)
                tx.run_many("looking", "add_look", rows)
                _note(tx, [found for each in group for found in each.seen])
                if moments:
                    tx.enter(Scope.WORK)
                tx.run_many("log", "add_wake", [(UUID(family), at, *LOOKING) for family, at in moments])
        for each in group:
            if each.look and each.notices:
                self._tell_soon(each.look, each.notices)

    def _tell_soon(self, look: Look, notices: Sequence[Notice]) -> None:
        try:
            self._telling.hand((look, notices))
        except TooManyWait:
            self._left_untold = True

    def _tell(self, group: Sequence[tuple[Look, Sequence[Notice]]]) -> None:
        untold, self._left_untold = self._left_untold, True
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.WORK)
            for look, notices in group:
                told = _to_officers(notices)
                put(tx, told, self._names(look.actor, told))
            if untold:
                self.tell_the_untold(tx, min(look.at for look, _ in group) - _DAY)
        self._left_untold = False

    def _names(self, actor: str, notices: Iterable[Notice]) -> list[UUID]:
        """The names of notices: whoever looks twice in a day is told of once."""
        return [
            self._naming.notice(
                *(str(notice.at // _DAY), actor, notice.agency, notice.practitioner),
                *(str(notice.why), notice.child),
            )
            for notice in notices
        ]


def _told(notice: Notice) -> str:
    """A notice as a look's row holds it."""
    what = (notice.agency, str(notice.why), notice.at, notice.family, notice.child, notice.practitioner)
    return json.dumps(what)


def _to_officers(notices: Sequence[Notice]) -> list[Notice]:
    """The notices, those of somebody connected with a household for each named officer of the agency."""
    return [
        replace(notice, practitioner=officer)
        for notice in notices
        for officer in (_officers(notice.agency) if notice.why is Why.CONNECTION else [notice.practitioner])
    ]


def _officers(agency: str) -> list[str]:
    return named_officers(agency) or [""]


def _notice_of(told: str) -> Notice:
    agency, why, at, family, child, practitioner = json.loads(told)
    return Notice(agency=agency, why=Why(why), at=at, family=family, child=child, practitioner=practitioner)


def _note(tx: Transaction, seen: Sequence[Seen]) -> None:
    whole = [(UUID(subject), each.agency, each.upto, each.at) for each in seen for subject in each.subjects]
    single = [
        (UUID(entry), UUID(each.person), each.agency, each.at) for each in seen for entry in each.entries
    ]
    tx.run_many("looking", "add_seen", whole)
    tx.run_many("looking", "add_told", single)
