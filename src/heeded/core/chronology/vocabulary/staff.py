"""Staff: concerns about someone who works with children."""

from heeded.core.chronology.vocabulary.field import person, words
from heeded.core.chronology.vocabulary.kind import Chapter

_here = Chapter("Staff", "school")

KINDS = (
    _here.kind(
        "concern about staff",
        "Someone who works with children may have harmed one, or may be unsafe to do so.",
        person("person", "Who."),
        words("grounds", "On what grounds."),
        keys=("incident",),
    ),
    _here.kind(
        "designated officer told",
        "The local authority's designated officer was told of a concern about staff.",
        keys=("incident",),
    ),
)
