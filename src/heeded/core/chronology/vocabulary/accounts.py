"""Accounts: what carers explained, what children said, and what practitioners think."""

from heeded.core.chronology.vocabulary.field import any_of, level, one_of, person, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter
from heeded.core.chronology.vocabulary.words import FITS, QUESTIONS, SECTORS, STRENGTHS

_here = Chapter("Accounts", "children's social care")
_WORDS = words("words", "What was said, word for word.")
_ANSWERS = one_of(
    "answers", "Which question it answers; by itself, whether the child may be coming to harm.", QUESTIONS
)
_QUESTION = words("question", "That question in words.")

MECHANISMS = (
    *("fall", "struck an object", "object fell on the child", "hurt in play", "animal", "hot thing"),
    *("another child", "struck by a person", "other", "unknown to the speaker"),
)
"""What a speaker says did it; the last where they say that they do not know."""

KINDS = (
    _here.kind(
        "observation recorded",
        "A practitioner wrote down, in their own words, what they saw, heard or were told.",
        words("words", "What was seen, heard or told, and by whom."),
        keys=("injury", "attendance", "incident"),
        usual="hospital",
    ),
    _here.kind(
        "explanation given",
        "A carer or another adult said how an injury or event came about.",
        person("speaker", "Who said it."),
        words("heard by", "Who heard it."),
        _WORDS,
        one_of("mechanism", "What the speaker says did it, where one of these says the same.", MECHANISMS),
        one_of("fit", "How it sits with what was found.", FITS),
        yes_no("delayed", "It came, or help was sought, later than would be expected."),
        yes_no(
            "contradicts", "It differs from another carer's account, or from the speaker's own earlier one."
        ),
        keys=("injury", "attendance", "incident"),
        usual="hospital",
    ),
    _here.kind(
        "explanation asked",
        "A practitioner asked how an injury or event came about; what was answered stands as an explanation.",
        words("of whom", "Who was asked."),
        words("question", "What was asked, word for word."),
        yes_no("answered", "Any answer was given."),
        keys=("injury", "attendance", "incident"),
        usual="hospital",
    ),
    _here.kind(
        "explanation weighed",
        "A practitioner, by name, said how an explanation sits with what was found, and why.",
        words("explanation", "Which, in the speaker's own words; unsaid where it is every one so far."),
        one_of("fit", "How it sits with what was found.", FITS),
        words("grounds", "On what grounds."),
        keys=("injury", "attendance", "incident"),
        usual="hospital",
    ),
    _here.kind(
        "explanations compared",
        "The explanations for one injury were set side by side and checked.",
        one_of("finding", "How they sit together.", ("the same", "changed", "contradictory")),
        yes_no("treated as unsuitable", "They are not taken as explaining the injury."),
        yes_no("checked beyond carers", "They were checked with a source that is not a carer."),
        any_of("shared with", "The sectors that were shown the comparison.", SECTORS),
        keys=("injury",),
    ),
    _here.kind(
        "disclosure",
        "A child, or a relative, told of harm.",
        person("speaker", "Who told."),
        one_of(
            "said by", "Who the speaker is to the child.", ("the child", "sibling", "other child", "relative")
        ),
        _WORDS,
        words("heard by", "Who heard it."),
        yes_no("alone", "No carer was present."),
        yes_no("open questions", "Nothing was put into the speaker's mouth."),
        person("about", "Who is said to have done it."),
        keys=("disclosure", "injury", "incident"),
        usual="police",
    ),
    _here.kind(
        "disclosure weighed",
        "Someone said what a disclosure is worth and what is done about it.",
        words("weight", "How much weight it is given, and why."),
        words("weighed with", "What it was held against: what else is known, who was asked."),
        words("action", "What is done about it."),
        words("child told", "What the child was told, in the words used, or why nothing was."),
        yes_no("told back", "The one who spoke was told what happens next."),
        yes_no("other children reconsidered", "Each other child in the household was thought of anew."),
        keys=("disclosure",),
    ),
    _here.kind(
        "concern raised",
        "A practitioner said that a child may be being harmed.",
        level("strength", "How strongly.", STRENGTHS[1:]),
        words("grounds", "On what grounds."),
        _ANSWERS,
        _QUESTION,
        keys=("injury", "attendance", "referral", "enquiry", "incident"),
        usual="school",
    ),
    _here.kind(
        "view recorded",
        "A practitioner or agency answered a question about the child.",
        one_of("conclusion", "What was concluded.", ("concern", "no concerns", "unsure")),
        level("strength", "How strongly, where it is a concern.", STRENGTHS[1:]),
        _ANSWERS,
        _QUESTION,
        words("grounds", "On what grounds."),
        keys=("injury", "referral", "enquiry", "disagreement", "incident", "meeting"),
        usual="police",
    ),
)
