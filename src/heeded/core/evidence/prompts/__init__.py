"""Prompts: what published clinical rules say of an injury, to a person, with what that means and does not."""

from heeded.core.evidence.prompts.colour import COLOUR_TELLS_NO_AGE, seems_to_date
from heeded.core.evidence.prompts.observed import Observed, observed
from heeded.core.evidence.prompts.prompt import ClinicalRule, Feature, Prompt, Reading
from heeded.core.evidence.prompts.prompts import RULES, of_injury, prompts

__all__ = [
    "COLOUR_TELLS_NO_AGE",
    "RULES",
    "ClinicalRule",
    "Feature",
    "Observed",
    "Prompt",
    "Reading",
    "observed",
    "of_injury",
    "prompts",
    "seems_to_date",
]
