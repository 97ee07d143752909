"""People put together and taken apart: what people say of who is who, and what the record makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from uuid import UUID

from heeded.adapters.record.agencies import agencies
from heeded.adapters.record.identity import assertions, now_named
from heeded.adapters.record.identity.carrying import Becomes, carry, triggers
from heeded.adapters.record.identity.describe import together
from heeded.adapters.record.identity.families import hold
from heeded.adapters.record.identity.find import CHOSEN, NAMED
from heeded.adapters.record.identity.finding_again import find_again
from heeded.adapters.record.identity.seals import parted
from heeded.adapters.record.identity.tying import tie_anew
from heeded.adapters.record.looking.rows import look_of
from heeded.adapters.record.reading import Reading
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.rows import entry_of
from heeded.adapters.record.store.token import Scope, Tokens
from heeded.adapters.record.store.transaction import Row, Transaction, opened
from heeded.adapters.record.writing import RecordWriting
from heeded.casework.ports import Author, Owed, Writing
from heeded.casework.ports.contended import Contended
from heeded.casework.ports.identity import (
    AlreadyOne,
    Apart,
    Asserted,
    KeptApart,
    NotOne,
    Saying,
    Together,
    Verdict,
    Whole,
)
from heeded.core.chronology.entry import Entry

_ENTRY = -2
"""What of a row of `entries` is the entry: all but when it was received, and its place in the log."""


class PostgresIdentities:
    """Whom the record takes for whom, under the keys of a deployment."""

    def __init__(self, naming: Naming, tokens: Tokens) -> None:
        self._naming = naming
        self._tokens = tokens

    def whole(self, people: Sequence[str], author: Author) -> Sequence[Whole]:
        """Some people as the links now stand."""
        with opened(self._tokens, author.id, author.agency) as tx:
            tx.enter(Scope.FIND)
            named = now_named(tx, people)
            return assertions.wholes(tx, [named[each] for each in people])

    @contextmanager
    def saying(
        self, saying: Saying, verdict: Verdict, author: Author, now: int
    ) -> Iterator[tuple[Writing, tuple[str, ...]]]:
        """Note that two people are different, or that nobody can tell, and hold their families meanwhile."""
        with opened(self._tokens, author.id, author.agency) as tx:
            one, other = _two(tx, saying)
            members = hold(tx, {one, other})
            sides = _subjects_of(tx, (one, other))
            settles = assertions.noted_between(tx, sides[one], sides[other])
            pairs = assertions.across(sides[one], sides[other])
            assertions.say(tx, saying, verdict, pairs, author, now)
            with self._written(tx, author, now, members, lambda _: {}) as work:
                yield work, settles

    def questioned(self, act: str, author: Author) -> tuple[Asserted, str, str] | None:
        """What the record noted by an act, and the two people as they are now."""
        with opened(self._tokens, author.id, author.agency) as tx:
            tx.enter(Scope.FIND)
            return assertions.of_act(tx, act)

    def said_by(self, author: Author, since: int) -> Sequence[Asserted]:
        """What somebody said since a moment that still is the last of its pair."""
        with opened(self._tokens, author.id, author.agency) as tx:
            tx.enter(Scope.FIND)
            return assertions.said_by(tx, author, since)

    @contextmanager
    def joining(self, saying: Saying, author: Author, now: int) -> Iterator[tuple[Writing, Together]]:
        """Let two people be one, and hold the family while it is judged anew."""
        with opened(self._tokens, author.id, author.agency) as tx:
            one, other = _two(tx, saying)
            members = hold(tx, {one, other}, [{one, other}])
            if set(now_named(tx, (saying.one, saying.other)).values()) != {one, other}:
                raise Contended("another transaction found one of the two to be somebody else")
            if parted(tx, self._naming, (one, other)):
                raise KeptApart("the record keeps these two apart")
            against = assertions.opposed(tx, (one, other))
            if against and not saying.overrules:
                raise assertions.as_opposed(against)
            kept, gone = sorted((one, other))
            sides = _subjects_of(tx, (kept, gone))
            settles = assertions.noted_between(tx, sides[kept], sides[gone])
            pairs = {(kept, gone), *((row[3], row[4]) for row in against)}
            assertions.say(tx, saying, Verdict.SAME, pairs, author, now)
            _mean(tx, kept, sides[gone], author, now, saying.reason)
            families = sorted({members[kept], members[gone]})
            if len(families) > 1:
                tx.run("identity", "join_families", families[0], families[1:])
            members = {
                person: families[0] if family in families else family for person, family in members.items()
            }
            _describe(tx, [kept])
            named = {str(gone): str(kept)}
            done = Together(person=str(kept), moved=tuple(map(str, sides[gone])), settles=settles)
            with self._written(tx, author, now, members, lambda _: named) as work:
                yield work, done

    @contextmanager
    def parting(
        self, saying: Saying, references: Sequence[str], author: Author, now: int
    ) -> Iterator[tuple[Writing, Apart]]:
        """Let some references of a person be another, and hold the families while they are judged anew."""
        with opened(self._tokens, author.id, author.agency) as tx:
            tx.enter(Scope.FIND)
            (person,) = now_named(tx, [saying.one]).values()
            members = hold(tx, {person})
            if set(now_named(tx, [saying.one]).values()) != {person}:
                raise Contended("another transaction found this person to be somebody else")
            stay, go = _sides(tx.rows("asserting", "subjects_of", [person]), references)
            since = _since(tx.rows("asserting", "history", [*stay, *go]), frozenset(go))
            kept, fresh = self._split(tx, saying, (stay, go), author, now)
            tx.run("asserting", "shield_too", fresh, [person, *stay, *go], since, now)
            tx.run("asserting", "connected_too", fresh, [person, *stay, *go], since, now)
            kept, fresh, members = find_again(tx, self._naming, (kept, fresh), members, now)
            people = sorted(members)
            subjects: dict[UUID, UUID] = dict(tx.rows("families", "subjects", people))
            tx.enter(Scope.WRITE, people)
            entries = [entry_of(row[:_ENTRY]) for row in tx.rows("families", "entries", list(subjects))]
            tx.enter(Scope.FIND)
            members = tie_anew(tx, people, subjects, entries)
            tx.enter(Scope.REVIEW, [*stay, *go])
            readers = tx.rows("asserting", "readers", [*stay, *go], [*stay, *go], since)
            done = Apart(
                kept=str(kept),
                parted=str(fresh),
                since=since,
                readers=tuple(look_of(row) for row in readers),
                written=_chosen_since(tx, entries, [*stay, *go], since),
            )
            becomes = _who_is_meant(str(person), (str(kept), str(fresh)), entries, subjects)
            with self._written(tx, author, now, members, becomes) as work:
                yield work, done

    def _split(
        self,
        tx: Transaction,
        saying: Saying,
        sides: tuple[Sequence[UUID], Sequence[UUID]],
        author: Author,
        now: int,
    ) -> tuple[UUID, UUID]:
        """Let two sets of one person's subjects be two people; who they are."""
        assertions.say(tx, saying, Verdict.DIFFERENT, assertions.across(*sides), author, now)
        names = []
        for side in sides:
            stood = [row[0] for row in tx.rows("asserting", "ever_persons", list(side))]
            name = min(stood or side)
            tx.run("identity", "add_person", *(name, name, "", None, "", False, ""))
            _mean(tx, name, side, author, now, saying.reason)
            names.append(name)
        _describe(tx, names)
        return names[0], names[1]

    @contextmanager
    def _written(
        self, tx: Transaction, author: Author, now: int, members: Mapping[UUID, UUID], becomes: Becomes
    ) -> Iterator[Writing]:
        """What is written of these families; what is owed towards them goes with whom it is owed towards."""
        tx.enter(Scope.WRITE, members)
        carry(tx, self._naming, members, becomes)
        with tx.at_once():
            reading = Reading(tx, members, now)
        held = reading.families.held(agencies())
        writing = RecordWriting(tx, self._naming, author, now, held, reading)
        yield writing
        writing.append()


