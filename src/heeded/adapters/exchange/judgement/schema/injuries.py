"""The schema of injuries: marks, what clinical rules prompt, and everyone who may have been there."""

from __future__ import annotations

from heeded.adapters.exchange.incoming.schema import NAME, Schema, said
from heeded.adapters.exchange.judgement.schema.pieces import (
    ENTRIES,
    WORDS,
    or_null,
    ref,
    said_in,
    some,
    time,
    whole,
)
from heeded.core.chronology.vocabulary.words import FINDINGS_ON_SOURCES, MOBILITY
from heeded.core.evidence.prompts import Reading
from heeded.core.evidence.sources import ACCESS, CARED, HOUSEHOLD
from heeded.core.evidence.whereabouts import AWAY

_MONTHS: Schema = {"type": ["integer", "null"], "minimum": 0}


def injuries() -> Schema:
    """The parts, by name."""
    return {
        "injury": said(
            whole(_injury()), "An injury: everything seen of it, the child's age and mobility then."
        ),
        "prompt": said(
            whole(_prompt()),
            "What a published clinical rule says of an injury, to a person. It is no score, counts nothing "
            "together, and none says that a child is safe.",
        ),
        "feature": said(
            whole({"words": NAME, "entries": ENTRIES, "unverified": WORDS}),
            "Something that a rule looks for.",
        ),
        "injury-with-sources": said(
            whole(_sources()), "An injury, when it may have arisen, and everyone who may have been there."
        ),
        "possible-source": said(
            whole(_source()),
            "A person who may have been with the child. Computed from whereabouts, household and care, never "
            "typed; to be on the list says nothing against anybody.",
        ),
        "considered": said(whole(_considered()), "That a named person weighed the evidence about somebody."),
    }


def _injury() -> Schema:
    return {
        "id": said(ref("id"), "Its key or, without one, the entry that saw it."),
        "child": ref("id"),
        "least_months": said(
            _MONTHS, "The child's age when it was first seen, in completed months, at least."
        ),
        "most_months": said(_MONTHS, "The same, at most."),
        "mobility": said({"enum": ["", *MOBILITY]}, "How the child moved about then; empty: not recorded."),
        "marks": said(
            some(said_in("injury observed"), 1),
            "Its marks: sites by the words of body-regions.json, side, kind, size, count, shape, who saw it, "
            "how. A colour is what was seen and tells no age.",
        ),
        "prompts": some(ref("prompt")),
    }


def _prompt() -> Schema:
    rule: Schema = {
        "id": NAME,
        "title": NAME,
        "source": NAME,
        "published": said({"type": "integer", "minimum": 1900}, "The year in which it first was."),
        "unverified": said(WORDS, "What nobody has checked against the primary text; empty where all was."),
    }
    return {
        "rule": whole(rule),
        "reading": {"enum": [str(reading) for reading in Reading]},
        "found": some(ref("feature")),
        "not_recorded": some(ref("feature")),
        "why": said(WORDS, "Why the rule does not apply, where it does not."),
        "asks": said(WORDS, "What it asks of a person."),
        "meaning": said(some(NAME), "What the reading means and what it does not, where harm is rare too."),
        "hindsight": said(WORDS, "That the rule was published after the injury, where it was."),
    }


def _sources() -> Schema:
    return {
        "injury": ref("id"),
        "child": ref("id"),
        "window": said(ref("time"), "When it may have arisen, at the widest."),
        "since": said(or_null(ref("id")), "The entry that limits the window: last seen well."),
        "seen": said(ref("id"), "The entry by which it was first seen."),
        "suspected": said(ENTRIES, "The entries that say that somebody may have caused it."),
        "people": some(ref("possible-source")),
        "unconsidered": said(ENTRIES, "The adults whose part nobody has weighed, by id."),
    }


def _source() -> Schema:
    how = whole({**time(), "how": {"enum": [HOUSEHOLD, ACCESS, CARED]}, "entries": ENTRIES})
    away = whole({**time(), "place": {"enum": list(AWAY)}, "entries": ENTRIES})
    return {
        "person": ref("id"),
        "adult": {"type": "boolean"},
        "access": said(some(how, 1), "How the person came to be with the child, for how long at most."),
        "away": said(
            some(away), "Times for which the record places the person elsewhere. It excludes nobody."
        ),
        "unaccounted": said(some(ref("time")), "What is left of the window."),
        "considered": or_null(ref("considered")),
    }


def _considered() -> Schema:
    return {
        "entry": ref("id"),
        "agency": ref("id"),
        "practitioner": WORDS,
        "role": WORDS,
        "happened": ref("happened"),
        "finding": {"enum": ["", *FINDINGS_ON_SOURCES]},
        "evidence": said(WORDS, "The evidence, in their words; an absence of thought is not one."),
    }
