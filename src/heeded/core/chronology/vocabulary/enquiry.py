"""Enquiry and assessment: finding out, seeing the child, and saying what follows."""

from heeded.core.chronology.vocabulary.field import any_of, day, one_of, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter

_here = Chapter("Enquiry and assessment", "children's social care")
_CONFERENCE = yes_no(
    "conference required", "Whether a conference is needed; a return may say so without a date."
)
_PURPOSES = (
    *("section 47", "assessment", "protection plan", "child in need plan", "looked after", "placement"),
    *("private fostering", "other"),
)
_S47_OUTCOMES = (
    *("conference", "order sought", "child in need plan", "assessment continues", "early help"),
    *("monitoring", "no further action"),
)
_FACTORS = (
    *(
        "alcohol misuse by the child",
        "alcohol misuse by a carer",
        "alcohol misuse by another in the household",
    ),
    *("drug misuse by the child", "drug misuse by a carer", "drug misuse by another in the household"),
    *(
        "domestic abuse of the child",
        "domestic abuse of a carer",
        "domestic abuse of another in the household",
    ),
    *("young carer", "privately fostered", "missing", "child sexual exploitation", "trafficking", "gangs"),
    *("harmful behaviour", "self-harm", "child criminal exploitation"),
    *(
        "neglect",
        "emotional abuse",
        "physical abuse",
        "physical abuse by a child",
        "physical abuse by an adult",
    ),
    *("sexual abuse", "sexual abuse by a child", "sexual abuse by an adult"),
    *("female genital mutilation", "abuse linked to faith", "another factor"),
)

KINDS = (
    _here.kind(
        "section 47 started",
        "Enquiries began under section 47 of the Children Act 1989.",
        _CONFERENCE,
        keys=("enquiry", "referral", "incident"),
    ),
    _here.kind(
        "section 47 ended",
        "Those enquiries ended.",
        one_of("outcome", "What they led to.", _S47_OUTCOMES),
        yes_no("substantiated", "The harm suspected was found to be so, or likely."),
        yes_no("continuing risk", "The child is thought still to be at risk."),
        _CONFERENCE,
        words("reason", "Why."),
        day("review date", "When the decision will be looked at again."),
        keys=("enquiry", "referral"),
    ),
    _here.kind(
        "access refused",
        "The child could not be seen because someone refused, or could not be found.",
        words("by", "Who refused, or that the child could not be found."),
        keys=("enquiry",),
    ),
    _here.kind(
        "order considered",
        "Someone weighed going to court.",
        one_of("outcome", "What was decided.", ("apply", "safe without an order")),
        words("reason", "Why."),
        words("decided by", "Who decided."),
        day("review date", "When the decision will be looked at again."),
        keys=("enquiry",),
    ),
    _here.kind(
        "visit",
        "A practitioner went to see the child where they live or are.",
        yes_no("child seen", "The child was seen."),
        yes_no("child seen alone", "The child was seen without a carer."),
        yes_no("home seen", "The home was seen."),
        yes_no("bedroom seen", "Where the child sleeps was seen."),
        yes_no("own words", "The child could speak in the words and way that come easiest to them."),
        words("reason unseen", "Why the child was not seen, or not alone."),
        one_of("purpose", "What for.", _PURPOSES),
        keys=(
            "enquiry",
            "assessment",
            "plan",
            "referral",
            "placement",
            "arrangement",
            "looked-after episode",
        ),
    ),
    _here.kind(
        "assessment started",
        "Social care began to assess the child's needs.",
        one_of(
            "stage", "Which; initial and core ended with the 2013 guidance.", ("single", "initial", "core")
        ),
        keys=("assessment", "referral"),
    ),
    _here.kind(
        "assessment authorised",
        "A manager signed the assessment as complete.",
        one_of(
            "stage", "Which; initial and core ended with the 2013 guidance.", ("single", "initial", "core")
        ),
        any_of("factors", 'What was found; anything that a rule may not read is "another factor".', _FACTORS),
        yes_no("without factors", "It says that none was found."),
        yes_no("child seen", "The child was seen in the course of it."),
        words("reason for delay", "Why it took longer than agreed."),
        one_of(
            "outcome",
            "What it led to.",
            (*_S47_OUTCOMES, "strategy discussion", "section 47", "looked after"),
        ),
        keys=("assessment", "referral"),
    ),
    _here.kind(
        "interim safety plan",
        "Steps to keep the child safe until the conference were agreed and written down.",
        words("steps", "What they are."),
        keys=("enquiry", "plan", "decision"),
    ),
)
