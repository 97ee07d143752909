"""Every prompt that a view gives rise to, injury by injury; a rule newer than the injury says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from heeded.core.chronology.people import Person
from heeded.core.chronology.view import Known
from heeded.core.evidence.prompts import immobile, nice, ten_four_faces
from heeded.core.evidence.prompts.observed import Observed, observed
from heeded.core.evidence.prompts.prompt import ClinicalRule, Prompt

RULES: tuple[ClinicalRule, ...] = (ten_four_faces.RULE, nice.SHAPE, nice.UNEXPLAINED, immobile.RULE)
"""The rules, in the order in which their prompts are given; an order of reading, not of weight."""
_READERS = (ten_four_faces.read, nice.read_shape, nice.read_unexplained, immobile.read)


def prompts(view: Iterable[Known], people: Mapping[str, Person]) -> tuple[Prompt, ...]:
    """What the clinical rules say of every injury in a view, as known to whoever's view it is.

    A prompt is words to a person. Nothing is counted together, and no prompt is put before another.
    """
    return tuple(prompt for injury in observed(view, people) for prompt in of_injury(injury))


def of_injury(injury: Observed) -> tuple[Prompt, ...]:
    """What the clinical rules say of one injury."""
    found = (read(injury) for read in _READERS)
    return tuple(replace(each, hindsight=_hindsight(each.rule, injury)) for each in found if each)


def _hindsight(rule: ClinicalRule, injury: Observed) -> str:
    if rule.published < injury.year:
        return ""
    if rule.published == injury.year:
        return f"This rule was first published in {rule.published}, the year of the injury."
    return (
        f"This rule was first published in {rule.published}, after this injury ({injury.year}): nobody could "
        f"have gone by it then."
    )
