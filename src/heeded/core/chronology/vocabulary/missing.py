"""Missing: going missing, coming back, and being asked about it by someone independent."""

from heeded.core.chronology.vocabulary.field import one_of, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter

_here = Chapter("Missing", "police")
_EPISODE = ("missing episode",)

KINDS = (
    _here.kind("went missing", "The child's whereabouts became unknown.", keys=_EPISODE),
    _here.kind("missing child returned", "The child was found or came back.", keys=_EPISODE),
    _here.kind(
        "return interview offered",
        "Someone independent offered to talk with the child about it.",
        one_of("answer", "What the child said.", ("accepted", "declined", "unanswered")),
        yes_no("independent", "Whoever offered it works apart from those who care for the child."),
        words("follow-up", "What is done where the child declined."),
        keys=_EPISODE,
        usual="children's social care",
    ),
    _here.kind(
        "return interview held", "The child talked about it.", keys=_EPISODE, usual="children's social care"
    ),
)
