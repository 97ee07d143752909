"""The schema of accounts: explanations and whether they fit, disclosures and their fate, earlier episodes."""

from __future__ import annotations

from heeded.adapters.exchange.incoming.schema import NAME, Schema, said
from heeded.adapters.exchange.judgement.schema.pieces import ENTRIES, or_null, ref, said_in, some, whole
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.evidence.accounts import ANSWERS, Remark


def accounts() -> Schema:
    """The parts, by name."""
    return {
        "explanation": said(
            whole({"said": said_in("explanation given"), "weighed": some(ref("explanation-weighed"))}),
            "What a carer or another adult said of how an injury came about, and each practitioner's answer.",
        ),
        "explanation-weighed": said(
            said_in("explanation weighed"),
            "A named practitioner's answer on whether an explanation fits, with grounds.",
        ),
        "explained-injury": said(
            whole(_explained()), "An injury and all that was said of how it came about."
        ),
        "disclosure": said(whole(_disclosure()), "What a child, or a relative, told; and what became of it."),
        "came-again": said(
            whole(_came_again()),
            "How often something came to the household in the last twelve months. Counted, and nothing made "
            "of it.",
        ),
        "episode": said(whole(_episode()), "An earlier episode, joined across agencies."),
    }


def _explained() -> Schema:
    pointed = whole({"words": {"enum": [str(remark) for remark in Remark]}, "entries": ENTRIES})
    return {
        "injury": ref("id"),
        "child": ref("id"),
        "explanations": some(ref("explanation")),
        "asked": said(
            some(said_in("explanation asked")), "Each time that somebody is recorded as having asked."
        ),
        "stands_out": said(some(pointed), "What stands out, side by side. None says that anybody lies."),
    }


def _disclosure() -> Schema:
    child = whole({"child": ref("id"), "decided": or_null(ref("id"))})
    return {
        "child": ref("id"),
        "said": said(some(said_in("disclosure"), 1), "Each time that it was told, in the speaker's words."),
        "weighed": said(some(said_in("disclosure weighed")), "Its fate: every answer. None: it waits."),
        "unanswered": said(
            {"type": "array", "items": {"enum": list(ANSWERS)}, "uniqueItems": True},
            "What no answer says: its worth, held against what, what is done, what the child was told.",
        ),
        "children": said(
            some(child, 1), "Each child of the household, and the first entry that decides for them."
        ),
    }


def _came_again() -> Schema:
    closing = whole(
        {
            "entries": ENTRIES,
            "after": said(or_null(ref("id")), "The first worry that came after it; null: none."),
        }
    )
    return {
        "referrals": said(some(ENTRIES), "Each referral, with the entries that tell of it."),
        "contacts": said(some(ENTRIES), "Each contact, likewise."),
        "closings": said(some(closing), "Each time that work ended, and what came after."),
    }


def _episode() -> Schema:
    return {
        "title": said(NAME, "What the record calls it."),
        "began": ref("moment"),
        "ended": ref("moment"),
        "children": some(ref("id"), 1),
        "adults": said(some(ref("id")), "The adults around the children of whom it tells."),
        "agencies": some(ref("id"), 1),
        "kinds": some({"enum": list(KINDS)}, 1),
        "entries": {**ENTRIES, "minItems": 1},
        "named_in": said(ENTRIES, "The readings of the history that name it with its effect. Empty: none."),
    }
