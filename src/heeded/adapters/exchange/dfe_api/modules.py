"""The modules of an episode: their identifiers, their dates, and the kind of event that each date is."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Module:
    """A list of an episode's objects: what names each, the key that it has here, and its dates in order."""

    id: str
    key: str
    dates: Mapping[str, str]


def _module(id_: str, key: str, **dates: str) -> Module:
    return Module(id_, key, MappingProxyType(dates))


MODULES: Mapping[str, Module] = MappingProxyType(
    {
        "child_and_family_assessments": _module(
            "child_and_family_assessment_id",
            "assessment",
            start_date="assessment started",
            authorisation_date="assessment authorised",
        ),
        "child_in_need_plans": _module(
            "child_in_need_plan_id",
            "plan",
            start_date="child in need plan started",
            end_date="child in need plan ended",
        ),
        "section_47_assessments": _module(
            "section_47_assessment_id",
            "enquiry",
            start_date="section 47 started",
            icpc_date="initial conference",
            end_date="section 47 ended",
        ),
        "child_protection_plans": _module(
            "child_protection_plan_id",
            "plan",
            start_date="protection plan started",
            end_date="protection plan ended",
        ),
        "child_looked_after_placements": _module(
            "child_looked_after_placement_id",
            "placement",
            start_date="placement started",
            end_date="placement ended",
        ),
    }
)
"""Each module by the name of its list (specification 0.8 of the early adopters' pilot)."""

WORKERS = "care_worker_details"
LOOKED_AFTER = "child_looked_after_placements"
BECAME, CEASED = "became looked after", "ceased to be looked after"
STARTED_CARE, WENT_ON = "S", "X1"
"""Codes of the looked-after return: `S` the child started to be looked after, `X1` care goes on."""

EPISODE_KEYS = (
    "social_care_episode_id",
    *("referral_date", "referral_source", "referral_no_further_action_flag"),
    *("closure_date", "closure_reason", "purge"),
)
CHILD_KEYS = (
    *("la_child_id", "mis_child_id", "purge", "child_details", "health_and_wellbeing"),
    "social_care_episodes",
)
DETAIL_KEYS = (
    *("unique_pupil_number", "former_unique_pupil_number", "first_name", "surname"),
    *("date_of_birth", "sex", "postcode", "purge"),
)
"""What is read; everything else is pointed out."""
