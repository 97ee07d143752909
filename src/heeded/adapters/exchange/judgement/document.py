"""The judgement of a child's record as one document, as docs/standard/judgement.schema.json has it."""

from __future__ import annotations

from heeded.adapters.exchange.judgement.accounts import disclosure, episode, explained
from heeded.adapters.exchange.judgement.decisions import answer, assumption, decision
from heeded.adapters.exchange.judgement.injuries import injury, sources
from heeded.adapters.exchange.judgement.said import Object, moment
from heeded.core.chronology.people import Agency, Person
from heeded.core.evidence.judgement import Judgement
from heeded.core.evidence.picture import NEVER_WHOLE, NOBODY_EXCLUDED
from heeded.core.evidence.seen import Seen

FORM = "heeded judgement 1"
"""The form of the document: the number grows when what was sound before no longer is."""


def document(held: Judgement, seen: Seen, now: int, known_to: str | None = None) -> Object:
    """The whole: what was made of what happened, as seen at a moment (seconds UTC).

    `known_to` is the agency as known to which it is seen; None: what anybody knew. People and agencies stand
    in it once; everything else speaks of them by id.
    """
    return {
        "form": FORM,
        "child": held.child,
        "as_of": moment(now),
        "known_to": known_to,
        **parts(held),
        "people": [_person(each) for each in seen.people.values()],
        "agencies": [_agency(each) for each in seen.agencies.values()],
    }


def parts(held: Judgement) -> dict[str, list[Object] | list[str]]:
    """The lists of the document, without who is who."""
    return {
        "answers": [answer(each) for each in held.answers],
        "injuries": [injury(each) for each in held.injuries],
        "explanations": [explained(each) for each in held.explained],
        "disclosures": [disclosure(each) for each in held.disclosed],
        "episodes": [episode(each) for each in held.episodes],
        "sources": [sources(each) for each in held.sources],
        "assumptions": [assumption(each) for each in held.resting],
        "decisions": [decision(each) for each in held.decisions],
        "means": [NEVER_WHOLE, NOBODY_EXCLUDED],
    }


def _person(held: Person) -> Object:
    return {
        "id": held.id,
        "name": held.name,
        "born": held.born.isoformat() if held.born else None,
        "adult": held.adult,
        "area": held.area,
    }


def _agency(held: Agency) -> Object:
    return {"id": held.id, "name": held.name, "sector": held.sector, "area": held.area}
