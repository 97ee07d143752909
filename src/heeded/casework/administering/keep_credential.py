"""Keep a credential: let an agency's system in, its secret told once, and let it in no more."""

from __future__ import annotations

from collections.abc import Iterable

from heeded.casework.administering.desk import By, Desk, NotDone, permitted, said
from heeded.casework.ports.staffing import Act, Change, Kept, Value

SCOPES = (
    *("events:write", "children:find", "chronology:read", "worklist:read", "worklist:write", "acts:write"),
    *("glass:break", "looks:review", "walls:write", "receipts:read", "practitioners:act-for"),
)
"""What a credential can be made for; docs/api.md says what each opens."""

LONGEST_DAYS = 3650
"""For how many days a credential may hold at most."""
_DAY = 24 * 3600


def make_credential(
    desk: Desk, by: By, agency: str, name: str, scopes: Iterable[str], days: int
) -> tuple[str, str]:
    """Let a system of an agency in for so many days: the credential's id and its secret, told this once."""
    permitted(desk, by, agency)
    wanted = sorted(set(scopes))
    if not wanted:
        raise NotDone("A credential that may do nothing is of no use. Choose what it may do.")
    if not 1 <= days <= LONGEST_DAYS:
        raise NotDone(f"A credential holds for 1 to {LONGEST_DAYS} days.")
    if strange := [each for each in wanted if each not in SCOPES]:
        raise NotDone(f"A credential cannot be made for “{strange[0]}”.")
    after: dict[str, Value] = {
        "name": said(name, "The name"),
        "scopes": wanted,
        "expires": str(by.now + days * _DAY),
    }
    return desk.staffing.make_credential(
        Change(
            act=Act.ADDED, kept=Kept.CREDENTIAL, id="", agency=agency, by=by.actor.id, at=by.now, after=after
        )
    )


def withdraw_credential(desk: Desk, by: By, credential: str, why: str) -> None:
    """Let a system in no more, from its next request on; for good: a new one is made instead."""
    found = desk.staffing.found(Kept.CREDENTIAL, credential)
    agency = str(found["agency"]) if found else by.actor.agency
    permitted(desk, by, agency)
    if found is None or not found["active"]:
        raise NotDone("There is no such credential, or it was withdrawn already.")
    desk.staffing.apply(
        Change(
            act=Act.STOPPED,
            kept=Kept.CREDENTIAL,
            id=credential,
            agency=agency,
            by=by.actor.id,
            at=by.now,
            why=said(why, "The reason", 500),
            before={"active": True},
            after={"active": False},
        )
    )
