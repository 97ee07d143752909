"""An act inside its transaction: permitted, found done already or written, judged and told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from heeded.casework.acting.desk import By, Desk, Telling
from heeded.casework.acting.permission import obliged, permit
from heeded.casework.acting.refused import NotNow, NotYours, Unfit
from heeded.casework.acting.under import Under
from heeded.casework.entries import entry_of, told_as
from heeded.casework.guarding import GIVES_AWAY
from heeded.casework.heed import Changed, append
from heeded.casework.invariants import objection
from heeded.casework.ports import Held, Kept, Place, Writing
from heeded.core.access import Answer, Obligation, Operation, RecordClass
from heeded.core.access.guard import gives_away
from heeded.core.access.standing import wrote
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.report import Event

MOST_BEFORE = 64
"""How many entries one act may write before its own: overrides of the gates that it passes."""


def event_of(verb: str, by: By, told: Telling, place: str) -> Event:
    """What is told, as an event of the actor's agency with a name that the same request gives again."""
    source = by.source
    return Event(
        ref=f"{verb} {by.request} {place}",
        kind=told.kind,
        child=told.child,
        happened=told.when(by.now),
        told=by.now,
        practitioner=told.practitioner or source.practitioner,
        role="" if told.practitioner else source.role,
        known={} if told.learned is None else {by.actor.agency: told.learned},
        keys=told.keys,
        facts=told.facts,
    )


@dataclass(frozen=True, slots=True)
class Doing:
    """One act under way: what is told of whom, by whom, and the transaction that holds the family."""

    told: Telling
    by: By
    desk: Desk
    work: Writing
    place: Place

    def under(self) -> Under:
        """What the record holds of the child and the family."""
        child = self.work.as_held(self._entry(event_of("", self.by, self.told, ""))).child
        return Under(self.work, self._family(child), child, self.by, self.desk.handbook)

    def record_of(self, named: str, record: RecordClass) -> RecordClass:
        """The kind of record that is acted on: the actor's own words, where the entry named is that."""
        try:
            held = self.work.held([named] if named else [])
        except ValueError:
            return record
        own = [each for each in held.values() if wrote(self.by.actor, each.writer, each.source.practitioner)]
        return RecordClass.OWN_WORDS if own else record

    def permit(self, under: Under, operation: Operation, record: RecordClass) -> Answer:
        """The policy's permission, or the refusal."""
        return permit(under, operation, record, self.desk.policy)

    def entries(self, events: Iterable[Event], corrects: str, withdraws: str) -> list[Entry]:
        """What is told as entries, the first of them naming the entry that it corrects or withdraws."""
        first, *others = (self._entry(event) for event in events)
        if corrects or withdraws:
            named = self._named(corrects or withdraws)
            first = replace(first, child=named.child, corrects=corrects or None, withdraws=withdraws or None)
        return [first, *others]

    def done_before(
        self, verb: str, tellings: Sequence[Telling], entries: Sequence[Entry]
    ) -> tuple[Kept, ...]:
        """Where this request was carried out already, what it wrote; NotNow where it said something else.

        `entries` are what is told now, one for each of the tellings.
        """
        held = self.work.held([each.id for each in entries])
        if not held:
            return ()
        told = zip(tellings, entries, strict=True)
        if not all(each.id in held and self._same(telling, each, held[each.id]) for telling, each in told):
            raise NotNow(
                verb,
                "this request was carried out already, and said something else then",
                "Give it another name",
            )
        names = [self._before(verb, number) for number in range(MOST_BEFORE)]
        ids = [self.place.events[name] for name in names]
        places = self.work.places([*ids, *(entry.id for entry in entries)])
        return tuple(sorted(places, key=lambda kept: kept.index))

    def write(
        self, verb: str, under: Under, before: Iterable[Telling], entries: Sequence[Entry], answer: Answer
    ) -> tuple[Changed, ...]:
        """Write what comes before, what goes with it and the act itself, judge, and tell."""
        first = [
            self._entry(replace(event_of(verb, self.by, each, ""), ref=self._before(verb, number)))
            for number, each in enumerate(before)
        ]
        if len(first) > MOST_BEFORE:
            raise NotNow(verb, f"more than {MOST_BEFORE} gates stand in the way", "Decide for fewer at once")
        whole = [*first, *entries[1:], entries[0]]
        flags = self._refuse(verb, whole, under, answer)
        changed = append(self.work, whole, self.desk.handbook, flags)
        self.work.tell(obliged(under, answer))
        return changed

    def _refuse(self, verb: str, entries: Iterable[Entry], under: Under, answer: Answer) -> dict[str, str]:
        """Refuse what no entry may do, each looked at with those before it; what is odd about the others.

        Whoever gets a receipt alone learns by no refusal where somebody lives: what gives a shielded address
        away is kept, as in a report, and withheld from whoever reads it.
        """
        chronology, places = under.chronology, self.work.shielded()
        flags: dict[str, str] = {}
        for told in entries:
            entry = self.work.as_held(told)
            where = gives_away(entry, places)
            if where and Obligation.RECEIPT_ONLY in answer.obligations:
                flags[entry.id] = GIVES_AWAY
            elif where:
                raise Unfit(
                    verb,
                    f"the words under {' and '.join(where)} give away an address that is shielded",
                    "Leave the place out: an address stands in its own field, and letters go by its resolver",
                )
            target = entry.corrects or entry.withdraws
            named = self._named(target) if target else None
            if why := objection(entry, chronology, self.work.agencies, named):
                reason, _, remedy = why.partition(": ")
                raise NotYours(verb, reason, remedy[:1].upper() + remedy[1:])
            chronology = replace(chronology, entries=(*chronology.entries, entry))
        return flags

    def _named(self, entry: str) -> Entry:
        """An entry that the act names, as told; NotNow where the record holds none about this family."""
        try:
            held = self.work.held([entry])
        except ValueError:
            held = {}
        if entry not in held:
            raise NotNow(
                "the entry that it names",
                "the record holds no such entry about this child",
                "Look at the chronology, and name it by its id",
            )
        return held[entry]

    def _same(self, telling: Telling, told: Entry, held: Entry) -> bool:
        """Whether what the record holds under this request is what is told now, and what completed it.

        By the persons whom both mean, not by the names that they had: people are found to be one.
        """
        happened = told.happened if telling.happened else held.happened
        keys = {name: held.keys[name] for name in told.keys if name in held.keys}
        facts = {name: held.facts[name] for name in told.facts if name in held.facts}
        before, now = replace(held, keys=keys, facts=facts), told_as(replace(told, happened=happened), held)
        try:
            return self.work.as_held(now) == self.work.as_held(before)
        except KeyError:
            return False

    def _entry(self, event: Event) -> Entry:
        return entry_of(event, self.by.actor.agency, self.place, self.by.now, self.by.author.writer)

    def _before(self, verb: str, number: int) -> str:
        return f"{verb} {self.by.request} before {number}"

    def _family(self, child: str) -> Held:
        return next(held for held in self.work.families if child in held.chronology.people)
