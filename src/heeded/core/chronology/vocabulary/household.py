"""Household: who lives with a child, who has access, who cares, who is who."""

from heeded.core.chronology.vocabulary.field import one_of, person, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter

_here = Chapter("Household", "children's social care")
_WHO = person("person", "Who.")
_HOUSEHOLD = words("household", "The household's identity in the record.")
_RELATIONS = (
    *(
        "mother",
        "father",
        "parent",
        "step-parent",
        "partner of a parent",
        "grandparent",
        "sibling",
        "half-sibling",
    ),
    *("step-sibling", "aunt", "uncle", "cousin", "foster carer", "lodger", "friend of the family", "other"),
)

KINDS = (
    _here.kind("household joined", "A person came to live in a household.", _WHO, _HOUSEHOLD),
    _here.kind("household left", "A person stopped living in a household.", _WHO, _HOUSEHOLD),
    _here.kind("access began", "A person came to be with the child unsupervised at times.", _WHO),
    _here.kind("access ended", "A person can no longer be with the child unsupervised.", _WHO),
    _here.kind(
        "relationship recorded",
        "It was written who a person is to another.",
        _WHO,
        person("to", "To whom."),
        one_of("relation", "What the person is to the other.", _RELATIONS),
        yes_no("alleged", "It is alleged or disputed, and not established."),
    ),
    _here.kind(
        "whereabouts",
        "A person was somewhere.",
        _WHO,
        one_of(
            "place",
            "Where.",
            ("home", "relative's home", "custody", "hospital", "abroad", "elsewhere", "unknown"),
        ),
    ),
    _here.kind("care", "A person was looking after the child.", _WHO),
)
