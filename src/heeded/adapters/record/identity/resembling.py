"""Whom a child who is newly described may be: noted as possible, and nothing is joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from heeded.adapters.record.identity import assertions
from heeded.adapters.record.identity.describe import Said, said
from heeded.adapters.record.identity.seals import old_identities
from heeded.adapters.record.identity.searching import candidates, described
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.transaction import Transaction
from heeded.casework.ports import Author
from heeded.casework.ports.identity import BY_THE_RECORD, Saying, Term, Verdict
from heeded.casework.ports.resembling import Resembling
from heeded.core.chronology.report import Described, Report
from heeded.core.identity.weighing import MODEL, Weighed, Weight, possible, weigh

MOST = 3
"""How many others are noted of one child: the likest."""


@dataclass(frozen=True, slots=True)
class Whom:
    """Who everybody in a report is: subjects by reference, persons, families, what was said of each last."""

    subjects: Mapping[str, UUID]
    persons: Mapping[UUID, UUID]
    members: Mapping[UUID, UUID]
    last: Mapping[UUID, Said]

    def is_new(self, described: Described) -> bool:
        """Whether a report says something new of somebody."""
        return self.last.get(self.subjects[described.ref]) != said(described)

    def of(self, described: Described) -> tuple[UUID, UUID]:
        """The subject and the person of somebody described."""
        subject = self.subjects[described.ref]
        return subject, self.persons[subject]


def resembling(
    tx: Transaction, naming: Naming, report: Report, whom: Whom, now: int
) -> tuple[Resembling, ...]:
    """Note who else in the record the children of a report may be, where it says something new of them.

    Not of whom somebody said anything before, nor of those of one family. Nothing leads to
    or from the old identity of a sealed adoption: not by way of a third, either.
    """
    fresh = [each for each in report.people if not each.adult and whom.is_new(each)]
    return tuple(noted for each in fresh for noted in _of_one(tx, naming, each, whom, now))


def _of_one(tx: Transaction, naming: Naming, child: Described, whom: Whom, now: int) -> Iterable[Resembling]:
    subject, person = whom.of(child)
    found = candidates(tx, naming, [child]).found
    others = [each for each in found if each != person and whom.members.get(each) != whom.members[person]]
    told = described(tx, others) if others else {}
    ranked = sorted(
        ((_best(child, told[each], found[each]), each) for each in others if _is_child(told.get(each, ()))),
        key=lambda pair: (-pair[0].sum, pair[1]),
    )
    like = [(weighed, other) for weighed, other in ranked if possible(weighed)][:MOST]
    if not like:
        return
    sealed = old_identities(tx, naming, [person, *(other for _, other in like)])
    wholes = assertions.wholes(tx, [person, *(other for _, other in like)])
    own_ids = {each.id for each in wholes[0].references}
    for (weighed, other), whole in zip(like, wholes[1:], strict=True):
        spoken = {each.one for each in whole.asserted} | {each.other for each in whole.asserted}
        if own_ids & spoken or {person, other} & sealed:
            continue
        terms = tuple(Term(term.what, _told(term), term.weight) for term in weighed.terms)
        saying = Saying(
            act=str(uuid4()),
            one=str(subject),
            other=str(other),
            reason="; ".join(f"{term.what}: {term.level}" for term in weighed.terms),
            model=MODEL,
            terms=terms,
        )
        assertions.say(tx, saying, Verdict.UNSURE, [(person, other)], Author(tx.agency, BY_THE_RECORD), now)
        yield Resembling(
            act=saying.act,
            child=str(subject),
            held_by=tuple(sorted({each.agency for each in whole.references})),
            because=saying.reason,
        )


def _told(term: Weight) -> str:
    """How a term came out, with the words compared: for whoever decides, and for nobody else."""
    return f"“{term.mine}” and “{term.theirs}”: {term.level}" if term.mine else term.level


def _is_child(told: Sequence[Described]) -> bool:
    return bool(told) and not all(each.adult for each in told)


def _best(child: Described, told: Sequence[Described], by: frozenset[str]) -> Weighed:
    """The description that is likest, with the postcode where the two share one."""
    shares = any(key.startswith("place ") for key in by)
    return max(
        (weigh(child, replace(each, postcode=child.postcode if shares else "")) for each in told),
        key=lambda weighed: weighed.sum,
    )
