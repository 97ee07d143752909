"""The judgement of a child's record as one document, as docs/standard/judgement.schema.json has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from heeded.adapters.exchange.judgement.accounts import disclosure, episode, explained, recurring
from heeded.adapters.exchange.judgement.decisions import answer, assumption, decision
from heeded.adapters.exchange.judgement.disagreements import disagreement
from heeded.adapters.exchange.judgement.injuries import injury, sources
from heeded.adapters.exchange.judgement.said import Object, moment
from heeded.adapters.exchange.judgement.unknowns import Due, not_told, unknowns
from heeded.core.chronology.people import Agency, Person
from heeded.core.evidence.disagreement.held import Disagreement
from heeded.core.evidence.judgement import Judgement
from heeded.core.evidence.picture import NEVER_WHOLE, NOBODY_EXCLUDED
from heeded.core.evidence.seen import Seen

Owed = Callable[[Disagreement], Iterable[Object]]
"""What is asked for next of a disagreement."""
FORM = "heeded judgement 1"
"""The form of the document: the number grows when what was sound before no longer is."""


def nothing_told(held: Disagreement) -> tuple[Object, ...]:
    """What is asked for next is not told."""
    del held
    return ()


@dataclass(frozen=True, slots=True)
class Lists:
    """What the lists of duties say beside a record; without them, nothing is told of that."""

    due: Due = not_told
    owed: Owed = nothing_told


WITHOUT_LISTS = Lists()
"""No list of duties is at hand."""


def document(
    held: Judgement, seen: Seen, now: int, known_to: str | None = None, lists: Lists = WITHOUT_LISTS
) -> Object:
    """The whole: what was made of what happened, as seen at a moment (seconds UTC).

    `known_to` is the agency as known to which it is seen; None: what anybody knew. People and agencies stand
    in it once; everything else speaks of them by id.
    """
    return {
        "form": FORM,
        "child": held.child,
        "as_of": moment(now),
        "known_to": known_to,
        **parts(held, lists),
        "came_again": recurring(held.recurring),
        "unknowns": unknowns(held.unknowns, lists.due),
        "people": [_person(each) for each in seen.people.values()],
        "agencies": [_agency(each) for each in seen.agencies.values()],
    }


def parts(held: Judgement, lists: Lists = WITHOUT_LISTS) -> dict[str, list[Object] | list[str]]:
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
        "disagreements": [disagreement(each, lists.owed(each)) for each in held.disagreements],
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
