"""The schema of disagreements: both sides in full, the ladder, and how it was settled."""

from __future__ import annotations

from heeded.adapters.exchange.incoming.schema import NAME, Schema, said
from heeded.adapters.exchange.judgement.schema.pieces import (
    WORDS,
    facts_by_kind,
    or_null,
    ref,
    said_whole,
    some,
    whole,
)
from heeded.core.chronology.vocabulary.disagreement import KINDS as OF_DISAGREEMENT
from heeded.core.chronology.vocabulary.words import SECTORS
from heeded.core.evidence.disagreement.answers import ANSWERING


def disagreements() -> Schema:
    """The parts, by name."""
    return {
        "disagreement": said(
            whole(_disagreement()),
            "Who disagrees on what. Neither side stands without the other, and neither closes it.",
        ),
        "spoken": said(_spoken(), "What somebody said of it, in their own words."),
    }


def _spoken() -> Schema:
    own = {
        "strength": said(WORDS, "How strongly; empty where it does not say."),
        "grounds": said(WORDS, "On what grounds; empty where none were given."),
    }
    kinds = (*sorted(ANSWERING), *(kind.name for kind in OF_DISAGREEMENT))
    return {**whole({**said_whole(), **own}), "allOf": facts_by_kind(kinds)}


def _disagreement() -> Schema:
    step: Schema = {
        "finding": said(ref("id"), "The finding that asks for it."),
        "owed": said(NAME, "What is asked for."),
        "rule": said(NAME, "The rule of the handbook."),
        "agency": said(WORDS, "Of whom."),
        "by": or_null(ref("moment")),
        "verdict": said(NAME, "How it stands."),
    }
    return {
        "disagreement": said(ref("id"), "Its key: whatever speaks to it names it so."),
        "names": said(some(ref("id"), 1), "Every key that it goes by."),
        "child": ref("id"),
        "question": said(WORDS, "What is asked, in words."),
        "injury": said(WORDS, "Of which injury, by its key; empty: of none."),
        "by_itself": said({"type": "boolean"}, "Opposite answers are it; nobody had to open it."),
        "since": said(ref("moment"), "Since when it stands."),
        "raised": said(some(ref("spoken"), 1), "The answers that see harm, or the opening."),
        "denied": said(some(ref("spoken")), "The answers opposite to them, or what was disagreed with."),
        "against": said(some({"enum": list(SECTORS)}), "The sectors on either side, where its opening says."),
        "said": said(some(ref("spoken")), "What anybody answered to it, or to its question, since."),
        "taken_up": said(some(ref("spoken")), "Each step of the ladder to which it was taken."),
        "reached": said({"type": "integer", "minimum": 1}, "The step reached; the practitioners' own is 1."),
        "next": said(some(whole(step)), "What is asked for next, where that is told."),
        "settled": said(
            or_null(ref("spoken")),
            "By whom it was settled, why, and what was made of each side's grounds; null: it is open.",
        ),
    }
