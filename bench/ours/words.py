"""From the generated log's codes to the record's own words: kinds, and what an event states."""

from collections.abc import Mapping
from dataclasses import dataclass

Fact = bool | str | frozenset[str]

EVERYONE = frozenset({"social care", "police", "health"})


@dataclass(frozen=True)
class Word:
    """A kind in the record's vocabulary, and what the log's yes-or-no column says as its field."""

    kind: str
    column: str = ""
    field: str = ""
    yes: Fact = True
    no: Fact = False

    def facts(self, value: object) -> dict[str, Fact]:
        """What an event with this value in the column states."""
        return {self.field: self.yes if value else self.no} if self.column and value is not None else {}


WORDS: Mapping[str, Word] = {
    "referral_received": Word("referral received"),
    "referral_decision": Word(
        "referral decision", "accepted", "outcome", yes="assessment", no="no further action"
    ),
    "assessment_authorised": Word("assessment authorised"),
    "enquiry_started": Word("section 47 started"),
    "enquiry_ended": Word(
        "section 47 ended", "conference", "outcome", yes="conference", no="no further action"
    ),
    "initial_conference": Word("initial conference"),
    "plan_started": Word("protection plan started"),
    "plan_ended": Word("protection plan ended"),
    "core_group": Word("core group"),
    "visit": Word("visit", "alone", "child seen alone"),
    "review": Word("review conference"),
    "injury_observed": Word("injury observed"),
    "strategy_discussion": Word(
        "strategy discussion", "quorate", "attended by", yes=EVERYONE, no=EVERYONE - {"health"}
    ),
    "hospital_discharge": Word("hospital discharge"),
    "disagreement_opened": Word("disagreement opened"),
    "disagreement_answered": Word("disagreement answered"),
    "disagreement_resolved": Word("disagreement resolved"),
    "closed": Word("case closed"),
    "contact": Word("contact received"),
    "concern": Word("concern raised"),
}
