"""The schema of unknowns: questions and who would know, requests and silence, what injuries leave open."""

from __future__ import annotations

from heeded.adapters.exchange.incoming.schema import NAME, Schema, said
from heeded.adapters.exchange.judgement.schema.pieces import ENTRIES, WORDS, or_null, ref, some, whole
from heeded.core.chronology.vocabulary.words import SECTORS
from heeded.core.evidence.unknowns import Open, Standing

_STANDING: Schema = said(
    {"enum": [str(each) for each in Standing]}, "How it stands. Silence is never an answer."
)


def unknowns() -> Schema:
    """The parts, by name."""
    return {
        "unknowns": said(whole(lists()), "What is not known of a child."),
        "question": said(whole(_question()), "A question, and how it stands with an agency that would know."),
        "request": said(whole(_request()), "A request as it stands with one of the agencies asked."),
        "left-open": said(whole(_left_open()), "What an injury leaves open."),
    }


def lists() -> Schema:
    """What the answer on unknowns holds."""
    return {
        "occasion": said(
            or_null(ref("moment")), "When what gives rise to questions began; null: nothing does."
        ),
        "questions": some(ref("question")),
        "requests": some(ref("request")),
        "injuries": some(ref("left-open")),
        "means": said(some(NAME, 1), "What such a list means, and what it never does."),
    }


def _question() -> Schema:
    return {
        "asks": said(NAME, "The question's name in a request."),
        "words": NAME,
        "about": said(ref("id"), "Whom it is about: the child or an adult."),
        "sector": {"enum": list(SECTORS)},
        "agency": said(WORDS, "Which agency would know; empty where none takes part."),
        "standing": _STANDING,
        "before": said({"type": "boolean"}, "It was answered, before the episode at hand began."),
        "requests": said(some(NAME), "The requests that ask it, by key."),
        "told": said(ENTRIES, "What the agency told of the matter without being asked."),
        "source": said(NAME, "Why it is asked."),
        "unverified": said(WORDS, "What nobody has checked of it; empty where all was."),
    }


def _request() -> Schema:
    reply = {
        "entry": ref("id"),
        "happened": ref("happened"),
        "refused": {"type": "boolean"},
        "nothing_held": said({"type": "boolean"}, "The agency looked, and holds nothing of it."),
        "words": WORDS,
    }
    return {
        "entry": ref("id"),
        "request": said(WORDS, "Its key; an answer names it."),
        "agency": said(ref("id"), "Who was asked."),
        "standing": _STANDING,
        "since": said(ref("moment"), "When it was asked: silent since, where nothing came back."),
        "reached": said(or_null(ref("moment")), "When the agency came to know of it, where that is known."),
        "due": said(or_null(ref("moment")), "By when an answer is owed, while it is silent, where told."),
        "words": said(WORDS, "What was asked, in words."),
        "asks": said(some(NAME), "What was asked, of the record's list."),
        "replies": some(whole(reply)),
    }


def _left_open() -> Schema:
    point = {
        "what": {"enum": [str(each) for each in Open]},
        "person": said(WORDS, "Whom it is about beside the child; may be empty."),
    }
    return {"injury": ref("id"), "points": some(whole(point), 1)}
