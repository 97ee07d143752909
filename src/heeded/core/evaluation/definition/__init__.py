"""The definition: the meaning of every rule, in plain Python that reads like the manual."""

from heeded.core.evaluation.definition.evaluate import evaluate

__all__ = ["evaluate"]
