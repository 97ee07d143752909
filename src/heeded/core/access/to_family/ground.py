"""Why something of a child's record is left out of an account for the family; told to practitioners alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from heeded.core.access.records import RecordClass, class_of
from heeded.core.access.to_family.usual import USUAL
from heeded.core.chronology.entry import Entry


class Ground(StrEnum):
    """On what ground it is left out. The first three stand whatever anybody says; the rest two may lift.

    Grounds after the exemptions of the Data Protection Act 2018, Schedules 2 and 3, which nobody has checked
    against the Act's text: what they are called here claims no more than what they keep from happening.
    """

    SHIELD = "it may tell where somebody is who is shielded"
    POLICE = "the police told it"
    STAFF = "it is about a colleague who is under concern"
    OTHER_PERSON = "it is about somebody else"
    CHILDS_WORDS = "it is what the child said"
    HEALTH = "it is close detail of somebody's health"
    ADULT = "it is close detail of an adult"
    OTHER_AGENCY = "another agency told it"
    NOT_USUAL = "a family is not told this without a decision"
    CHOSEN = "whoever drew it up chose so"


_WALLS = frozenset({Ground.SHIELD, Ground.POLICE, Ground.STAFF})
_BY_CLASS = {
    RecordClass.STAFF_CONCERN: Ground.STAFF,
    RecordClass.DISCLOSURE_WORDS: Ground.CHILDS_WORDS,
    RecordClass.HEALTH_DETAIL: Ground.HEALTH,
    RecordClass.ADULT_DETAIL: Ground.ADULT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """For whose account: the child, the agency that gives it, which agencies are police (all by id).

    `hidden_since` is when the first shield began that stands on anybody of the family (seconds UTC): what
    came later may show by its agency or place alone where they are now. None where nobody is shielded.
    """

    child: str
    agency: str
    police: frozenset[str] = field(default_factory=frozenset)
    hidden_since: int | None = None


def is_wall(ground: Ground) -> bool:
    """Whether nobody may put in what is left out on that ground."""
    return ground in _WALLS


def ground_of(entry: Entry, setting: Setting) -> Ground | None:
    """On what ground an entry is left out; None where the family may be told of it. Walls come first."""
    told_class = class_of(entry.kind, entry.facts, own=False)
    by_class = _BY_CLASS.get(told_class)
    source = entry.source.agency
    since = setting.hidden_since
    grounds = (
        (entry.kind == "whereabouts" or _after(since, entry), Ground.SHIELD),
        (source in setting.police and source != setting.agency, Ground.POLICE),
        (by_class is Ground.STAFF, Ground.STAFF),
        (entry.child != setting.child, Ground.OTHER_PERSON),
        (source != setting.agency, Ground.OTHER_AGENCY),
        (entry.kind not in USUAL, Ground.NOT_USUAL),
    )
    found = next((ground for holds, ground in grounds if holds), None)
    closer = found in {None, Ground.OTHER_AGENCY, Ground.NOT_USUAL} and by_class is not None
    return by_class if closer else found


def ground_of_look(agency: str, at: int, setting: Setting) -> Ground | None:
    """On what ground a look by an agency at a moment (seconds UTC) is left out; None where it is told."""
    if setting.hidden_since is not None and at >= setting.hidden_since:
        return Ground.SHIELD
    if agency in setting.police and agency != setting.agency:
        return Ground.POLICE
    return None


def _after(since: int | None, entry: Entry) -> bool:
    return since is not None and (entry.happened.latest >= since or entry.told >= since)
