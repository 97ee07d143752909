"""The kinds of event that a census carries, with their fields and keys, and where each comes from."""

from collections.abc import Mapping
from types import MappingProxyType

PLANS_SINCE = 2022
"""The layout year that brought child-in-need plans."""
PRE_PROCEEDINGS_SINCE = 2027
"""The layout year that brings the steps before court. UNVERIFIED: see `records.PreProceedings`."""

REFERRAL, CLOSED, CONFERENCE = "referral received", "case closed", "initial conference"
ASSESSMENT, AUTHORISED = "assessment started", "assessment authorised"
ENQUIRY, PLAN, PLAN_ENDED = "section 47 started", "protection plan started", "protection plan ended"
REVIEW = "review conference"
CIN_PLAN, CIN_PLAN_ENDED = "child in need plan started", "child in need plan ended"
COURT = (
    *("pre-proceedings started", "letter before proceedings sent", "pre-proceedings meeting"),
    *("pre-proceedings ended", "application made"),
)

FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        REFERRAL: ("source", "no further action"),
        ASSESSMENT: ("stage",),
        AUTHORISED: ("stage", "factors", "without factors"),
        ENQUIRY: ("conference required",),
        CONFERENCE: ("moved in",),
        PLAN: ("category", "earlier plans"),
        PLAN_ENDED: ("category",),
        REVIEW: (),
        CIN_PLAN: (),
        CIN_PLAN_ENDED: (),
        CLOSED: ("reason",),
        "death": (),
        **dict.fromkeys(COURT, ()),
    }
)
"""Each kind of event that a census carries, with the fields that it fills."""

KEYS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        REFERRAL: frozenset({"referral"}),
        ASSESSMENT: frozenset({"referral", "assessment"}),
        AUTHORISED: frozenset({"referral", "assessment"}),
        ENQUIRY: frozenset({"referral", "enquiry"}),
        CONFERENCE: frozenset({"referral", "enquiry"}),
        PLAN: frozenset({"referral", "plan"}),
        PLAN_ENDED: frozenset({"referral", "plan"}),
        REVIEW: frozenset({"plan"}),
        CIN_PLAN: frozenset({"referral", "plan"}),
        CIN_PLAN_ENDED: frozenset({"referral", "plan"}),
        CLOSED: frozenset({"referral"}),
    }
)
"""What the census ties together: by its nesting, an event belongs to an episode and to a module in it."""

KIND_OF: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("CensusChild", "death"): "death",
        ("Episode", "closure_date"): CLOSED,
        ("Episode", "conference_date"): CONFERENCE,
        ("Assessment", "start"): ASSESSMENT,
        ("Assessment", "authorised"): AUTHORISED,
        ("CinPlan", "start"): CIN_PLAN,
        ("CinPlan", "end"): CIN_PLAN_ENDED,
        ("Section47", "start"): ENQUIRY,
        ("Section47", "conference_date"): CONFERENCE,
        ("ProtectionPlan", "start"): PLAN,
        ("ProtectionPlan", "end"): PLAN_ENDED,
        ("ProtectionPlan", "reviews"): REVIEW,
        ("PreProceedings", "start"): COURT[0],
        ("PreProceedings", "letter_sent"): COURT[1],
        ("PreProceedings", "first_meeting"): COURT[2],
        ("PreProceedings", "step_decision"): COURT[3],
        ("PreProceedings", "court_application"): COURT[4],
    }
)
"""The kind of event of which a date that was set aside tells that it happened, but not when."""

FIELD_OF: Mapping[tuple[str, str], tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        ("Episode", "referral_source"): (REFERRAL, ("source",)),
        ("Episode", "referral_nfa"): (REFERRAL, ("no further action",)),
        ("Episode", "closure_reason"): (CLOSED, ("reason",)),
        ("Assessment", "factors"): (AUTHORISED, ("factors", "without factors")),
        ("Section47", "conference_not_required"): (ENQUIRY, ("conference required",)),
        ("ProtectionPlan", "initial_category"): (PLAN, ("category",)),
        ("ProtectionPlan", "latest_category"): (PLAN_ENDED, ("category",)),
        ("ProtectionPlan", "previous_plans"): (PLAN, ("earlier plans",)),
    }
)
"""The fields that are unknown where a value other than a date was set aside."""

WITHIN_THE_YEAR = (ASSESSMENT, AUTHORISED, REVIEW)
"""The kinds of which a return leaves out those before its year, though the episode or plan is in it.

Rule 8696 refuses an assessment that ended before the year. No rule says so of reviews: that older
ones are left out is assumed, so that none is found missing that was held.
"""
