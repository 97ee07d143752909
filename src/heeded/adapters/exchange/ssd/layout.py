"""The dataset's tables that tell of what happened: which column is which event, whose, and tied to what.

From ssd-data-model, release v1.4.5. What the release calls unique is not relied on: several of its
columns are so called and are not (a plan has many visits, an assessment many factors).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from heeded.adapters.exchange.ssd import values
from heeded.core.chronology.entry import Fact


@dataclass(frozen=True, slots=True)
class Step:
    """A date column that tells of one event.

    `facts` name the column and reading of each field; `keys` the column of what the event belongs to;
    `after` is the column of a date before which it cannot lie.
    """

    kind: str
    date: str
    keys: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, tuple[str, values.Read]] = field(default_factory=dict)
    always: Mapping[str, Fact] = field(default_factory=dict)
    after: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, the columns of a row's own id and of its person, and its events.

    A row in which the column `elsewhere` says yes is another authority's.
    """

    name: str
    id: str
    person: str
    steps: tuple[Step, ...]
    elsewhere: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that is read."""
        names = dict.fromkeys([self.id, self.person, *([self.elsewhere] if self.elsewhere else [])])
        for step in self.steps:
            names.update(
                dict.fromkeys([step.date, *step.keys.values(), *(of for of, _ in step.facts.values())])
            )
        return tuple(name for name in names if name != FACTORS)


PERSONS, FACTOR_ROWS = "ssd_person", "ssd_assessment_factors"
FACTORS = "cinf_assessment_factors_json"
_REFERRAL = {"referral": "cine_referral_id"}
_ASSESSMENT = {"assessment": "cina_assessment_id", "referral": "cina_referral_id"}
_ENQUIRY = {"enquiry": "s47e_s47_enquiry_id", "referral": "s47e_referral_id"}
_PLAN = {"plan": "cppl_cp_plan_id", "referral": "cppl_referral_id"}
_CIN_PLAN = {"plan": "cinp_cin_plan_id", "referral": "cinp_referral_id"}
_REQUIRED = {"conference required": ("s47e_s47_outcome_json", values.conference_required)}


def _visit(prefix: str) -> dict[str, tuple[str, values.Read]]:
    return {
        "child seen": (f"{prefix}_visit_seen", values.yes_or_no),
        "child seen alone": (f"{prefix}_visit_seen_alone", values.yes_or_no),
        "bedroom seen": (f"{prefix}_visit_bedroom", values.yes_or_no),
    }


TABLES = (
    Table("ssd_person", "pers_person_id", "pers_person_id", (Step("death", "pers_death_date"),)),
    Table(
        "ssd_contacts",
        "cont_contact_id",
        "cont_person_id",
        (
            Step(
                "contact received",
                "cont_contact_date",
                facts={"source": ("cont_contact_source_code", values.referrer)},
            ),
        ),
    ),
    Table(
        "ssd_early_help_episodes",
        "earl_episode_id",
        "earl_person_id",
        (
            Step("early help started", "earl_episode_start_date"),
            Step("early help ended", "earl_episode_end_date", after="earl_episode_start_date"),
        ),
    ),
    Table(
        "ssd_cin_episodes",
        "cine_referral_id",
        "cine_person_id",
        (
            Step(
                "referral received",
                "cine_referral_date",
                _REFERRAL,
                {
                    "source": ("cine_referral_source_code", values.referrer),
                    "no further action": ("cine_referral_nfa", values.yes_or_no),
                },
            ),
            Step(
                "case closed",
                "cine_close_date",
                _REFERRAL,
                {"reason": ("cine_close_reason", values.closure)},
                after="cine_referral_date",
            ),
        ),
    ),
    Table(
        "ssd_cin_assessments",
        "cina_assessment_id",
        "cina_person_id",
        (
            Step("assessment started", "cina_assessment_start_date", _ASSESSMENT, always={"stage": "single"}),
            Step(
                "assessment authorised",
                "cina_assessment_auth_date",
                _ASSESSMENT,
                {
                    "child seen": ("cina_assessment_child_seen", values.yes_or_no),
                    "factors": (FACTORS, values.factors),
                    "without factors": (FACTORS, values.without_factors),
                },
                {"stage": "single"},
                after="cina_assessment_start_date",
            ),
        ),
    ),
    Table(
        "ssd_cin_plans",
        "cinp_cin_plan_id",
        "cinp_person_id",
        (
            Step("child in need plan started", "cinp_cin_plan_start_date", _CIN_PLAN),
            Step(
                "child in need plan ended",
                "cinp_cin_plan_end_date",
                _CIN_PLAN,
                after="cinp_cin_plan_start_date",
            ),
        ),
    ),
    Table(
        "ssd_cin_visits",
        "cinv_cin_visit_id",
        "cinv_person_id",
        (
            Step(
                "visit",
                "cinv_cin_visit_date",
                facts=_visit("cinv_cin"),
                always={"purpose": "child in need plan"},
            ),
        ),
    ),
    Table(
        "ssd_s47_enquiry",
        "s47e_s47_enquiry_id",
        "s47e_person_id",
        (
            Step("section 47 started", "s47e_s47_start_date", _ENQUIRY, _REQUIRED),
            Step("section 47 ended", "s47e_s47_end_date", _ENQUIRY, _REQUIRED, after="s47e_s47_start_date"),
        ),
    ),
    Table(
        "ssd_initial_cp_conference",
        "icpc_icpc_id",
        "icpc_person_id",
        (
            Step(
                "initial conference",
                "icpc_icpc_date",
                {"enquiry": "icpc_s47_enquiry_id", "referral": "icpc_referral_id"},
                {"moved in": ("icpc_icpc_transfer_in", values.yes_or_no)},
            ),
        ),
    ),
    Table(
        "ssd_cp_plans",
        "cppl_cp_plan_id",
        "cppl_person_id",
        (
            Step(
                "protection plan started",
                "cppl_cp_plan_start_date",
                _PLAN,
                {"category": ("cppl_cp_plan_initial_category", values.category)},
            ),
            Step(
                "protection plan ended",
                "cppl_cp_plan_end_date",
                _PLAN,
                {"category": ("cppl_cp_plan_latest_category", values.category)},
                after="cppl_cp_plan_start_date",
            ),
        ),
        elsewhere="cppl_cp_plan_ola",
    ),
    Table(
        "ssd_cp_visits",
        "cppv_cp_visit_id",
        "cppv_person_id",
        (
            Step(
                "visit",
                "cppv_cp_visit_date",
                {"plan": "cppv_cp_plan_id"},
                _visit("cppv_cp"),
                {"purpose": "protection plan"},
            ),
        ),
    ),
    Table(
        "ssd_cp_reviews",
        "cppr_cp_review_id",
        "cppr_person_id",
        (
            Step(
                "review conference",
                "cppr_cp_review_date",
                {"plan": "cppr_cp_plan_id"},
                {
                    "quorate": ("cppr_cp_review_quorate", values.yes_or_no),
                    "continue": ("cppr_cp_review_outcome_continue_cp", values.yes_or_no),
                },
            ),
        ),
    ),
    Table(
        "ssd_missing",
        "miss_table_id",
        "miss_person_id",
        (
            Step("went missing", "miss_missing_episode_start_date"),
            Step(
                "missing child returned",
                "miss_missing_episode_end_date",
                after="miss_missing_episode_start_date",
            ),
        ),
    ),
)
"""The tables in the order in which they are read."""
