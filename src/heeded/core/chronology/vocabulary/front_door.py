"""The front door: how a worry reaches the agency that must act on it."""

from heeded.core.chronology.vocabulary.field import any_of, one_of, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter
from heeded.core.chronology.vocabulary.words import ASKS, REFERRAL_SOURCES, SECTORS

_here = Chapter("The front door", "children's social care")
_AREA = words("area", "The local authority area that it concerns or goes to, by name.")
_IN_WRITING = yes_no("in writing", "It was put in writing, by letter, form or secure message.")
_OUTSIDE = yes_no("outside the area", "The child neither lives nor is found in the receiver's area.")
_OUTCOMES = (
    *("no further action", "information given", "early help", "assessment", "strategy discussion"),
    *("section 47", "moved to another area"),
)

KINDS = (
    _here.kind(
        "contact received",
        "Someone told social care of a worry, before anyone decided whether it is a referral.",
        one_of("source", "Who got in touch.", REFERRAL_SOURCES),
        _IN_WRITING,
        keys=("referral",),
    ),
    _here.kind(
        "referral made",
        "A practitioner asked another agency to act for the child.",
        one_of("to", "The sector that it was sent to.", SECTORS),
        _AREA,
        _IN_WRITING,
        yes_no("by phone", "It was made by speaking to someone."),
        keys=("referral", "injury", "disclosure", "attendance", "incident", "request"),
        usual="hospital",
    ),
    _here.kind(
        "referral confirmed in writing",
        "The referrer put into writing a referral first made by speaking.",
        keys=("referral",),
        usual="hospital",
    ),
    _here.kind(
        "referral received",
        "A request to act for the child reached the agency.",
        one_of("source", "Who referred.", REFERRAL_SOURCES),
        _IN_WRITING,
        _AREA,
        _OUTSIDE,
        yes_no("from another area", "It came from a practitioner working in another area."),
        yes_no("unsafe to answer", "Telling the referrer would be unsafe, or the referral was malicious."),
        yes_no(
            "no further action", "Marked afterwards as ending so, where the source gives no date for that."
        ),
        keys=("referral",),
    ),
    _here.kind(
        "referral acknowledged", "The receiver told the referrer that it has arrived.", keys=("referral",)
    ),
    _here.kind(
        "referral decision",
        "Someone with authority decided what to do about a referral.",
        one_of("outcome", "What was decided.", _OUTCOMES),
        words("reason", "Why."),
        keys=("referral",),
    ),
    _here.kind("referrer told", "The referrer was told what was decided and why.", keys=("referral",)),
    _here.kind(
        "referral chased",
        "The referrer, having heard nothing, asked what became of the referral.",
        keys=("referral",),
        usual="hospital",
    ),
    _here.kind(
        "referral withdrawn",
        "The referrer took the referral back.",
        words("reason", "Why."),
        keys=("referral",),
        usual="hospital",
    ),
    _here.kind(
        "hand-over offered",
        "An agency asked another to take over responsibility; it stays responsible until that one accepts.",
        one_of("to", "The sector that it was offered to.", SECTORS),
        _AREA,
        _IN_WRITING,
        keys=("hand-over", "referral", "plan"),
    ),
    _here.kind(
        "hand-over accepted",
        "The other agency took over responsibility.",
        _IN_WRITING,
        keys=("hand-over", "referral", "plan"),
    ),
    _here.kind(
        "hand-over refused",
        "The other agency declined to take over responsibility.",
        words("reason", "Why."),
        _IN_WRITING,
        keys=("hand-over", "referral", "plan"),
    ),
    _here.kind(
        "relevant information held",
        "An agency found that it holds something that bears on the child's safety.",
        words("about", "What it concerns, in a few words."),
        keys=("request", "enquiry"),
        usual="general practice",
    ),
    _here.kind(
        "information requested",
        "An agency asked another for what it knows.",
        any_of("to", "The sectors asked.", SECTORS),
        words("one agency", "The one agency asked, by its id; unsaid where all of the sectors are."),
        words("question", "What was asked."),
        any_of("asks", "Which questions of the list that is; unsaid where it is another.", ASKS),
        keys=("request", "enquiry", "referral", "meeting"),
    ),
    _here.kind(
        "information given",
        "An agency told another what it knows.",
        any_of("to", "The sectors told.", SECTORS),
        words("answer", "What was told, in short; what happened stands as events of its own."),
        any_of("answers", "Which of the questions asked; unsaid where it is all of them.", ASKS),
        yes_no("nothing held", "The agency looked, and holds nothing of what was asked."),
        _IN_WRITING,
        keys=("request", "enquiry", "referral", "meeting"),
        usual="general practice",
    ),
    _here.kind(
        "information refused",
        "An agency declined to tell what it knows.",
        words("reason", "Why."),
        yes_no("more detrimental", "Telling would harm the child more than not telling."),
        keys=("request", "enquiry", "referral", "meeting"),
        usual="general practice",
    ),
    _here.kind(
        "history considered",
        "The decision maker read the earlier episodes, from every agency, and said what they change.",
        any_of("episodes", "The earlier episodes that were read, each named."),
        words("effect", "What they change in the decision at hand."),
        yes_no("none found", "There was no earlier episode in any agency."),
        keys=("referral", "decision", "attendance", "injury", "incident", "enquiry"),
    ),
    _here.kind(
        "worker allocated",
        "A named practitioner became responsible for the child's work.",
        keys=("referral", "plan"),
    ),
    _here.kind(
        "worker stood down", "A named practitioner's responsibility ended.", keys=("referral", "plan")
    ),
    _here.kind("early help started", "Support began without a statutory plan.", usual="early help"),
    _here.kind("early help ended", "Support without a statutory plan ended.", usual="early help"),
)
