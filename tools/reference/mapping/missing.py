"""What is missing in the draft, as a proposal that can be sent to its authors: codes, then structure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proposal:
    """One addition: where it belongs, what it would mean, why, and which of ours would use it."""

    where: str
    code: str
    meaning: str
    why: str
    ours: tuple[str, ...]


_JOINED = (
    "Injuries at separate visits cannot be joined, or their explanations compared, unless each can be said."
)
_CHANGED = "That explanations changed showed only when they were set side by side."
_UNWEIGHED = "A half-sister told, and no record shows that anybody weighed it."
_LOST = "A strong concern lost to “no concerns”, because only one of them could be seen."
_CUSTODY = "Children stayed at home because one man was in custody: nothing tied the decision to it."

_CODE, _STRUCTURE = "LifeEvent.type", "structure"

MISSING = (
    Proposal(
        _CODE,
        "injury-observed",
        "An injury, or marks that may be one, was seen; what it means is open.",
        _JOINED,
        ("injury observed", "injury"),
    ),
    Proposal(
        _CODE,
        "explanation-given",
        "Somebody said how an injury or an event came about.",
        _CHANGED,
        ("explanation given", "explanation"),
    ),
    Proposal(
        _CODE,
        "explanation-asked",
        "A professional asked how it came about, answered or not.",
        "An injury about which nobody asked looks like one that was explained.",
        ("explanation asked",),
    ),
    Proposal(
        _CODE,
        "explanation-weighed",
        "A professional said whether an explanation fits, with grounds.",
        _CHANGED,
        ("explanation weighed", "explained-injury"),
    ),
    Proposal(
        _CODE,
        "disclosure",
        "A child, or a relative, told of harm.",
        "As a “safeguarding concern” it becomes a professional's, and the child's words are lost.",
        ("disclosure",),
    ),
    Proposal(
        _CODE,
        "disclosure-weighed",
        "What it is worth, held against what; what is done; what the child was told.",
        _UNWEIGHED,
        ("disclosure weighed", "disclosure"),
    ),
    Proposal(
        _CODE,
        "professional-view",
        "A professional or an agency answered a question about the child: concern, no concerns, unsure.",
        _LOST,
        ("view recorded", "medical opinion", "senior paediatric review"),
    ),
    Proposal(
        _CODE,
        "disagreement-opened, -taken-up, -resolved",
        "Two answers cannot both be right; it went up a step; somebody above both settled it.",
        _LOST,
        (
            "disagreement opened",
            "disagreement answered",
            "disagreement taken up",
            "disagreement resolved",
            "disagreement",
            "spoken",
        ),
    ),
    Proposal(
        _CODE,
        "decision, decision-reviewed",
        "Where the child lives, who may see them, whether work ends: with reason, owner and day.",
        "Meetings ended without a decision, and nobody could see that they had.",
        ("decision", "child returned home", "closure agreed", "decision reviewed", "decision"),
    ),
    Proposal(
        _CODE,
        "sibling-decision",
        "What harm to one child means for another in the household.",
        "Four children, one decision.",
        ("sibling decision",),
    ),
    Proposal(
        _CODE,
        "assumption-recorded",
        "What a decision takes to be so, in words and as a condition.",
        _CUSTODY,
        ("assumption recorded", "assumption"),
    ),
    Proposal(
        _CODE,
        "departure-with-reason",
        "Somebody entitled set a procedure aside for this child, and why.",
        "Without it a reasoned departure and neglect look the same.",
        ("departure with reason",),
    ),
    Proposal(
        _CODE,
        "possible-source-considered",
        "The evidence about one person who had access was weighed.",
        "Those of whom nobody thought were never looked at.",
        ("possible source considered", "possible-source", "considered", "injury-with-sources"),
    ),
    Proposal(
        _CODE,
        "history-considered",
        "Earlier episodes were read, each named with what it changes.",
        "February was decided as if June had not been.",
        ("history considered", "episode"),
    ),
    Proposal(
        _CODE,
        "domestic-abuse-incident, strategy-discussion, child-protection-medical",
        "Police were called out; the agencies conferred; a doctor examined the child for harm.",
        "What judgement rests on most has no code.",
        ("domestic abuse incident", "strategy discussion", "child protection medical"),
    ),
    Proposal(
        "IG decision",
        "SILENT, NOTHING-HELD",
        "Asked and not answered; looked, and holds nothing.",
        "Silence is read as “nothing known”.",
        (
            "information given",
            "information refused",
            "information requested",
            "request",
            "question",
            "unknowns",
            "left-open",
        ),
    ),
    Proposal(
        _STRUCTURE,
        "LifeEvent.finding",
        "Findings on a life event, as on an episode of service.",
        "What was seen at an attendance has nowhere to stand.",
        ("said", "injury", "answer"),
    ),
    Proposal(
        _STRUCTURE,
        "relatedEvent",
        "A typed link from one event to another: explains, weighs, answers, rests "
        "on, contradicts, corrects, concerns the same injury.",
        _JOINED,
        ("said", "answer", "injury"),
    ),
    Proposal(
        _STRUCTURE,
        "Observation.author, .strength, .grounds",
        "Who holds it, how strongly, on what grounds: "
        "excluded, consider, suspect, strong concern, inflicted.",
        "“Observed non-accidental injury” has neither author nor doubt.",
        ("answer", "spoken"),
    ),
    Proposal(
        _STRUCTURE,
        "Statement",
        "Words word for word, the speaker, the hearer, alone or not, asked or volunteered.",
        _UNWEIGHED,
        ("explanation", "disclosure"),
    ),
    Proposal(
        _STRUCTURE,
        "Observation.bodySite, .laterality, .size, .count, .shape",
        "Where on the body, by a list that can be taken from here, and what the mark was like.",
        _JOINED,
        ("injury",),
    ),
    Proposal(
        _STRUCTURE,
        "TimeInformation.precision, .recordedDateTime, .knownTo",
        "How narrowly a time is known; when it was written; since when each organisation knew.",
        "An agency can be judged only by what it knew then.",
        ("happened", "said", "document"),
    ),
    Proposal(
        "Organisation.type",
        "general-practice, school, housing, probation, ambulance-service, court, voluntary",
        "The agencies beside councils, trusts and police forces.",
        "Whoever saw the bruise may have been a school.",
        ("document",),
    ),
)
"""The additions, most used first within each place."""
