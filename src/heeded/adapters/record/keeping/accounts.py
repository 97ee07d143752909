"""Accounts given to families, kept in the record: only added to, seen by the agency that drew them up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from heeded.adapters.record.looking.rows import person_id
from heeded.adapters.record.store.rows import as_json, facts_read
from heeded.adapters.record.store.token import Scope, Tokens
from heeded.adapters.record.store.transaction import Row, Transaction, opened
from heeded.casework.ports.family_accounts import Account, Held, LeftOut, Line, Looked, Stage, Step
from heeded.core.access import Actor
from heeded.core.chronology.when import Precision, When


class PostgresFamilyAccounts:
    """Keeps and reads them under the keys of a deployment."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def put(self, actor: Actor, account: Account) -> None:
        """Keep an account as it was drawn up."""
        with self._of(actor, account.child) as (tx, _):
            tx.run(
                "accounts",
                "draw",
                *(UUID(account.id), UUID(account.child), account.agency, account.by, account.at),
                Jsonb(_content(account)),
            )

    def held(self, actor: Actor, child: str) -> Sequence[Held]:
        """The accounts of a child, under any name the child has had, that the actor's agency drew up."""
        with self._of(actor, child) as (tx, names):
            rows = tx.rows("accounts", "held", names, actor.agency)
            steps = tx.rows("accounts", "steps", [row[0] for row in rows])
        taken: dict[UUID, list[Step]] = {row[0]: [] for row in rows}
        for account, stage, by, at, words, how in steps:
            taken[account].append(Step(stage=Stage(stage), by=by, at=at, words=words, how=how))
        return [Held(_account(row), tuple(taken[row[0]])) for row in rows]

    def add(self, actor: Actor, child: str, account: str, step: Step) -> bool:
        """Keep what the actor did with one; false where somebody else decided on it first."""
        with self._of(actor, child) as (tx, _):
            ((person,),) = tx.rows("accounts", "whose", UUID(account))
            values = (UUID(account), person, str(step.stage), step.by, step.at, step.words, step.how)
            return tx.run("accounts", "add_step", *values) == 1

    @contextmanager
    def _of(self, actor: Actor, child: str) -> Iterator[tuple[Transaction, list[UUID]]]:
        """A transaction on a child's accounts, with every name that the child has had."""
        with opened(self._tokens, actor.id, actor.agency) as tx:
            person = person_id(child)
            tx.enter(Scope.FIND)
            names = [person, *(name for name, _ in tx.rows("families", "subjects", [person]))]
            tx.enter(Scope.LOOK, names)
            yield tx, names


def _content(account: Account) -> dict[str, object]:
    return {
        "to": account.to,
        "to_name": account.to_name,
        "child_name": account.child_name,
        "words": account.words,
        "reason": account.reason,
        "lines": [_line_content(line) for line in account.lines],
        "left_out": [{**_line_content(each.line), "ground": each.ground} for each in account.left_out],
        "looks": [
            {
                "agency": each.agency,
                "role": each.role,
                "purpose": each.purpose,
                "without_standing": each.without_standing,
                "count": each.count,
                "first": each.first,
                "last": each.last,
            }
            for each in account.looks
        ],
        "held_back": dict(account.held_back),
        "withheld": account.withheld,
        "upto": account.upto,
    }


def _line_content(line: Line) -> dict[str, object]:
    happened = line.happened
    return {
        "entry": line.entry,
        "kind": line.kind,
        "happened": [happened.earliest, happened.latest, str(happened.precision)],
        "agency": line.agency,
        "facts": as_json(line.facts),
    }


def _account(row: Row) -> Account:
    identity, person, agency, by, at, content = row
    return Account(
        id=str(identity),
        child=str(person),
        agency=agency,
        by=by,
        at=at,
        to=content["to"],
        to_name=content["to_name"],
        child_name=content["child_name"],
        words=content["words"],
        reason=content["reason"],
        lines=tuple(_line(told) for told in content["lines"]),
        left_out=tuple(LeftOut(line=_line(told), ground=told["ground"]) for told in content["left_out"]),
        looks=tuple(Looked(**told) for told in content["looks"]),
        held_back=content["held_back"],
        withheld=content["withheld"],
        upto=content["upto"],
    )


def _line(told: Mapping[str, Any]) -> Line:
    earliest, latest, precision = told["happened"]
    return Line(
        entry=told["entry"],
        kind=told["kind"],
        happened=When(earliest, latest, Precision(precision)),
        agency=told["agency"],
        facts=facts_read(told["facts"]),
    )
