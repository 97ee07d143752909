"""Meetings: where agencies decide together, and what each must leave behind."""

from heeded.core.chronology.vocabulary.field import any_of, day, one_of, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter
from heeded.core.chronology.vocabulary.words import ATTENDEES, SECTORS

_here = Chapter("Meetings", "children's social care")
_WAYS = ("meeting", "video meeting", "phone call")
_LEFT_BEHIND = (
    any_of("attended by", "Who took part.", ATTENDEES),
    any_of("absent but heard", "Who was away and gave what they know beforehand.", ATTENDEES),
    words("decision", "What was decided."),
    words("reason", "Why."),
    words("owner", "Who is to do it."),
    day("date", "By when."),
    words("contingency", "What happens if it does not go as planned."),
    one_of("held as", "How they met.", _WAYS),
)
_OUTCOMES = (
    *("section 47", "further strategy discussion", "assessment", "single agency enquiry"),
    *("no further action", "undecided"),
)

KINDS = (
    _here.kind(
        "reasonable cause recorded",
        "Someone wrote that there is reasonable cause to suspect significant harm.",
        words("grounds", "On what grounds."),
        yes_no(
            "immediate danger", "The child is likely to be harmed unless moved, or kept where they are, now."
        ),
        keys=("referral", "enquiry", "injury", "incident"),
    ),
    _here.kind(
        "strategy discussion called",
        "Agencies were asked to come and share what they know of the child; it is yet to be held.",
        words("reason", "Why it is called."),
        words("arrangements", "When, where, or which number to ring."),
        any_of("to", "The sectors asked to come.", SECTORS),
        one_of("to be held as", "How they are to meet.", _WAYS),
        keys=("meeting", "enquiry", "referral", "injury", "incident"),
    ),
    _here.kind(
        "strategy discussion",
        "Social care, police, health and others shared what they know and decided what to do.",
        *_LEFT_BEHIND,
        one_of("outcome", "What it led to.", _OUTCOMES),
        keys=("meeting", "enquiry", "referral", "injury", "incident", "assumption"),
    ),
    _here.kind(
        "child protection meeting",
        "Agencies met about the child's protection, other than in one of the named meetings.",
        *_LEFT_BEHIND,
        keys=("meeting", "enquiry", "plan"),
    ),
    _here.kind(
        "minutes sent",
        "What a meeting decided went to everyone who has to know.",
        keys=("meeting", "enquiry", "plan"),
    ),
)
