"""The wiring of looking: the record to be read, the recorder of looks, the policy and the purposes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from heeded import bootstrap
from heeded.adapters.policy import shipped_access, shipped_purposes
from heeded.bootstrap.secret import derived
from heeded.casework.looking import Desk
from heeded.core.access import Actor, Operation, Purpose, Stated
from heeded.core.procedures.clauses import times_of
from heeded.core.procedures.handbook import Handbook

if TYPE_CHECKING:
    from heeded.adapters.record.looking import GroupRecorder

AT_WORK = "safeguarding"
"""The purpose for which one looks in everyday work, where one may state it."""


@cache
def desk() -> Desk:
    """What every look needs, made once a process; its recorder starts a thread with the first look."""
    from heeded.adapters.record.looking import PostgresReadings  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.naming import Naming  # noqa: PLC0415 - as above
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - as above

    handbook = bootstrap.open_handbook()
    return Desk(
        record=PostgresReadings(Naming(derived("naming")), Tokens(derived("tokens", 64))),
        recorder=recorder(),
        policy=shipped_access(),
        calendar=handbook.calendar,
        judges_knowing=judges_knowing(handbook),
    )


@cache
def recorder() -> GroupRecorder:
    """The recorder of looks of this process."""
    from heeded.adapters.record.looking import GroupRecorder  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.naming import Naming  # noqa: PLC0415 - as above
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - as above

    return GroupRecorder(Naming(derived("naming")), Tokens(derived("tokens", 64)))


def purposes() -> dict[str, Purpose]:
    """The purposes for which somebody may look, by id, each with its legal bases."""
    return shipped_purposes()


def stated(purpose: str, basis: str = "", reason: str = "", agreed_by: str = "") -> Stated:
    """A purpose as somebody states it, by ids; the purpose's first legal basis where none is named.

    KeyError where there is no such purpose, or the basis does not carry it: with what there is instead.
    """
    known = purposes()
    if purpose not in known:
        raise KeyError(f'there is no purpose "{purpose}"; there are: {", ".join(known)}')
    found = known[purpose]
    law = found.basis(basis) if basis else found.bases[0]
    return Stated(purpose=found, basis=law, reason=reason, agreed_by=agreed_by)


def open_to(actor: Actor, operation: Operation) -> tuple[Purpose, ...]:
    """The purposes that somebody may state for an operation, those that fit most work first."""
    return tuple(
        each
        for each in purposes().values()
        if operation in each.operations and not each.roles.isdisjoint(actor.roles)
    )


def resting_on(actor: Actor, operation: Operation, law: str) -> Stated | None:
    """The purpose that fits somebody's work best of those that rest on a law, by its address.

    None where they may state none. The name of the protocol and what stands before the address say nothing.
    """
    for purpose in open_to(actor, operation):
        for basis in purpose.bases:
            if basis.address and _bare(basis.address) == _bare(law):
                return Stated(purpose=purpose, basis=basis)
    return None


def _bare(address: str) -> str:
    """An address without its protocol, `www.`, and a sign at its end."""
    return address.strip().partition("//")[2].removeprefix("www.").rstrip("/").casefold()


def serving(actor: Actor, operation: Operation, reason: str) -> Stated:
    """The purpose that fits somebody's work best for an operation, stated with a reason.

    The one for everyday work comes first. ValueError where their roles may state none.
    """
    found = [each.id for each in open_to(actor, operation)]
    if not found:
        roles = ", ".join(sorted(actor.roles)) or "none"
        raise ValueError(f'Nobody of your roles ({roles}) may "{operation}". Ask somebody whose work it is.')
    return stated(AT_WORK if AT_WORK in found else found[0], reason=reason)


def judges_knowing(handbook: Handbook) -> bool:
    """Whether any deadline of the handbook runs from when an agency knew."""
    return any(period.of_knowing for rule in handbook.rules for period in times_of(rule))
