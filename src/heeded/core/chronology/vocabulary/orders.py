"""Orders: emergency protection, going to court, and the steps before it."""

from heeded.core.chronology.vocabulary.field import day, one_of, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter
from heeded.core.chronology.vocabulary.words import ORDERS

_here = Chapter("Orders", "children's social care")
_ENQUIRY = ("enquiry",)
_ORDER = one_of("order", "Which order.", ORDERS)
_WAYS = ("police protection", "emergency protection order", "agreement with parents", "stay away", "none")
_STEPS = ("apply for another order", "return home", "stay with agreement", "live with a relative")

KINDS = (
    _here.kind(
        "emergency protection considered",
        "Someone weighed whether the child must be moved, or kept where they are, at once.",
        one_of("decision", 'What was decided; "none" needs its reason.', _WAYS),
        words("reason", "Why."),
        words("decided by", "Who decided."),
        keys=("enquiry", "incident", "injury", "assumption", "decision"),
    ),
    _here.kind(
        "emergency protection order made",
        "A court made an emergency protection order (Children Act 1989, section 44).",
        day("expires", "The last day on which it holds."),
        keys=("enquiry", "incident"),
        usual="court",
    ),
    _here.kind(
        "emergency protection order extended",
        "The court extended the emergency protection order, which it may do once.",
        day("expires", "The last day on which it holds."),
        keys=_ENQUIRY,
        usual="court",
    ),
    _here.kind("emergency protection order ended", "The emergency protection order ended.", keys=_ENQUIRY),
    _here.kind(
        "next step decided",
        "Social care decided what follows an emergency protection order.",
        one_of("step", "What follows.", _STEPS),
        words("reason", "Why."),
        keys=_ENQUIRY,
    ),
    _here.kind(
        "pre-proceedings started", "The authority began the formal steps before court.", keys=_ENQUIRY
    ),
    _here.kind("letter before proceedings sent", "Parents were told of them in writing.", keys=_ENQUIRY),
    _here.kind(
        "letter of intended application sent",
        "Parents were told in writing that the authority will go to court.",
        keys=_ENQUIRY,
    ),
    _here.kind("pre-proceedings meeting", "Parents and the authority met about them.", keys=_ENQUIRY),
    _here.kind(
        "pre-proceedings ended",
        "The authority decided how those steps end.",
        one_of("outcome", "How.", ("application", "plan without court", "no further action")),
        keys=_ENQUIRY,
    ),
    _here.kind(
        "family group meeting offered",
        "The family was offered a meeting to make its own plan.",
        yes_no("accepted", "They accepted."),
        keys=_ENQUIRY,
    ),
    _here.kind("family group meeting held", "The family met to make its own plan.", keys=_ENQUIRY),
    _here.kind("application made", "The authority asked a court for an order.", _ORDER, keys=_ENQUIRY),
    _here.kind("court hearing", "A court heard the matter.", keys=_ENQUIRY, usual="court"),
    _here.kind("order made", "A court made an order.", _ORDER, keys=_ENQUIRY, usual="court"),
    _here.kind("order ended", "An order came to its end.", _ORDER, keys=_ENQUIRY, usual="court"),
    _here.kind(
        "court finding",
        "A court, or an expert to it, said who may have caused an injury.",
        words("finding", "What was said."),
        keys=("enquiry", "injury"),
        usual="court",
    ),
)
