"""Injuries: what was seen on the child, before anyone says what it means."""

from heeded.core.chronology.vocabulary.field import any_of, level, number, one_of, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter
from heeded.core.chronology.vocabulary.words import BODY_SITES, MOBILITY

_here = Chapter("Injuries", "hospital")
_SORTS = (
    *("bruise", "swelling", "burn", "scald", "fracture", "bite", "laceration", "abrasion"),
    *("head injury", "internal injury", "mouth injury", "eye injury", "poisoning", "other"),
)
_CAUSES = (
    "clotting disorder",
    "skin disorder",
    "severe spasticity",
    "motor vehicle collision",
    "birth injury",
    "other medical cause",
)

KINDS = (
    _here.kind(
        "injury observed",
        "Someone saw an injury, or marks that may be one.",
        one_of("what", "What it is.", _SORTS),
        any_of("sites", "Where on the body; every site seen.", BODY_SITES),
        number("count", "How many marks, the least that is sure."),
        yes_no("patterned", "Its shape suggests a hand, ligature, stick, teeth, grip or implement."),
        words("implement", "What the shape suggests, where it suggests something."),
        yes_no("multiple", "More than one bruise, or bruises in clusters."),
        yes_no("suspected", "Whoever saw it thinks that someone may have caused it."),
        yes_no("new", "It arose since the child was last examined."),
        yes_no(
            "source away", "It arose while the person thought to be its source could not reach the child."
        ),
        level("mobility", "How the child moved unaided at the time.", MOBILITY),
        one_of(
            "medical cause", "A documented cause that is not a person; unsaid where none is known.", _CAUSES
        ),
        words("colour", "The colour seen: an observation, never a measure of age."),
        keys=("injury", "attendance", "incident", "assumption"),
    ),
)
