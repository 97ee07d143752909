"""Health: attendances, leaving hospital, and what doctors make of what they see."""

from heeded.core.chronology.vocabulary.field import any_of, day, level, one_of, words, yes_no
from heeded.core.chronology.vocabulary.kind import Chapter
from heeded.core.chronology.vocabulary.words import SECTORS, STRENGTHS

_here = Chapter("Health", "hospital")
_CONSULTANT = yes_no("by a consultant", "A consultant did it or was consulted and agreed.")

SEEN_WELL = ("examined undressed", "seen undressed", "seen dressed", "on a carer's word")
"""How somebody came to say that a child was well. Only the first two show skin that clothes would hide,
and only they tell since when an injury may have arisen."""

KINDS = (
    _here.kind(
        "hospital attendance",
        "The child came to a hospital without an appointment.",
        one_of("reason", "What for.", ("injury", "illness", "other")),
        yes_no("unscheduled", "In an emergency department, walk-in or urgent treatment centre."),
        words("brought by", "Who came with the child, as written down."),
        yes_no("delayed", "Later than a carer would be expected to seek help."),
        keys=("attendance", "injury"),
    ),
    _here.kind("hospital admission", "The child was kept in hospital.", keys=("attendance",)),
    _here.kind(
        "hospital discharge",
        "The child left hospital as planned by its staff.",
        one_of(
            "to", "Where the child went.", ("home", "relative", "foster carer", "other hospital", "elsewhere")
        ),
        yes_no("agreed by social care", "Social care agreed to it, on record."),
        yes_no("agreed by consultant", "The consultant agreed to it, on record."),
        yes_no("plan documented", "The plan for the child's safety and care was written and given out."),
        keys=("attendance",),
    ),
    _here.kind(
        "removal against advice",
        "A carer took the child out of hospital against its staff's advice.",
        keys=("attendance",),
    ),
    _here.kind(
        "urgent call made",
        "Someone phoned other agencies at once because the child might be in danger.",
        any_of("to", "The sectors called.", SECTORS),
        keys=("attendance", "incident"),
    ),
    _here.kind(
        "protection status checked",
        "Staff looked up whether the child is on a protection plan or looked after.",
        one_of("result", "What it showed.", ("protection plan", "looked after", "neither", "no match")),
        keys=("attendance",),
    ),
    _here.kind(
        "attendance notice sent",
        "The child's local authority was told of the attendance.",
        keys=("attendance",),
    ),
    _here.kind(
        "seen well",
        "Someone saw the child and no injury on them, so that one found later arose later.",
        one_of("how", "How much of the child was seen, or on whose word.", SEEN_WELL),
        words("seen by", "Who saw it, where that is not who writes it."),
        keys=("attendance",),
    ),
    _here.kind(
        "senior paediatric review",
        "A senior paediatrician examined the child and said what to make of it.",
        level("outcome", "How strongly maltreatment is thought to explain it.", STRENGTHS),
        _CONSULTANT,
        words("grounds", "On what grounds."),
        keys=("injury", "attendance"),
    ),
    _here.kind(
        "medical opinion",
        "A doctor said what most likely explains what was found.",
        level("strength", "How strongly maltreatment is thought to explain it.", STRENGTHS),
        words("grounds", "On what grounds."),
        yes_no("by a paediatrician", "The doctor is a paediatrician."),
        yes_no("supersedes", "It takes the place of an earlier opinion, with reasons."),
        yes_no("dates a bruise by colour", "It gives a bruise's age from its colour, which cannot be done."),
        keys=("injury", "attendance", "enquiry"),
    ),
    _here.kind(
        "child protection medical requested",
        "Someone asked for a child protection medical.",
        keys=("request", "enquiry", "injury"),
        usual="children's social care",
    ),
    _here.kind(
        "child protection medical",
        "A paediatrician examined the child for the purpose of protection.",
        yes_no("skeletal survey", "The bones were X-rayed from head to foot."),
        yes_no("brain imaging", "The brain was imaged."),
        _CONSULTANT,
        words("findings", "What was found."),
        keys=("request", "enquiry", "injury"),
    ),
    _here.kind(
        "pre-discharge meeting",
        "Those responsible met before the child left hospital.",
        any_of("attended by", "The sectors present.", SECTORS),
        words("decision", "What was decided."),
        words("reason", "Why."),
        words("owner", "Who is to do it."),
        day("date", "By when."),
        keys=("attendance", "meeting"),
    ),
)
