"""What a census return says, as typed records in the census's own terms.

A field is None, or a list shorter, where the return says nothing or says something unusable. The
two are told apart by `set_aside`, which names the fields whose value was in the return and is in
the ledger instead: a date that is there but unreadable must not pass for a step never taken.

`line` is the line of the record's start tag. Codes are the census's own, checked against its lists.
"""

from dataclasses import dataclass
from datetime import date

NONE_SET_ASIDE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CensusHeader:
    """Who sent the return, of what year, and up to which day it tells; any part may be missing.

    `year` is the year in which the census year ends; `lea` the local authority's three digits.
    """

    line: int | None = None
    collection: str | None = None
    year: int | None = None
    reference_date: date | None = None
    source_level: str | None = None
    lea: str | None = None
    software: str | None = None
    release: str | None = None
    serial: str | None = None
    written_at: str | None = None
    set_aside: frozenset[str] = NONE_SET_ASIDE


@dataclass(frozen=True, slots=True)
class Assessment:
    """A child and family assessment: started, reviewed inside the agency, authorised, factors found."""

    line: int
    start: date | None = None
    internal_review: date | None = None
    authorised: date | None = None
    factors: tuple[str, ...] = ()
    set_aside: frozenset[str] = NONE_SET_ASIDE


@dataclass(frozen=True, slots=True)
class CinPlan:
    """A child-in-need plan."""

    line: int
    start: date | None = None
    end: date | None = None
    set_aside: frozenset[str] = NONE_SET_ASIDE


@dataclass(frozen=True, slots=True)
class Section47:
    """A section 47 enquiry, with the day set and the day held of its initial child protection conference."""

    line: int
    start: date | None = None
    conference_target: date | None = None
    conference_date: date | None = None
    conference_not_required: bool | None = None
    set_aside: frozenset[str] = NONE_SET_ASIDE


@dataclass(frozen=True, slots=True)
class Review:
    """A review of a child protection plan."""

    line: int
    held: date


@dataclass(frozen=True, slots=True)
class ProtectionPlan:
    """A child protection plan with its reviews; categories are those of abuse, at first and now."""

    line: int
    start: date | None = None
    end: date | None = None
    initial_category: str | None = None
    latest_category: str | None = None
    previous_plans: int | None = None
    reviews: tuple[Review, ...] = ()
    set_aside: frozenset[str] = NONE_SET_ASIDE


@dataclass(frozen=True, slots=True)
class PreProceedings:
    """Pre-proceedings and family group decision making, from the census year ending in 2027.

    UNVERIFIED: no specification was public when this was written. Names, meanings and the outcome
    codes A, B, C are those of the 2026-27 rules of csc-validator-be-cin (MIT).
    """

    line: int
    start: date | None = None
    letter_sent: date | None = None
    meeting_offered: bool | None = None
    meeting_facilitated: bool | None = None
    first_meeting: date | None = None
    review_meetings: int | None = None
    step_decision: date | None = None
    outcome: str | None = None
    court_application: date | None = None
    proceedings_letter: date | None = None
    set_aside: frozenset[str] = NONE_SET_ASIDE


@dataclass(frozen=True, slots=True)
class Episode:
    """One referral and what followed from it until it was closed.

    `conference_date` is an initial child protection conference given on the episode itself and not
    on an enquiry: that of a child who came from another area with a plan.
    """

    line: int
    referral_date: date
    referral_source: str | None = None
    primary_need: str | None = None
    closure_date: date | None = None
    closure_reason: str | None = None
    referral_nfa: bool | None = None
    conference_date: date | None = None
    assessments: tuple[Assessment, ...] = ()
    cin_plans: tuple[CinPlan, ...] = ()
    section47s: tuple[Section47, ...] = ()
    protection_plans: tuple[ProtectionPlan, ...] = ()
    pre_proceedings: tuple[PreProceedings, ...] = ()
    set_aside: frozenset[str] = NONE_SET_ASIDE


@dataclass(frozen=True, slots=True)
class CensusChild:
    """One child of a return: who it is, and its episodes in the order of the file.

    `ordinal` counts the children of the file from 1. At least one of `la_child_id` and `upn` is
    there. `sex` is M, F or U in every layout. Where another child with the same identity stands
    earlier in the file, `same_as_line` gives its line. `episodes_set_aside` counts those that are in
    the ledger only.
    """

    line: int
    ordinal: int
    la_child_id: str | None = None
    upn: str | None = None
    former_upn: str | None = None
    upn_unknown: str | None = None
    birth: date | None = None
    expected_birth: date | None = None
    death: date | None = None
    sex: str | None = None
    ethnicity: str | None = None
    disabilities: tuple[str, ...] = ()
    episodes: tuple[Episode, ...] = ()
    same_as_line: int | None = None
    episodes_set_aside: int = 0
    set_aside: frozenset[str] = NONE_SET_ASIDE

    @property
    def identity(self) -> str:
        """The council's own identifier of the child, or else its pupil number marked as such."""
        return self.la_child_id or f"UPN {self.upn}"
