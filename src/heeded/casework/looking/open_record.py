"""Open a child's record: decide, have the look recorded while reading, and answer once it is durable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from heeded.casework.looking.ask import Ask, Desk, Existence, NothingThere, Refused
from heeded.casework.looking.deciding.decided import TOO_MANY, Decided, decide, look_at
from heeded.casework.looking.deciding.opened import Opened, lines, named, shown
from heeded.casework.looking.deciding.signs import too_many
from heeded.casework.looking.deciding.told import to_tell
from heeded.casework.ports.lists import Cited, NoticeHeld
from heeded.casework.ports.looks import Seen
from heeded.casework.ports.reading import Circle, Placed, Reading, Ties
from heeded.core.access import RecordClass
from heeded.core.chronology.chronology import Chronology

MOST = 500
"""How many entries a page holds at most."""
WHOLE = 5_000
"""How many entries are read at most where something is worked out from all of a record."""


def open_record(
    desk: Desk, ask: Ask, after: int = -1, limit: int = MOST, *, whole: bool = False
) -> Opened | Existence | Refused | NothingThere:
    """A page of what the reader may see of a child's record, from the entry after a place in the log.

    With `whole`, all that they may see of it is read with the page, so that what follows from it can be
    worked out, and all of it counts as seen.

    First existence, then content. Where no content may be shown: whom to ring. Of a child whom the
    record does not hold, and of one that is hidden, the same. NotRecorded where the look could not be
    recorded: then there is no answer.
    """
    limit = max(1, min(limit, MOST))
    with desk.record.reading(ask.actor, ask.now) as reading:
        ties = reading.ties(ask.child)
        decided = decide(desk.policy, ask, ties)
        refused = too_many(ask.actor, ask.stated, ties.this_hour)
        look = look_at(decided, refused_by=TOO_MANY if refused else "")
        recorded = desk.recorder.record(look, () if refused else to_tell(decided, reading))
        answer: Opened | Existence | Refused | NothingThere
        seen: tuple[Seen, ...] = ()
        if refused:
            answer = Refused(look.id, refused)
        elif decided.hidden:
            answer = NothingThere(look.id)
        elif not decided.shown:
            answer = Existence(look.id, ties.child, reading.contacts(ties.known_to), decided.why_no_more)
        else:
            answer, seen = _opened(reading, decided, look.id, _Asked(after, limit, whole))
    recorded.wait()
    if seen:
        desk.recorder.record(None, seen=seen, wake=desk.judges_knowing).wait()
    return answer


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which page of a record is asked for, and whether the whole of it is read."""

    after: int
    limit: int
    whole: bool

    def read(self, reading: Reading, near: Sequence[str], upto: int) -> _Held:
        """The page, and all that is read with it."""
        if not self.whole:
            return self._page(reading.entries(near, self.after, upto, self.limit + 1))
        held = reading.entries(near, -1, upto, WHOLE + 1)
        rest = [each for each in held if each.index > self.after]
        if len(held) <= WHOLE:
            return replace(self._page(rest), read=held)
        if len(rest) <= self.limit:
            rest = [*reading.entries(near, self.after, upto, self.limit + 1)]
        page, whole = self._page(rest), held[:WHOLE]
        known = {each.index for each in whole}
        read = (*whole, *(each for each in page.page if each.index not in known))
        return replace(page, read=read, cut_short=True, unbroken=read[-1].index == whole[-1].index)

    def _page(self, held: Sequence[Placed]) -> _Held:
        page = tuple(held[: self.limit])
        next_after = page[-1].index if len(held) > self.limit else None
        return _Held(page, page, next_after, unbroken=self.whole or self.after < 0)


@dataclass(frozen=True, slots=True)
class _Held:
    """A page, where the next begins, and all that was read: `unbroken` if that is all up to its end."""

    page: Sequence[Placed]
    read: Sequence[Placed]
    next_after: int | None
    unbroken: bool
    cut_short: bool = False


