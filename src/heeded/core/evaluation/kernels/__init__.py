"""The column kernels: what the definition means, over arrays, for one family or for very many.

`evaluate` judges one family. Many are put into columns by `encode`, or come as columns from
elsewhere (see `Columns`), and are judged by `judge` at once or by `judge_all` block by block,
under the plan of a handbook (`plan_of`) and from a `Moment`.
"""

from heeded.core.evaluation.blocks.plan import plan_of
from heeded.core.evaluation.columns.columns import Columns
from heeded.core.evaluation.columns.encode import encode
from heeded.core.evaluation.columns.view import Moment
from heeded.core.evaluation.kernels.findings import FindingColumns, Findings
from heeded.core.evaluation.kernels.judge import evaluate, judge, judge_all

__all__ = [
    "Columns",
    "FindingColumns",
    "Findings",
    "Moment",
    "encode",
    "evaluate",
    "judge",
    "judge_all",
    "plan_of",
]
