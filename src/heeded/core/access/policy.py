"""The policy: rows read from the top, the first that fits answers, and what nothing permits is denied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from heeded.core.access.actor import Actor, Role
from heeded.core.access.answer import Answer, Effect, Obligation
from heeded.core.access.bond import HOURS_OF_BROKEN_GLASS, Bond, Standing, is_reason
from heeded.core.access.operation import Operation
from heeded.core.access.purpose import Stated, needs_purpose
from heeded.core.access.records import RecordClass

Cell = tuple[Role, Standing, RecordClass, Operation]
"""One question that a policy must answer."""

_RANK = (Effect.HIDE, Effect.DENY, Effect.EXISTENCE_ONLY, Effect.PERMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the policy: whom, standing how, with which records, doing what, and the answer."""

    id: str
    roles: frozenset[Role]
    standings: frozenset[Standing]
    records: frozenset[RecordClass]
    operations: frozenset[Operation]
    effect: Effect
    because: str
    obligations: frozenset[Obligation] = frozenset()

    def cells(self) -> Iterator[Cell]:
        """Every question that the row would answer, were no other above it."""
        return product(self.roles, self.standings, self.records, self.operations)


DEFAULT = Row(
    id="default",
    roles=frozenset(Role),
    standings=frozenset(Standing),
    records=frozenset(RecordClass),
    operations=frozenset(Operation),
    effect=Effect.DENY,
    because="Nothing in the policy permits it.",
)
"""The row below all others: what is not permitted is denied."""


class Policy:
    """Who may do what, as a table of rows; the table of every possible question is made once."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Take the rows in their order; ValueError names rows of one id, and rows never reached."""
        self.rows = (*rows, DEFAULT)
        ids = [row.id for row in self.rows]
        if twice := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
            raise ValueError(f"Rows of the policy have the same name: {', '.join(twice)}. Rename one.")
        self._cells: dict[Cell, Row] = {}
        for row in self.rows:
            for cell in row.cells():
                self._cells.setdefault(cell, row)
        reached = {row.id for row in self._cells.values()}
        if idle := [id_ for id_ in ids if id_ not in reached and id_ != DEFAULT.id]:
            raise ValueError(
                f"No question ever reaches these rows, for those above answer first: {', '.join(idle)}. "
                "Move them up or take them out."
            )

    @property
    def cells(self) -> Mapping[Cell, Row]:
        """Every question there can be, with the row that answers it."""
        return self._cells

    def decide(
        self,
        actor: Actor,
        bond: Bond,
        record: RecordClass,
        operation: Operation,
        stated: Stated | None,
        now: int,
    ) -> Answer:
        """Whether the actor may do it at `now` (seconds UTC), by the most that any of their roles may.

        A permission that asks for a purpose, a reason or a second person is given only when they are
        stated. Nobody's permission outlives the broken glass on which it rests. A credential is judged
        as one alone, whatever other roles it was given: it is not a person.
        """
        standing = bond.standing(actor.id, now)
        roles = actor.roles & {Role.AGENCY_SYSTEM} or actor.roles
        answers = [
            self._for_role(actor, (role, standing, record, operation), stated) for role in sorted(roles)
        ]
        if not answers:
            return _answer(DEFAULT, why="You have no role. Ask your agency's administrator for one.")
        best = max(answers, key=_weight)
        return _expiring(best, bond, standing, operation, now)

    def might(self, actor: Actor, standing: Standing, record: RecordClass, operation: Operation) -> bool:
        """Whether one who stands so may do it at all, once they state what it asks for."""
        return any(
            self._cells[role, standing, record, operation].effect is Effect.PERMIT for role in actor.roles
        )

    def _for_role(self, actor: Actor, cell: Cell, stated: Stated | None) -> Answer:
        """What one of the actor's roles may do."""
        role, _, record, operation = cell
        row = self._cells[cell]
        if row.effect is not Effect.PERMIT:
            return _answer(row)
        if role is Role.AGENCY_SYSTEM and operation is not Operation.RECORD and operation not in actor.scopes:
            return _refused(row, f'This credential was not made to "{operation}". Ask for a wider scope.')
        if needs_purpose(record, operation) and (stated is None or not stated.serves(role, operation)):
            return self._purposeless(cell, row, stated)
        if missing := _missing(row, actor, stated):
            return _refused(row, missing)
        return _answer(row, unverified=stated.basis.unverified if stated else "")

    def _purposeless(self, cell: Cell, row: Row, stated: Stated | None) -> Answer:
        """What is answered to someone who states no purpose, or one that is not theirs to state."""
        role, standing, _, operation = cell
        why = (
            "State a purpose and its legal basis."
            if stated is None
            else f'The purpose "{stated.purpose.title}" is not one for which a {role} may {operation}.'
        )
        known = self._cells[role, standing, RecordClass.EXISTENCE, Operation.KNOW_EXISTS]
        if operation is Operation.READ and known.effect is Effect.PERMIT:
            return Answer(effect=Effect.EXISTENCE_ONLY, row=row.id, why=why)
        return _refused(row, why)


def _weight(answer: Answer) -> tuple[int, int]:
    """Which answer counts: the one that allows most, and of those the one that burdens its actor least.

    Of two that refuse, the one that tells more people.
    """
    owed = len(answer.obligations)
    return _RANK.index(answer.effect), -owed if answer.permitted else owed


def _missing(row: Row, actor: Actor, stated: Stated | None) -> str:
    """Say what must still be stated before the row's permission holds; empty where nothing."""
    if Obligation.REASON in row.obligations and not is_reason(stated.reason if stated else ""):
        return "Say why, in a sentence of five words or more: it stands in the record of looks."
    if Obligation.SECOND_PERSON in row.obligations and (stated is None or stated.agreed_by in {"", actor.id}):
        return "A second named person must agree first."
    return ""


def _answer(row: Row, *, why: str = "", unverified: str = "") -> Answer:
    """The row's own answer."""
    return Answer(
        effect=row.effect,
        row=row.id,
        why=why or row.because,
        obligations=row.obligations,
        unverified=unverified,
    )


def _refused(row: Row, why: str) -> Answer:
    """A denial by a row that would permit if something more were stated."""
    return Answer(effect=Effect.DENY, row=row.id, why=why)


def _expiring(answer: Answer, bond: Bond, standing: Standing, operation: Operation, now: int) -> Answer:
    """The answer with its end, where it rests on a glass broken now or before."""
    if not answer.permitted or operation is Operation.RECORD:
        return answer
    until = None
    if operation is Operation.BREAK_GLASS:
        until = now + HOURS_OF_BROKEN_GLASS * 3600
    elif standing is Standing.BREAK_GLASS and bond.glass is not None:
        until = bond.glass.until
    return Answer(
        effect=answer.effect,
        row=answer.row,
        why=answer.why,
        obligations=answer.obligations,
        expires_at=until,
        unverified=answer.unverified,
    )
