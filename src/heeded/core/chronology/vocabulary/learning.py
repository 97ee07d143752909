"""Learning: serious harm, reviews, recommendations, and whether they held."""

from heeded.core.chronology.vocabulary.field import any_of, day, number, one_of, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter
from heeded.core.chronology.vocabulary.words import SECTORS

_here = Chapter("Learning", "safeguarding partnership")
_INCIDENT = ("incident",)
_RECOMMENDATION = ("recommendation", "incident")
_RESULTS = ("holding", "relapsed", "named again", "cannot be told")

KINDS = (
    _here.kind(
        "serious harm known",
        "The authority came to know that a child died or was seriously harmed.",
        yes_no("abuse suspected", "Abuse or neglect is known or suspected."),
        keys=_INCIDENT,
        usual="children's social care",
    ),
    _here.kind(
        "incident notified",
        "The national panel, and the partners, were told of it.",
        any_of("to", "Who was told.", SECTORS),
        keys=_INCIDENT,
        usual="children's social care",
    ),
    _here.kind("rapid review done", "The partners sent in their rapid review.", keys=_INCIDENT),
    _here.kind("practice review started", "A review of practice began.", keys=_INCIDENT),
    _here.kind("practice review published", "A review of practice was published.", keys=_INCIDENT),
    _here.kind(
        "publication withheld",
        "The partners told the national panel why a review is not published in time.",
        words("reason", "Why."),
        keys=_INCIDENT,
    ),
    _here.kind("recommendation accepted", "The partners accepted a recommendation.", keys=_RECOMMENDATION),
    _here.kind(
        "recommendation bound",
        "A recommendation was tied to the rules that show whether it is used.",
        any_of("rules", "The rules' names."),
        number("baseline", "The share kept before, in per cent."),
        number("target", "The share meant to be kept, in per cent."),
        day("review date", "When it will be looked at again."),
        keys=_RECOMMENDATION,
    ),
    _here.kind("recommendation closed", "The partners said that it is done.", keys=_RECOMMENDATION),
    _here.kind(
        "adherence checked",
        "It was looked at whether a closed recommendation still holds.",
        one_of("result", "What was found.", _RESULTS),
        number("share kept", "The share kept, in per cent."),
        keys=_RECOMMENDATION,
    ),
    _here.kind(
        "recommendation reopened",
        "A closed recommendation was opened again.",
        words("reason", "Why."),
        keys=_RECOMMENDATION,
    ),
    _here.kind("year ended", "The partnership's year came to its end."),
    _here.kind("yearly report published", "The partnership's yearly report was published."),
    _here.kind("audit month ended", "A month for which a sample is graded came to its end."),
    _here.kind(
        "audit sample graded",
        "People graded a sample of findings, kept and not kept, and compared it with the machine's.",
        number("agreement", "The share on which both agree, in per cent."),
    ),
)
