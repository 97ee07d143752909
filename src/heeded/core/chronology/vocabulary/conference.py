"""Conference and plan: the protection plan and those who carry it."""

from heeded.core.chronology.vocabulary.field import any_of, number, one_of, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter
from heeded.core.chronology.vocabulary.words import ABUSE_CATEGORIES, ATTENDEES, SECTORS

_here = Chapter("Conference and plan", "children's social care")
_ATTENDED = any_of("attended by", "Who took part.", ATTENDEES)
_QUORATE = yes_no("quorate", "Enough agencies took part to decide.")
_CATEGORY = one_of("category", "The category of harm.", ABUSE_CATEGORIES)

KINDS = (
    _here.kind(
        "conference requested",
        "An agency asked for a child protection conference.",
        one_of("by", "The sector that asked.", SECTORS),
        words("reason", "Why."),
        keys=("request", "enquiry"),
        usual="hospital",
    ),
    _here.kind(
        "conference request decided",
        "Social care answered a request for a conference.",
        one_of("outcome", "What was decided.", ("hold", "decline", "taken up")),
        words("reason", "Why."),
        keys=("request", "enquiry"),
    ),
    _here.kind(
        "conference delay agreed",
        "The manager and the conference's chair agreed to hold it later, with reasons.",
        words("reason", "Why."),
        yes_no("by manager", "The manager agreed."),
        yes_no("by chair", "The chair agreed."),
        keys=("enquiry",),
    ),
    _here.kind(
        "initial conference",
        "The first child protection conference was held.",
        _ATTENDED,
        _QUORATE,
        one_of(
            "outcome", "What was decided.", ("protection plan", "child in need plan", "no plan", "adjourned")
        ),
        yes_no("every child in household considered", "Each child in the household was considered."),
        yes_no("moved in", "It followed a move from another area, where the plan was made."),
        keys=("enquiry", "plan", "meeting", "referral", "request"),
    ),
    _here.kind(
        "protection plan started",
        "A child protection plan began.",
        _CATEGORY,
        number("earlier plans", "How many such plans the child had before, anywhere."),
        keys=("plan", "enquiry", "referral"),
    ),
    _here.kind(
        "protection plan ended",
        "The child protection plan ended.",
        _CATEGORY,
        words("reason", "Why."),
        keys=("plan", "referral"),
    ),
    _here.kind("core group", "Those who carry out the plan met.", _ATTENDED, keys=("plan", "meeting")),
    _here.kind(
        "review conference",
        "A conference looked again at the plan.",
        _ATTENDED,
        _QUORATE,
        yes_no("continue", "The plan goes on."),
        keys=("plan", "meeting"),
    ),
    _here.kind("child in need plan started", "A child in need plan began.", keys=("plan", "referral")),
    _here.kind("child in need plan ended", "The child in need plan ended.", keys=("plan", "referral")),
)
