"""The JSON Schema of judgement as data: the whole document, and what the API answers part by part."""

from __future__ import annotations

from heeded.adapters.exchange.incoming.schema import DAY, DIALECT, NAME, Schema, said
from heeded.adapters.exchange.judgement.document import FORM
from heeded.adapters.exchange.judgement.schema.accounts import accounts
from heeded.adapters.exchange.judgement.schema.decisions import decisions
from heeded.adapters.exchange.judgement.schema.disagreements import disagreements
from heeded.adapters.exchange.judgement.schema.injuries import injuries
from heeded.adapters.exchange.judgement.schema.pieces import WORDS, or_null, ref, shared, some, whole
from heeded.adapters.exchange.judgement.schema.unknowns import lists as of_unknowns
from heeded.adapters.exchange.judgement.schema.unknowns import unknowns
from heeded.core.chronology.vocabulary.words import SECTORS

LISTS: Schema = {
    "answers": some(ref("answer")),
    "injuries": some(ref("injury")),
    "explanations": some(ref("explained-injury")),
    "disclosures": some(ref("disclosure")),
    "episodes": some(ref("episode")),
    "sources": some(ref("injury-with-sources")),
    "assumptions": some(ref("assumption")),
    "decisions": some(ref("decision")),
    "disagreements": some(ref("disagreement")),
    "means": said(some(NAME, 1), "What the list of possible sources means, and what it never does."),
}
"""The lists of the document; what is not known stands beside them."""


def judgement_schema() -> Schema:
    """The schema, draft 2020-12. The facts of each kind are those of the schema of reports beside it."""
    return {
        "$schema": DIALECT,
        "title": "The judgement of a child's record, as data",
        "description": "What people made of what happened to a child: each answer, explanation, disclosure "
        "and decision in the words of whoever gave it, and what the record computes from them. Nothing is "
        "weighed.",
        **whole({**_head(), **LISTS, "came_again": ref("came-again"), "unknowns": ref("unknowns"), **_who()}),
        "$defs": {
            **shared(),
            **decisions(),
            **injuries(),
            **accounts(),
            **disagreements(),
            **unknowns(),
            "answer-of-injuries": _answered({"injuries": some(ref("injury"))}),
            "answer-of-accounts": _answered(
                {
                    "injuries": some(ref("explained-injury")),
                    "disclosures": some(ref("disclosure")),
                    "episodes": some(ref("episode")),
                    "came_again": ref("came-again"),
                }
            ),
            "answer-of-possible-sources": _answered(
                {
                    "injuries": some(ref("injury-with-sources")),
                    "assumptions": some(ref("assumption")),
                    "means": LISTS["means"],
                }
            ),
            "answer-of-disagreements": _answered({"disagreements": some(ref("disagreement"))}),
            "answer-of-unknowns": _answered(of_unknowns()),
            "answer-of-judgement": _answered(
                {**_head(), **LISTS, "came_again": ref("came-again"), "unknowns": ref("unknowns"), **_who()}
            ),
        },
    }


def _head() -> Schema:
    return {
        "form": {"const": FORM},
        "child": said(ref("id"), "Whose record it is. What is told of others in it names them."),
        "as_of": said(ref("moment"), "The moment as at which everything stands here."),
        "known_to": said(or_null(ref("id")), "The agency as known to which; null: what anybody here knew."),
    }


def _who() -> Schema:
    person: Schema = {
        "id": ref("id"),
        "name": said(WORDS, "Empty where it is not known or held back."),
        "born": or_null(DAY),
        "adult": {"type": "boolean"},
        "area": said(WORDS, "The local authority in which they live; empty where not known."),
    }
    agency: Schema = {
        "id": ref("id"),
        "name": WORDS,
        "sector": {"enum": list(SECTORS)},
        "area": said(WORDS, "The local authority for whose children it answers; empty: all."),
    }
    return {"people": some(whole(person)), "agencies": some(whole(agency))}


def _answered(lists: Schema) -> Schema:
    """An answer of the API: the lists from a whole record, and what is held back of it."""
    said_of_it: Schema = {
        "child": ref("id"),
        "withheld": said(
            {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}},
            "How many entries each agency holds that the caller may not see.",
        ),
        "cut_short": said(
            {"type": "boolean"}, "Whether more is held than was read: then what came in last was left out."
        ),
    }
    return whole({**said_of_it, **lists})
