"""Looked after: children in the authority's care, and those fostered by private arrangement."""

from heeded.core.chronology.vocabulary.field import one_of, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter

_here = Chapter("Looked after", "children's social care")
_EPISODE = ("looked-after episode",)
_BASES = ("agreement with parents", "interim care order", "care order", "emergency protection order", "other")

KINDS = (
    _here.kind(
        "became looked after",
        "The child came into the authority's care.",
        one_of("basis", "On what footing in law.", (*_BASES, "police protection")),
        keys=_EPISODE,
    ),
    _here.kind(
        "ceased to be looked after",
        "The child left the authority's care.",
        words("reason", "Why."),
        keys=_EPISODE,
    ),
    _here.kind(
        "placement started",
        "The child began to live where the authority placed them.",
        yes_no("with parent on interim order", "With a parent while an interim care order is in force."),
        yes_no("long term", "Meant to last until the child is 18."),
        yes_no("adults assessed", "Everyone in the home of 18 or over was assessed beforehand."),
        keys=("placement", *_EPISODE),
    ),
    _here.kind(
        "placement ended",
        "The child stopped living there.",
        words("reason", "Why."),
        keys=("placement", *_EPISODE),
    ),
    _here.kind(
        "looked-after review",
        "The independent reviewing officer held a review.",
        yes_no("child took part", "The child took part, or someone spoke for them."),
        keys=("placement", *_EPISODE),
    ),
    _here.kind(
        "looked-after visit",
        "The authority's representative visited the child in the placement.",
        yes_no("child seen", "The child was seen."),
        yes_no("child seen alone", "The child was seen without a carer."),
        keys=("placement", *_EPISODE),
    ),
    _here.kind("looked-after plan agreed", "The plan for a looked-after child was agreed.", keys=_EPISODE),
    _here.kind(
        "looked-after health assessment",
        "The child's health was assessed as the rules for looked-after children ask.",
        keys=_EPISODE,
        usual="community health",
    ),
    _here.kind(
        "private fostering known",
        "The authority came to know that the child lives, by private agreement, outside the close family.",
        yes_no("close relative", "The carer is a relative whom the regulations leave out."),
        keys=("arrangement",),
    ),
    _here.kind("private fostering ended", "The private arrangement ended.", keys=("arrangement",)),
    _here.kind(
        "private fostering report",
        "The officer who visited wrote the report that the regulations ask for.",
        keys=("arrangement",),
    ),
)
