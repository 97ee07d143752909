"""Decisions: where the child lives, what that rests on, and when work may stop."""

from heeded.core.chronology.vocabulary.field import any_of, day, one_of, person, words, yes_no
from heeded.core.chronology.vocabulary.kind import ALWAYS, KEYS, Chapter
from heeded.core.chronology.vocabulary.words import ATTENDEES, CLOSURE_REASONS, FINDINGS_ON_SOURCES

_here = Chapter("Decisions", "children's social care")
_OUTCOMES = (
    *("stays at home", "returns home", "leaves home", "stays in hospital", "stays with a relative"),
    *("contact allowed", "contact stopped", "other"),
)
_REASON = words("reason", "Why.")

CONDITIONS = (
    "person stays away",
    "person in custody",
    "person supervises",
    "nobody else has access",
    "injury accidental",
    "medical takes place",
    "child seen",
    "other",
)
"""What a decision can take to be so in a form that the record can contradict; "other" in words alone."""


KINDS = (
    _here.kind(
        "decision",
        "Someone with authority decided where the child lives or who may see them.",
        one_of("outcome", "What was decided.", _OUTCOMES),
        _REASON,
        words("owner", "Who is to do it."),
        day("date", "By when."),
        yes_no("rests on absence of one person", "It holds only while one named person stays away."),
        person("absent person", "Who that is."),
        any_of("assumptions", "What it takes to be so, each in a few words."),
        keys=("decision", "assumption", "enquiry", "meeting", "plan"),
    ),
    _here.kind(
        "assumption recorded",
        "A decision was said to hold only as long as something is so.",
        words("words", "What it takes to be so, in the decider's own words."),
        one_of("condition", "The same in a form that the record can contradict.", CONDITIONS),
        person("person", "Whom it is about: who stays away, who supervises."),
        day("last day", "The last day on which it may come to be so: of the medical, of seeing the child."),
        keys=("decision", "assumption", "injury"),
    ),
    _here.kind(
        "evidence against assumption",
        "Something came to light that speaks against what a decision takes to be so.",
        words("assumption", "Which assumption, in the decision's own words."),
        words("grounds", "What came to light."),
        keys=("decision", "assumption", "injury"),
    ),
    _here.kind(
        "decision reviewed",
        "A decision was looked at again, and kept or changed.",
        one_of("outcome", "What came of it.", ("kept", "changed")),
        _REASON,
        keys=("decision", "assumption", "enquiry"),
    ),
    _here.kind(
        "sibling decision",
        "It was decided what a suspected injury to one child means for another in the household.",
        one_of(
            "outcome",
            "What was decided.",
            ("examination", "assessment", "section 47", "move", "nothing further"),
        ),
        _REASON,
        yes_no("examination decided", "Whether to examine the child was decided, either way."),
        yes_no("skeletal survey decided", "Whether to X-ray the bones was decided, either way."),
        keys=("injury", "enquiry", "incident", "disclosure"),
    ),
    _here.kind(
        "possible source considered",
        "The evidence about one person who had access to the child was weighed.",
        person("person", "Who."),
        one_of("finding", "What it says of the person.", FINDINGS_ON_SOURCES),
        words("evidence", "The evidence; an absence of thought is not one."),
        keys=("injury", "decision", "assumption"),
    ),
    _here.kind(
        "possible sources reviewed",
        "Everyone with access when each injury arose was listed and weighed, and signed for.",
        yes_no("everyone with access listed", "Nobody who had access is missing."),
        yes_no("evidence given for each", "What excludes each one, or that nothing does, is given."),
        yes_no("plan for those remaining", "There is a protective plan for each who is not excluded."),
        words("signed by", "Who signed."),
        keys=("injury", "decision", "assumption", "enquiry"),
    ),
    _here.kind(
        "child returned home",
        "The child went back to live at home, or stayed there after harm.",
        keys=("decision", "enquiry", "attendance", "looked-after episode"),
    ),
    _here.kind(
        "closure agreed",
        "The agencies with an open concern agreed that work may stop.",
        any_of("agreed by", "Who agreed.", ATTENDEES),
        _REASON,
        keys=("referral", "enquiry", "plan"),
    ),
    _here.kind(
        "case closed",
        "An agency stopped its work with the child.",
        one_of("reason", "Why.", CLOSURE_REASONS),
        keys=("referral", "enquiry", "plan"),
    ),
    _here.kind(
        "case reopened", "An agency took its work up again.", _REASON, keys=("referral", "enquiry", "plan")
    ),
    _here.kind(
        "departure with reason",
        "Someone entitled to do so set a rule aside for this child, and said why.",
        words("rule", "The rule's name."),
        _REASON,
        words("authorised by", "Who allowed it."),
        keys=KEYS[len(ALWAYS) :],
    ),
)
