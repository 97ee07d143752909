"""Record: how the record itself begins and is put right; nothing in it is edited."""

from heeded.core.chronology.vocabulary.field import day, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter

_here = Chapter("Record", "children's social care")

KINDS = (
    _here.kind(
        "record created",
        "An agency began a record about the child.",
        yes_no("consistent identifier", "It carries the identifier that all agencies share."),
        words("reason without identifier", "Why it carries none."),
    ),
    _here.kind("birth", "The child was born.", day("expected", "When the birth was expected.")),
    _here.kind("death", "The child died."),
    _here.kind(
        "correction",
        "A source said anew, and differently, what an earlier entry says.",
        words("reason", "Why."),
    ),
    _here.kind("withdrawal", "A source took back an earlier entry.", words("reason", "Why.")),
)
