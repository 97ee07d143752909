"""Injuries: what was seen on the child, before anyone says what it means."""

from heeded.core.chronology.body import WIDER, Side
from heeded.core.chronology.vocabulary.field import level, number, one_of, places, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter
from heeded.core.chronology.vocabulary.words import BODY_REGIONS, BODY_SITES, MOBILITY, SEEN, SHAPES

_here = Chapter("Injuries", "hospital")
_SORTS = (
    *("bruise", "petechiae", "swelling", "burn", "scald", "fracture", "bite", "laceration", "abrasion"),
    *("head injury", "internal injury", "mouth injury", "eye injury", "poisoning", "other"),
)
_SIDES = (*Side, "both")
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
        places(
            "sites",
            "Where on the body, as finely as it was seen; every site. Two marks that differ in more than "
            "their site are two events with the same injury.",
            BODY_SITES,
            BODY_REGIONS,
            WIDER,
            "docs/standard/body-regions.md",
        ),
        one_of("side", "The child's own side, where the words for the site do not say it.", _SIDES),
        number("count", "How many marks, the least that is sure."),
        number("length", "How long the mark is, or the largest of them, in millimetres."),
        number("width", "How wide it is across, in millimetres."),
        one_of("shape", "The shape of the mark; unsaid where nobody looked for one.", SHAPES),
        yes_no("patterned", "Its shape suggests a hand, ligature, stick, teeth, grip or implement."),
        yes_no("alike", "The marks are of a similar shape and size."),
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
        words("seen by", "Who saw it, where that is not who says it here."),
        one_of("seen", "How it was seen.", SEEN),
        keys=("injury", "attendance", "incident", "assumption"),
    ),
)
