"""The column kernels: what the definition means, over arrays, for one family or for very many."""

from heeded.core.evaluation.kernels.findings import FindingColumns, Findings
from heeded.core.evaluation.kernels.judge import evaluate, judge, judge_all

__all__ = ["FindingColumns", "Findings", "evaluate", "judge", "judge_all"]