def _opened(reading: Reading, decided: Decided, look: str, asked: _Asked) -> tuple[Opened, tuple[Seen, ...]]:
    ask, ties = decided.ask, decided.ties
    circle = reading.circle(ties) if decided.at_work else Circle((ties.child,))
    held = asked.read(reading, circle.near, ties.size)
    kept, withheld = shown(decided, held.read)
    onto = {each.index for each in held.page}
    placed = tuple(each for each in kept if each.index in onto)
    owed = reading.owed(circle.near) if RecordClass.WORKLIST in decided.shown else ()
    wanted = {entry for line in owed for entry in line.owed.cites}
    cited = reading.cited(circle.near, wanted)
    missing = wanted - cited.keys()
    elsewhere = reading.elsewhere(circle.near, missing) if missing and decided.at_work else {}
    contacts = reading.contacts(ties.known_to)
    whole = Chronology(
        family=ties.family_shown,
        entries=tuple(each.entry for each in kept),
        people=named(decided, reading.people(circle.near)),
        agencies={contact.agency.id: contact.agency for contact in contacts},
    )
    opened = Opened(
        look=look,
        child=ties.child,
        standing=decided.standing,
        chronology=replace(whole, entries=tuple(each.entry for each in placed)),
        placed=placed,
        held=kept,
        whole=whole,
        cut_short=held.cut_short,
        carried_by=ties.carried_by if decided.at_work else (),
        owed=lines(decided.content, ask.actor.agency, owed, Cited(cited, elsewhere)),
        notices=tuple(_about(circle, reading.notices(ties.family)))
        if RecordClass.WORKLIST in decided.shown
        else (),
        contacts=contacts,
        withheld=withheld,
        elsewhere=_elsewhere(circle, ties),
        next_after=held.next_after,
        expires_at=min(
            (answer.expires_at for answer in decided.answers if answer.expires_at is not None), default=None
        ),
        more=decided.how_to_see_more,
        upto=ties.size,
        unverified=next((answer.unverified for answer in decided.answers if answer.unverified), ""),
    )
    return opened, _seen(decided, held.read, kept, whole=held.unbroken)


def _about(circle: Circle, notices: Iterable[NoticeHeld]) -> Iterator[NoticeHeld]:
    """The notices that are about those who are shown, or about the family as a whole."""
    return (notice for notice in notices if not notice.child or notice.child in circle.near)


def _elsewhere(circle: Circle, ties: Ties) -> int:
    """How many children live in other households of an adult here, of those whom no shield holds back."""
    shielded = {shield.person for shield in ties.shields}
    return sum(1 for each in circle.elsewhere if each not in shielded)


def _seen(
    decided: Decided, page: Sequence[Placed], kept: Sequence[Placed], *, whole: bool
) -> tuple[Seen, ...]:
    """What the reader's agency came to know by this page, if it did not know it all.

    All of somebody's entries up to the page's end, or, where something was held back or earlier pages may
    not have been read, each that was shown.
    """
    ask, ties = decided.ask, decided.ties
    agency = ask.actor.agency
    fresh = [each for each in kept if (known := each.entry.known_to(agency)) is None or known > ask.now]
    shown = {each.index for each in kept}
    seen = []
    for person in dict.fromkeys(each.entry.child for each in fresh):
        theirs = [each for each in page if each.entry.child == person]
        all_shown = whole and all(each.subject and each.index in shown for each in theirs)
        news = tuple(each.entry.id for each in fresh if each.entry.child == person)
        subjects = tuple(dict.fromkeys(each.subject for each in theirs))
        seen.append(
            Seen(
                person=person,
                agency=agency,
                at=ask.now,
                family=ties.family,
                upto=theirs[-1].index,
                subjects=subjects if all_shown else (),
                entries=() if all_shown else news,
            )
        )
    return tuple(seen)
