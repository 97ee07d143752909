"""Record: how the record itself begins and is put right; nothing in it is edited."""

from heeded.core.chronology.vocabulary.field import any_of, day, one_of, words, yes_no
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
    _here.kind(
        "identity questioned",
        "It came to light that another record may be of the same child.",
        any_of("held by", "The agencies that hold the other record: to be rung, by name."),
        words("because", "What the two have in common, and what not."),
        keys=("identity check",),
    ),
    _here.kind(
        "identity decided",
        "A person said whether two records are of one child, or that nobody can tell.",
        one_of("outcome", "What they said.", ("one child", "two children", "cannot tell")),
        words("reason", "Why."),
        keys=("identity check",),
    ),
    _here.kind("withdrawal", "A source took back an earlier entry.", words("reason", "Why.")),
)
