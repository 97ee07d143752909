"""The kinds of event that a family lived through or was told of: what an account may say without more ado."""

from __future__ import annotations

from heeded.core.chronology.vocabulary import KINDS, FieldType

USUAL = frozenset(
    {
        *("contact received", "referral made", "referral acknowledged", "referral decision"),
        *("hospital attendance", "hospital admission", "hospital discharge", "pre-discharge meeting"),
        *("injury observed", "child protection medical requested"),
        *("worker allocated", "worker stood down", "early help started", "early help ended"),
        *("visit", "assessment started", "assessment authorised", "section 47 started", "section 47 ended"),
        *("interim safety plan", "protection plan started", "protection plan ended"),
        *("child in need plan started", "child in need plan ended", "conference requested"),
        *("initial conference", "core group", "review conference", "looked-after review"),
        *("looked-after visit", "looked-after plan agreed", "became looked after"),
        *("ceased to be looked after", "placement started", "placement ended"),
        *("family group meeting offered", "family group meeting held", "letter before proceedings sent"),
        *("pre-proceedings started", "pre-proceedings meeting", "pre-proceedings ended"),
        *("letter of intended application sent", "application made", "court hearing", "court finding"),
        *("order made", "order ended", "emergency protection order made"),
        *("emergency protection order extended", "emergency protection order ended"),
        *("went missing", "missing child returned", "return interview offered", "return interview held"),
        *("child returned home", "closure agreed", "case closed", "case reopened", "decision"),
    }
)
"""Whatever is not among them a person decides on: a concern, a view, who may have done it, others' words."""

PLAIN = frozenset({FieldType.YES_NO, FieldType.CHOICE, FieldType.LEVEL, FieldType.NUMBER, FieldType.DATE})
"""The types of facts that cannot hold anybody's name or anybody's words."""


JUDGED = frozenset({"suspected"})
"""Plain facts that are somebody's judgement of how a thing came about, and go out by nobody's default."""


def tellable(kind: str, fact: str) -> bool:
    """Whether a fact of a kind may stand in an account: one that can name nobody and quote nobody."""
    field = KINDS[kind].field(fact) if kind in KINDS else None
    if field is None or fact in JUDGED:
        return False
    return field.type in PLAIN or (field.type is FieldType.NAMES and bool(field.choices))
