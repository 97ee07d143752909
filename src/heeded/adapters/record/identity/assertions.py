"""What is said of two references, as rows: written once, read as it last stood."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from uuid import UUID

from psycopg.types.json import Jsonb

from heeded.adapters.record.store.transaction import Row, Transaction
from heeded.casework.ports import Author
from heeded.casework.ports.identity import Asserted, Opposed, Reference, Saying, Term, Verdict, Whole


def say(
    tx: Transaction,
    saying: Saying,
    verdict: Verdict,
    pairs: Iterable[tuple[UUID, UUID]],
    author: Author,
    now: int,
) -> None:
    """Put down what is said of some pairs of subjects, each over what was said of it before."""
    terms = Jsonb([[term.what, term.level, term.weight] for term in saying.terms])
    said = (str(verdict), now, author.id, author.agency, saying.model, terms, saying.reason)
    rows = [(UUID(saying.act), *said, one, other, one, other) for one, other in sorted(set(pairs))]
    tx.run_many("asserting", "assert", rows)


def across(mine: Iterable[UUID], theirs: Iterable[UUID]) -> list[tuple[UUID, UUID]]:
    """Every pair of which one is of the one side and one of the other."""
    return [*product(sorted(mine), sorted(theirs))]


def opposed(tx: Transaction, persons: Iterable[UUID]) -> list[Row]:
    """The pairs of some people's references of which it was last said that they are different.

    Rows of the statement `opposed`: place, the two persons, the two subjects, when, by whom, whose, why.
    """
    wanted = sorted(set(persons))
    return tx.rows("asserting", "opposed", wanted, wanted) if len(wanted) > 1 else []


def kept_apart(tx: Transaction, persons: Iterable[UUID]) -> frozenset[frozenset[UUID]]:
    """Which two of some people somebody said to be different."""
    return frozenset(frozenset((mine, theirs)) for _, mine, theirs, *_ in opposed(tx, persons))


def as_opposed(rows: Sequence[Row]) -> Opposed:
    """Why two people are not put together: who said what, each act once."""
    said = {(by, at, reason): None for *_, at, by, _, reason in rows}
    return Opposed([*said])


def noted_between(tx: Transaction, mine: Iterable[UUID], theirs: Iterable[UUID]) -> tuple[str, ...]:
    """The acts by which the record noted that one of the one side may be one of the other, ever."""
    one, other = list(mine), list(theirs)
    rows = tx.rows("asserting", "noted_between", one, other, other, one)
    return tuple(str(act) for (act,) in rows)


def of_act(tx: Transaction, act: str) -> tuple[Asserted, str, str] | None:
    """What the record noted by an act, and who the two are by now."""
    try:
        named = UUID(act)
    except ValueError:
        return None
    for *row, one, other in tx.rows("asserting", "of_act", named):
        return asserted(tuple(row)), str(one), str(other)
    return None


def said_by(tx: Transaction, author: Author, since: int) -> list[Asserted]:
    """What somebody said since a moment (seconds UTC) that still holds, each act once, the latest first."""
    rows = tx.rows("asserting", "said_by", author.id, author.agency, since)
    return sorted(map(asserted, rows), key=lambda each: -each.place)


def wholes(tx: Transaction, persons: Sequence[UUID]) -> list[Whole]:
    """Some people as the links now stand."""
    rows = tx.rows("asserting", "subjects_of", list(persons))
    subjects = [row[0] for row in rows]
    numbers: dict[UUID, list[tuple[str, str]]] = {}
    for subject, system, value in tx.rows("asserting", "numbers_of", subjects):
        numbers.setdefault(subject, []).append((system, value))
    said = [asserted(row) for row in tx.rows("asserting", "assertions", subjects, subjects)]
    found = []
    for person in persons:
        own = tuple(_reference(row, numbers.get(row[0], ())) for row in rows if row[1] == person)
        named = {each.id for each in own}
        of_them = tuple(each for each in said if each.one in named or each.other in named)
        found.append(Whole(person=str(person), references=own, asserted=of_them))
    return found


def _reference(row: Row, numbers: Sequence[tuple[str, str]]) -> Reference:
    subject, person, agency, ref, at, by, reason, name, born, sex, area = row
    return Reference(
        id=str(subject),
        person=str(person),
        agency=agency,
        ref=ref,
        since=at,
        by=by,
        reason=reason,
        name=name,
        born=born,
        sex=sex,
        area=area,
        numbers=tuple(numbers),
    )


def asserted(row: Row) -> Asserted:
    """A row of what was said."""
    place, act, one, other, verdict, at, by, agency, model, terms, reason, supersedes = row
    return Asserted(
        place=place,
        act=str(act),
        one=str(one),
        other=str(other),
        verdict=Verdict(verdict),
        at=at,
        by=by,
        agency=agency,
        model=model,
        terms=tuple(Term(*term) for term in terms),
        reason=reason,
        supersedes=supersedes,
    )
