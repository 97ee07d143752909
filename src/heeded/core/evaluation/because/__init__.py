"""Because: one plain sentence for a finding, from the rule's own words and the entries that it rests on."""

from heeded.core.evaluation.because.asked import asks
from heeded.core.evaluation.because.sentence import Because, rule_of

__all__ = ["Because", "asks", "rule_of"]
