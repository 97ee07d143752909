"""Police: what officers come upon, tell and decide."""

from heeded.core.chronology.vocabulary.field import any_of, one_of, person, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter
from heeded.core.chronology.vocabulary.words import SECTORS

_here = Chapter("Police", "police")
_WHO = person("person", "Whom it concerns.")
_OUTCOMES = ("no further action", "charge", "caution", "other disposal", "still being investigated")

KINDS = (
    _here.kind(
        "police met child",
        "An officer came upon the child.",
        yes_no("in concern", "In circumstances that give cause for concern."),
        yes_no("injuries seen", "The officer saw injuries."),
        keys=("incident",),
    ),
    _here.kind(
        "police notice",
        "Police told social care, in their own form, of a child whom they had come upon.",
        yes_no("each child named", "Every child in the household is named."),
        yes_no("injuries described", "Injuries are described, or said to be absent."),
        yes_no("child's voice", "It says what the child said or showed."),
        keys=("incident", "referral"),
    ),
    _here.kind(
        "domestic abuse incident",
        "Police dealt with domestic abuse in the child's household.",
        yes_no("children present", "The child was in the home at the time."),
        yes_no(
            "child may be victim",
            "Officers have reasonable grounds to believe that the child may be a victim.",
        ),
        yes_no("in education", "The child is on a school's or college's roll, from reception to 17."),
        yes_no("called out", "Officers went to the home."),
        keys=("incident",),
    ),
    _here.kind(
        "school notified",
        "The child's school or college was told of a domestic abuse incident.",
        keys=("incident",),
    ),
    _here.kind(
        "arrest", "An adult was arrested.", _WHO, words("for", "On suspicion of what."), keys=("incident",)
    ),
    _here.kind("release", "An adult was released from custody.", _WHO, keys=("incident",)),
    _here.kind(
        "bail",
        "An adult was bailed.",
        _WHO,
        words("conditions", "The conditions, in full."),
        yes_no("kept from the child", "A condition keeps the person from the child and the home."),
        keys=("incident",),
    ),
    _here.kind(
        "police protection started",
        "An officer took the child into police protection (Children Act 1989, section 46).",
        keys=("incident", "enquiry"),
    ),
    _here.kind(
        "police protection ended",
        "Police protection of the child ended.",
        one_of("to", "Where the child went.", ("home", "relative", "social care", "into care by order")),
        keys=("incident", "enquiry"),
    ),
    _here.kind(
        "criminal decision",
        "Police or prosecutors decided about a crime against the child; it closes that line only.",
        one_of("outcome", "What was decided.", _OUTCOMES),
        words("reason", "Why."),
        person("person", "The person whom it concerns."),
        keys=("incident", "enquiry"),
    ),
    _here.kind(
        "criminal decision shared",
        "Police told others what they decided about a crime against the child.",
        any_of("shared with", "The sectors told.", SECTORS),
        yes_no("medical author told", "The doctor whose opinion stands on record was told."),
        keys=("incident", "enquiry"),
    ),
)
