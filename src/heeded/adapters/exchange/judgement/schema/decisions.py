"""The schema of answers, of decisions and of what these take to be so."""

from __future__ import annotations

from heeded.adapters.exchange.incoming.schema import DAY, NAME, Schema, said
from heeded.adapters.exchange.judgement.schema.pieces import (
    ENTRIES,
    WORDS,
    or_null,
    ref,
    said_in,
    some,
    whole,
)
from heeded.core.chronology.vocabulary.decisions import CONDITIONS
from heeded.core.chronology.vocabulary.words import QUESTIONS, STRENGTHS
from heeded.core.evidence.decisions import DECIDING, DEPARTED, REVIEWED
from heeded.core.evidence.disagreement.answers import ANSWERING


def decisions() -> Schema:
    """The parts, by name."""
    return {
        "answer": said(
            whole(_answer()),
            "A concern or a view: what a practitioner answered to a question about a child. Nobody's answer "
            "is left out because another was given, corrected or preferred.",
        ),
        "assumption": said(whole(_assumption()), "Something that a decision takes to be so."),
        "decision": said(whole(_decision()), "A decision, and what the record holds of how it was reached."),
    }


def _answer() -> Schema:
    return {
        "question": said({"enum": list(QUESTIONS)}, "The question that it answers."),
        "words": said(WORDS, "A question that is not on the list, in words."),
        "answer": {"enum": ["concern", "no concerns", "unsure"]},
        "strength": said({"enum": ["", *STRENGTHS]}, "How strongly; empty where it does not say."),
        "grounds": said(WORDS, "On what grounds; empty where it does not say."),
        "stands": said({"type": "boolean"}, "False of a version that its giver has since corrected."),
        "event": said(ref("id"), "What is the same in every version: the entry that was told first."),
        "said": said_in(*sorted(ANSWERING)),
    }


def _assumption() -> Schema:
    return {
        "child": ref("id"),
        "entry": said(ref("id"), "The entry that says so."),
        "decision": said(ref("id"), "The decision's key, or that entry."),
        "words": said(WORDS, "In the decider's words; empty where only the form below was given."),
        "condition": said({"enum": ["", *CONDITIONS]}, "In a form that the record can contradict."),
        "person": said(WORDS, "Whom it is about, by id; may be empty."),
        "last_day": said(or_null(DAY), "The last day on which it may come to be so, where it has one."),
        "against": said(ENTRIES, "The entries that speak against it."),
    }


def _decision() -> Schema:
    named = whole({"entry": ref("id"), "effect": said(NAME, "What it changes in the decision at hand.")})
    episode = whole({"title": NAME, "entries": {**ENTRIES, "minItems": 1}, "named": some(named)})
    return {
        "question": said({"enum": sorted(set(DECIDING.values()))}, "What it decides."),
        "said": said(said_in(*DECIDING), "What was decided, why, by whom, who is to do it, by when."),
        "rests_on": said(ENTRIES, "The entries that state its assumptions."),
        "dissent": said(
            some(ref("id")), "The disagreements that stood open when it was made, or were opened over it."
        ),
        "taken_on": said(
            some(said_in(DEPARTED)),
            "The gates and duties that whoever decided set aside: which, why, by whom.",
        ),
        "reviewed": said(some(said_in(REVIEWED)), "Each time that it was looked at again."),
        "episodes": said(
            some(episode),
            "The episodes before it, each with the readings that name it and its effect; or none.",
        ),
    }
