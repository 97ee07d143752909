"""What the policy lets somebody see of one child, kind of record by kind of record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import uuid4

from heeded.casework.looking.ask import Ask
from heeded.casework.looking.deciding.signs import signs
from heeded.casework.ports.looks import Look
from heeded.casework.ports.reading import Ties
from heeded.core.access import Answer, Effect, Obligation, Operation, Policy, RecordClass, Standing, class_of
from heeded.core.access.standing import wrote
from heeded.core.chronology.entry import Entry

CONTENT = (
    RecordClass.IDENTITY,
    RecordClass.PROTECTION_STATUS,
    RecordClass.OWN_ENTRY,
    RecordClass.OTHER_ENTRY,
    RecordClass.HEALTH_DETAIL,
    RecordClass.ADULT_DETAIL,
    RecordClass.DISCLOSURE_WORDS,
    RecordClass.STAFF_CONCERN,
    RecordClass.DISAGREEMENT,
    RecordClass.WORKLIST,
)
"""The kinds of record that a chronology can hold, with what is owed."""

HOW_TO_SEE_MORE = (
    "What you wrote yourself opens no more than that. To see the rest, ask your manager to allocate the "
    "child's work to you, or break the glass and say why: it opens for three hours, and is reviewed."
)
"""How whoever sees their own words alone comes to see more."""

NOBODY = "nobody"
"""What stands for the policy's row where the record holds no such child."""

TOO_MANY = "too many"
"""What stands for the policy's row where somebody asks after very many children."""

_AT_WORK = (Standing.ALLOCATED, Standing.INVOLVED, Standing.BREAK_GLASS)


@dataclass(frozen=True, slots=True)
class Decided:
    """The policy's answers for one look: whether a record may be known to exist, and each kind of content."""

    ask: Ask
    ties: Ties
    existence: Answer
    content: Mapping[RecordClass, Answer]

    @property
    def hidden(self) -> bool:
        """Whether it is answered as of a child whom the record does not hold."""
        return not self.ties.exists or not self.existence.permitted

    @property
    def shown(self) -> frozenset[RecordClass]:
        """The kinds of record that may be shown."""
        if self.hidden:
            return frozenset()
        return frozenset(record for record, answer in self.content.items() if answer.permitted)

    @property
    def standing(self) -> Standing:
        """How the reader stands to the child."""
        return self.ties.bond.standing(self.ask.actor.id, self.ask.now)

    @property
    def at_work(self) -> bool:
        """Whether more than the child's own entries are read: those of the child's circle."""
        return self.standing in _AT_WORK

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Those answers that count for what is told."""
        if self.hidden:
            return (self.existence,)
        return tuple(answer for answer in self.content.values() if answer.permitted) or (self.existence,)

    @property
    def obligations(self) -> frozenset[Obligation]:
        """What the answers given oblige to."""
        return frozenset(each for answer in self.answers for each in answer.obligations)

    @property
    def why_no_more(self) -> str:
        """Why no content is shown, in words for the reader."""
        said = [self.content[record].why for record in CONTENT if record in self.content]
        return next((why for why in said if why), "")

    def withheld(self, entry: Entry) -> Effect:
        """What the policy says of an entry: permit, or why it is not shown.

        What the reader wrote by their own hand is theirs to read, save what is hidden from all but a few.
        """
        effect = self.content[record_of(entry, self.ask.actor.agency)].effect
        own = self.content.get(RecordClass.OWN_WORDS)
        if own is None or effect is Effect.HIDE:
            return effect
        return own.effect if wrote(self.ask.actor, entry.writer, entry.source.practitioner) else effect

    @property
    def own_words_alone(self) -> bool:
        """Whether nothing but what the reader wrote themselves opens the chronology to them."""
        return self.standing is Standing.NONE and RecordClass.OWN_WORDS in self.shown

    @property
    def how_to_see_more(self) -> str:
        """What somebody can do to see more than their own words; empty where more is open to them."""
        return HOW_TO_SEE_MORE if self.own_words_alone else ""


def record_of(entry: Entry, agency: str) -> RecordClass:
    """The kind of record that an entry is to a reader of that agency."""
    return class_of(entry.kind, entry.facts, own=entry.source.agency == agency)


def decide(policy: Policy, ask: Ask, ties: Ties, records: Iterable[RecordClass] = CONTENT) -> Decided:
    """Ask the policy about each kind of record, for this reader and this child."""
    who = (ask.actor, ties.bond)
    existence = policy.decide(*who, RecordClass.EXISTENCE, Operation.KNOW_EXISTS, ask.stated, ask.now)
    classes = tuple(records)
    asked = (*classes, RecordClass.OWN_WORDS) if classes and ties.own_words else classes
    content = {record: policy.decide(*who, record, Operation.READ, ask.stated, ask.now) for record in asked}
    return Decided(ask, ties, existence, content)


def look_at(decided: Decided, operation: Operation = Operation.READ, refused_by: str = "") -> Look:
    """The look as it is recorded: of what the policy answered or, if given, which rule refused it."""
    rules = [answer.row for answer in decided.answers] if decided.ties.exists else [NOBODY]
    return new_look(
        decided.ask,
        operation=operation,
        records=tuple(map(str, sorted(decided.shown))) or (str(RecordClass.EXISTENCE),),
        answer=str(Effect.DENY) if refused_by else _answer(decided),
        rule=refused_by or ", ".join(dict.fromkeys(rules)),
        ties=decided.ties,
        upto=decided.ties.size if decided.shown and not refused_by else None,
    )


def _answer(decided: Decided) -> str:
    if decided.hidden:
        return str(Effect.HIDE)
    return str(Effect.PERMIT if decided.shown else Effect.EXISTENCE_ONLY)


def new_look(  # noqa: PLR0913 - what a look consists of
    ask: Ask,
    *,
    operation: Operation,
    records: tuple[str, ...],
    answer: str,
    rule: str,
    ties: Ties | None = None,
    people: tuple[str, ...] = (),
    upto: int | None = None,
) -> Look:
    """A look by whoever asks, under a name of its own."""
    stated = ask.stated
    return Look(
        id=str(uuid4()),
        at=ask.now,
        actor=ask.actor.id,
        name=ask.actor.name,
        agency=ask.actor.agency,
        role=", ".join(sorted(ask.actor.roles)),
        operation=str(operation),
        records=records,
        answer=answer,
        rule=rule,
        child=ties.child if ties else ask.child,
        people=people,
        standing=str(ties.bond.standing(ask.actor.id, ask.now)) if ties else "",
        purpose=stated.purpose.id if stated else "",
        basis=stated.basis.id if stated else "",
        reason=stated.reason if stated else "",
        agreed_by=stated.agreed_by if stated else "",
        signs=tuple(map(str, signs(ask.actor, ties, ask.now))) if ties else (),
        upto=upto,
    )
