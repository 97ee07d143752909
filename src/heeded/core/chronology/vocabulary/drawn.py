"""Drawn from the record: what follows from entries, found anew at every judgement and never recorded."""

from heeded.core.chronology.vocabulary.accounts import MECHANISMS
from heeded.core.chronology.vocabulary.decisions import CONDITIONS
from heeded.core.chronology.vocabulary.field import Field, any_of, one_of, person, words, yes_no
from heeded.core.chronology.vocabulary.kind import ALWAYS, Kind
from heeded.core.chronology.vocabulary.words import QUESTIONS, SECTORS

CHAPTER = "Drawn from the record"
RESTS_ON = any_of("rests on", "The entries that it follows from, by their identities in the record.")
_HOW = ("lived in the household", "had access", "looked after the child")


def _kind(name: str, meaning: str, *fields: Field, keys: tuple[str, ...]) -> Kind:
    return Kind(name, meaning, CHAPTER, (*fields, RESTS_ON), (*ALWAYS, *keys), usual="", drawn=True)


KINDS = (
    _kind(
        "possible source",
        "A person could have been with the child while a suspected injury may have arisen.",
        person("person", "Who."),
        any_of("access", "How the person came to be with the child.", _HOW),
        yes_no("away", "The record places the person elsewhere for all of that time."),
        keys=("injury",),
    ),
    _kind(
        "decision resting on absence",
        "A decision holds only while one person stays away: it says so, it was stated for it, or somebody "
        "thought the source of harm is recorded as away when a child stays or goes home.",
        person("person", "Who that is."),
        keys=("decision", "assumption"),
    ),
    _kind(
        "injury beyond one source",
        "A new injury, where one person was thought the source or a decision rests on one person's absence, "
        "and that person was away or had to be.",
        person("person", "Who that is."),
        keys=("injury", "decision", "assumption"),
    ),
    _kind(
        "assumption contradicted",
        "An entry speaks against what a decision takes to be so.",
        any_of("conditions", "What the decision takes to be so.", CONDITIONS),
        person("person", "The person whom that names."),
        words("words", "The same in the decider's own words."),
        keys=("decision", "assumption"),
    ),
    _kind(
        "opposite answers",
        "Two practitioners answered one question about a child in opposite ways: a disagreement, whether or "
        "not anybody has opened one.",
        one_of("answers", "Which question they answer.", QUESTIONS),
        words("question", "A question that is not on the list, in words."),
        any_of("sectors", "The sectors on either side.", SECTORS),
        keys=("disagreement", "injury"),
    ),
    _kind(
        "explanations differ",
        "Two explanations of one injury name different things that did it, whoever gave them.",
        any_of("mechanisms", "What they name.", MECHANISMS),
        yes_no("same speaker", "One speaker named both."),
        keys=("injury",),
    ),
    _kind(
        "earlier episode left out",
        "The history was read, and an episode of the last twelve months that was known is not named in it "
        "with its effect, nor in any reading before.",
        any_of("episodes", "Which: by what the record calls each."),
        keys=("referral", "enquiry"),
    ),
)
