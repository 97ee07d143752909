"""Because: one plain sentence for a finding, from the rule's own words and the entries that it rests on."""

from heeded.core.evaluation.because.asked import asks
from heeded.core.evaluation.because.moments import when_words
from heeded.core.evaluation.because.sentence import Because, rule_of
from heeded.core.evaluation.because.told import owing, owner
from heeded.core.evaluation.because.whose import as_it_stands, began, nobody_answers, whose

__all__ = [
    "Because",
    "as_it_stands",
    "asks",
    "began",
    "nobody_answers",
    "owing",
    "owner",
    "rule_of",
    "when_words",
    "whose",
]
