"""Adults: what is known of the grown-ups around a child, and where to ask."""

from heeded.core.chronology.vocabulary.field import one_of, person, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter

_here = Chapter("Adults", "police")
_WHO = person("person", "The adult whom it concerns.")
_FACTS = (
    *("violence", "domestic abuse", "harm to a child", "sexual offence", "weapons", "coercive control"),
    *("mental health crisis", "self-harm", "missing from services", "bail condition broken", "other"),
)
_SUBJECTS = ("substance use", "domestic abuse", "mental health crisis", "violence", "other")

KINDS = (
    _here.kind(
        "substance use known",
        "An agency knows that an adult around the child misuses alcohol or drugs.",
        _WHO,
        words("substance", "Which."),
        yes_no("carer", "The adult looks after the child."),
        keys=("incident",),
    ),
    _here.kind(
        "adult fact known",
        "An agency knows something else of an adult that bears on the child's safety.",
        _WHO,
        one_of("fact", "What sort of thing.", _FACTS),
        words("detail", "What is known, and how."),
        yes_no("carer", "The adult looks after the child."),
        keys=("incident",),
    ),
    _here.kind(
        "specialist advice sought",
        "Someone asked a specialist service about an adult.",
        _WHO,
        one_of("subject", "About what.", _SUBJECTS),
        keys=("request",),
        usual="children's social care",
    ),
    _here.kind(
        "specialist advice received",
        "A specialist service answered.",
        _WHO,
        one_of("subject", "About what.", _SUBJECTS),
        words("advice", "What it said."),
        keys=("request",),
        usual="substance use service",
    ),
)
