"""Disagreement: opposite conclusions, kept open until someone above both sides has answered."""

from heeded.core.chronology.vocabulary.field import any_of, number, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter
from heeded.core.chronology.vocabulary.words import SECTORS

_here = Chapter("Disagreement", "hospital")
_ALONG = ("disagreement", "referral", "enquiry", "injury", "request", "decision")

KINDS = (
    _here.kind(
        "disagreement opened",
        "Two agencies, or two practitioners, hold conclusions that cannot both be right.",
        words("question", "What they disagree on."),
        any_of("sides", "The sectors on either side.", SECTORS),
        words("entry", "The entry that it disagrees with, by its identity in the record."),
        words("grounds", "On what grounds."),
        yes_no("immediate danger", "The child may be harmed while it stands."),
        keys=_ALONG,
    ),
    _here.kind(
        "disagreement answered",
        "One side replied to the other.",
        words("answer", "What it said."),
        keys=_ALONG,
    ),
    _here.kind(
        "disagreement taken up",
        "It went to the next step of the agreed ladder.",
        number("level", "The step that it reached; the first after the practitioners themselves is 2."),
        keys=_ALONG,
    ),
    _here.kind(
        "disagreement resolved",
        "It was settled, with reasons that both sides can read.",
        words("by", "Who settled it."),
        yes_no("above both sides", "Someone senior to both, or both together, settled it."),
        words("reasons", "Why."),
        words("answer to who raised it", "Which grounds they gave, and what is made of each."),
        words("answer to who denied it", "Which grounds they gave, and what is made of each."),
        any_of("settles", "The opposite answers that it settles, by their identities in the record."),
        keys=_ALONG,
    ),
)
