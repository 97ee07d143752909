"""Kinds of record by how closely they are kept, and which of them an entry is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from heeded.core.chronology.entry import Fact


class RecordClass(StrEnum):
    """A kind of record, as the policy's rows name it."""

    EXISTENCE = "existence"
    IDENTITY = "identity"
    PROTECTION_STATUS = "protection status"
    OWN_WORDS = "own words"
    OWN_ENTRY = "own agency's entry"
    OTHER_ENTRY = "other agency's entry"
    HEALTH_DETAIL = "health detail"
    ADULT_DETAIL = "detail of an adult"
    DISCLOSURE_WORDS = "disclosure words"
    STAFF_CONCERN = "concern about staff"
    SHIELDED_ADDRESS = "shielded address"
    SEALED_ADOPTION = "sealed adoption"
    WORKLIST = "worklist line"
    HUB_BOARD = "hub board"
    DISAGREEMENT = "disagreement"
    ACCESS_LOG = "access log"
    AGGREGATE = "aggregate"
    DIRECTORY = "directory"


NOT_OF_A_CHILD = frozenset({RecordClass.AGGREGATE, RecordClass.DIRECTORY})
"""Kinds of record that speak of no single child: no bond is asked after."""

INTIMATE_SITES = frozenset({"genitals", "buttock"})
"""Body sites (`BODY_SITES`) whose findings are health detail, not common knowledge of all involved."""

_WORK = RecordClass.OTHER_ENTRY
_STATUS = RecordClass.PROTECTION_STATUS
_GROUPS: Mapping[RecordClass, tuple[str, ...]] = {
    _WORK: (
        *("contact received", "referral made", "referral confirmed in writing", "referral received"),
        *("referral acknowledged", "referral decision", "referrer told", "referral chased"),
        *("referral withdrawn", "hand-over offered", "hand-over accepted", "hand-over refused"),
        *(
            "relevant information held",
            "information requested",
            "information given",
            "information refused",
            "history considered",
        ),
        *("worker allocated", "worker stood down", "early help started", "early help ended"),
        *("hospital attendance", "hospital admission", "hospital discharge", "removal against advice"),
        *("urgent call made", "protection status checked", "attendance notice sent"),
        *("senior paediatric review", "seen well", "medical opinion", "child protection medical requested"),
        *("pre-discharge meeting", "injury observed", "explanation given", "explanations compared"),
        *("explanation asked", "explanation weighed", "observation recorded"),
        *("disclosure weighed", "concern raised", "view recorded", "police met child", "police notice"),
        *("domestic abuse incident", "school notified", "arrest", "release", "bail"),
        *("criminal decision shared", "reasonable cause recorded", "strategy discussion"),
        "strategy discussion called",
        *("child protection meeting", "minutes sent", "access refused", "order considered", "visit"),
        *("assessment started", "assessment authorised", "conference requested"),
        *("conference request decided", "conference delay agreed", "initial conference", "core group"),
        *("review conference", "looked-after review", "looked-after visit", "looked-after plan agreed"),
        *("private fostering report", "emergency protection considered", "next step decided"),
        *("pre-proceedings started", "letter before proceedings sent"),
        *("letter of intended application sent", "pre-proceedings meeting", "pre-proceedings ended"),
        *("family group meeting offered", "family group meeting held", "application made"),
        *("court hearing", "court finding", "decision", "assumption recorded"),
        *("evidence against assumption",),
        *("decision reviewed", "sibling decision", "possible source considered"),
        *("possible sources reviewed", "child returned home", "closure agreed", "case closed"),
        *("case reopened", "departure with reason", "household joined", "household left"),
        *("access began", "access ended", "relationship recorded", "whereabouts", "care"),
        *("went missing", "missing child returned", "return interview offered", "return interview held"),
        *("serious harm known", "incident notified", "rapid review done", "practice review started"),
        *("practice review published", "publication withheld", "record created", "death", "birth"),
        *("recommendation accepted", "recommendation bound", "recommendation closed"),
        *("adherence checked", "recommendation reopened", "year ended", "yearly report published"),
        *("audit month ended", "audit sample graded", "correction", "withdrawal"),
        *("identity questioned", "identity decided"),
    ),
    _STATUS: (
        *("section 47 started", "section 47 ended", "interim safety plan", "police protection started"),
        *("police protection ended", "protection plan started", "protection plan ended"),
        *("child in need plan started", "child in need plan ended", "became looked after"),
        *("ceased to be looked after", "placement started", "placement ended", "private fostering known"),
        *("private fostering ended", "emergency protection order made"),
        *("emergency protection order extended", "emergency protection order ended", "order made"),
        *("order ended",),
    ),
    RecordClass.HEALTH_DETAIL: ("child protection medical", "looked-after health assessment"),
    RecordClass.ADULT_DETAIL: (
        *("substance use known", "adult fact known", "specialist advice sought"),
        *("specialist advice received", "criminal decision"),
    ),
    RecordClass.DISCLOSURE_WORDS: ("disclosure",),
    RecordClass.STAFF_CONCERN: ("concern about staff", "designated officer told"),
    RecordClass.DISAGREEMENT: (
        *("disagreement opened", "disagreement answered", "disagreement taken up"),
        *("disagreement resolved",),
    ),
}

CLASS_OF_KIND: Mapping[str, RecordClass] = MappingProxyType(
    {kind: record for record, kinds in _GROUPS.items() for kind in kinds}
)
"""How closely an entry of each kind is kept when another agency told it; every kind of event is here.

What must be joined up across agencies (attendances, injuries, opinions, calls to the home) is open to
all who are involved; what describes a body, an adult's troubles or a child's own words is kept closer.
"""

_WHOEVER_TOLD_IT = frozenset(
    {RecordClass.STAFF_CONCERN, RecordClass.DISAGREEMENT, RecordClass.PROTECTION_STATUS}
)

CLASSES_OF_ENTRIES = frozenset({RecordClass.OWN_ENTRY, *CLASS_OF_KIND.values()})
"""The kinds of record that an entry can be: whoever shows entries must have an answer for each."""


def class_of(kind: str, facts: Mapping[str, Fact], *, own: bool) -> RecordClass:
    """The kind of record that an entry is, to a reader whose agency told it (`own`) or did not.

    An agency's own entry is its own, whatever is in it, save concerns about staff (which not all its
    people may read), disagreements and protection status. An injury on an intimate part of the body is
    health detail. KeyError where the vocabulary has no such kind.
    """
    record = CLASS_OF_KIND[kind]
    if own and record not in _WHOEVER_TOLD_IT:
        return RecordClass.OWN_ENTRY
    sites = facts.get("sites")
    if kind == "injury observed" and isinstance(sites, frozenset) and sites & INTIMATE_SITES:
        return RecordClass.HEALTH_DETAIL
    return record
