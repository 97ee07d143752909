"""Keep an agency: add one to the partnership, or change how it is called and reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from heeded.casework.administering.desk import By, Desk, NotDone, permitted, said
from heeded.casework.ports.staffing import Act, Change, Kept, Value
from heeded.core.chronology.vocabulary.words import SECTORS


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """An agency: its name and sector, the area for whose children it answers, how it is reached."""

    name: str
    sector: str
    area: str = ""
    telephone: str = ""
    out_of_hours: str = ""
    email: str = ""


def add_agency(desk: Desk, by: By, about: About) -> str:
    """Add an agency; its id, made from its name. The hub's administrators alone do it."""
    permitted(desk, by, None)
    fields = _fields(about)
    made = desk.staffing.free(Kept.AGENCY, about.name)
    desk.staffing.apply(
        Change(act=Act.ADDED, kept=Kept.AGENCY, id=made, agency=made, by=by.actor.id, at=by.now, after=fields)
    )
    return made


def change_agency(desk: Desk, by: By, agency: str, about: About, why: str) -> None:
    """Change an agency, for a reason. Its sector and area are changed by the hub's administrators alone.

    They say what it owes and for whose children it answers, so it does not say that of itself.
    """
    permitted(desk, by, agency)
    before = desk.staffing.found(Kept.AGENCY, agency)
    if before is None:
        raise NotDone("There is no such agency.")
    fields = _fields(about)
    changed = {name: value for name, value in fields.items() if before[name] != value}
    if not changed:
        raise NotDone("Nothing is different.")
    if changed.keys() & {"sector", "area"}:
        permitted(desk, by, None)
    desk.staffing.apply(
        Change(
            act=Act.CHANGED,
            kept=Kept.AGENCY,
            id=agency,
            agency=agency,
            by=by.actor.id,
            at=by.now,
            why=said(why, "The reason", 500),
            before={name: before[name] for name in changed},
            after=changed,
        )
    )


def _fields(about: About) -> Mapping[str, Value]:
    if about.sector not in SECTORS:
        raise NotDone(f"There is no sector “{about.sector}”. Choose one of: {', '.join(SECTORS)}.")
    return {
        "name": said(about.name, "The name", 200),
        "sector": about.sector,
        "area": " ".join(about.area.split()),
        "telephone": " ".join(about.telephone.split()),
        "telephone_out_of_hours": " ".join(about.out_of_hours.split()),
        "email": about.email.strip(),
    }
