"""What is wrong with a handbook as a whole: rules without a source, rules that nobody can meet, gaps."""

from heeded.core.procedures.check.checks import mistakes_in

__all__ = ["mistakes_in"]
