"""The generated log's vocabulary: kinds of event, keys, fields, and the span of time that it covers."""

KINDS = (
    "referral_received",
    "referral_decision",
    "assessment_authorised",
    "enquiry_started",
    "enquiry_ended",
    "initial_conference",
    "plan_started",
    "plan_ended",
    "core_group",
    "visit",
    "review",
    "injury_observed",
    "strategy_discussion",
    "hospital_discharge",
    "disagreement_opened",
    "disagreement_answered",
    "disagreement_resolved",
    "closed",
    "contact",
    "concern",
)
KEYS = ("referral", "enquiry", "plan", "disagreement")
FIELDS = ("accepted", "alone", "conference", "quorate")

FIRST = 1_609_459_200  # 2021-01-01 00:00 UTC
NOW = 1_704_067_199  # 2023-12-31 23:59:59 UTC, the moment of judgement: nothing later is known


def kind(name: str) -> int:
    """The code of a kind of event."""
    return KINDS.index(name)