def _two(tx: Transaction, saying: Saying) -> tuple[UUID, UUID]:
    """Who the two people of a saying are by now."""
    tx.enter(Scope.FIND)
    named = now_named(tx, (saying.one, saying.other))
    one, other = named[saying.one], named[saying.other]
    if one == other:
        raise AlreadyOne("the two are one person already")
    return one, other


def _subjects_of(tx: Transaction, persons: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = {person: [] for person in persons}
    for subject, person in tx.rows("families", "subjects", list(persons)):
        found[person].append(subject)
    return found


def _mean(
    tx: Transaction, person: UUID, subjects: Sequence[UUID], author: Author, now: int, reason: str
) -> None:
    """Let some subjects mean a person from now on, and keep who said so."""
    moved = tx.rows("asserting", "mean", person, list(subjects), person)
    tx.run_many("identity", "add_link", [(subject, person, now, author.id, reason) for (subject,) in moved])


def _describe(tx: Transaction, persons: Sequence[UUID]) -> None:
    """Let persons show what is said of them by those who now speak of them."""
    said = tx.rows("identity", "descriptions_of_persons", list(persons))
    tx.run_many("identity", "describe_person", together(said))


def _sides(rows: Sequence[Row], references: Iterable[str]) -> tuple[list[UUID], list[UUID]]:
    """A person's subjects that stay and that go; somebody chosen goes with the name they were chosen by."""
    named = set(references)
    own = {row[0] for row in rows}
    chosen = {row[0]: UUID(row[3].removeprefix(NAMED)) for row in rows if row[3].startswith(NAMED)}
    chosen = {subject: name for subject, name in chosen.items() if name in own}
    go = {subject for subject in own - chosen.keys() if str(subject) in named}
    go |= {subject for subject, name in chosen.items() if name in go}
    if not go or go >= own or not {str(each) for each in own} >= named:
        raise NotOne("name some of the person's references, and not all of them")
    return sorted(own - go), sorted(go)


def _since(history: Sequence[Row], go: frozenset[UUID]) -> int:
    """Since when two sets of subjects have been one person (seconds UTC), by every link that there was."""
    now: dict[UUID, UUID] = {}
    since, one = 0, False
    for subject, person, at, _, _ in history:
        now[subject] = person
        mixed = bool(
            {now[each] for each in now if each in go} & {now[each] for each in now if each not in go}
        )
        since, one = (at if mixed and not one else since), mixed
    return since


def _chosen_since(
    tx: Transaction, entries: Sequence[Entry], subjects: Sequence[UUID], since: int
) -> dict[str, str]:
    """What was told since a moment about somebody chosen from the record, and which agency told it."""
    tx.enter(Scope.FIND)
    chosen = {str(row[0]) for row in tx.rows("asserting", "history", list(subjects)) if row[4] == CHOSEN}
    return {
        entry.id: entry.source.agency for entry in entries if entry.child in chosen and entry.told >= since
    }


def _who_is_meant(
    person: str, sides: tuple[str, str], entries: Sequence[Entry], subjects: Mapping[UUID, UUID]
) -> Becomes:
    """Which of two people a line that named the one means: the one of whom the entry that began it speaks."""
    speaks = {entry.id: str(subjects[UUID(entry.child)]) for entry in entries}

    gone = {str(each): str(now) for each, now in subjects.items() if str(each) != person and each != now}

    def becomes(line: Owed) -> Mapping[str, str]:
        meant = {speaks[entry] for entry in triggers(line) if entry in speaks} & {*sides}
        return {**gone, person: meant.pop()} if len(meant) == 1 else gone

    return becomes
