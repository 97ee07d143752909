"""The column kernels' row: the production evaluator on the whole log, in blocks of families."""

import numpy as np

from bench.log import read
from bench.ours.columns import columns
from bench.ours.ten_rules import ten_rules
from bench.peers.measure import Tally, arguments, best_of, measured, say
from heeded.core.evaluation.blocks.plan import Plan, plan_of
from heeded.core.evaluation.columns.columns import Columns
from heeded.core.evaluation.columns.view import Moment
from heeded.core.evaluation.kernels import FindingColumns, judge_all
from heeded.core.evaluation.kernels.codes import VERDICTS


def judge(plan: Plan, log: Columns, now: int) -> list[FindingColumns]:
    """Every finding on every family, as columns, block by block."""
    return [found.columns() for found in judge_all(plan, log, Moment(now, now))]


def tally(plan: Plan, blocks: list[FindingColumns]) -> Tally:
    """Count the verdicts, for comparison between engines."""
    size = len(VERDICTS)
    counts = np.zeros(len(plan.handbook.rules) * size, np.int64)
    sums = np.zeros_like(counts)
    for block in blocks:
        place = block.rule.astype(np.int64) * size + block.verdict
        counts += np.bincount(place, minlength=len(counts))
        np.add.at(sums, place, block.trigger.astype(np.int64))
    return sorted(
        (plan.handbook.rules[at // size].ref, VERDICTS[at % size].value, int(counts[at]), int(sums[at]))
        for at in np.flatnonzero(counts).tolist()
    )


def main() -> None:
    """Load, judge, say."""
    asked = arguments(__doc__)
    plan = plan_of(ten_rules())
    loaded, log = best_of(1, lambda: columns(read(asked.log, asked.events)))
    judged, blocks = best_of(asked.repeats, lambda: judge(plan, log, asked.now))
    figures = measured("Heeded column kernels", 1, len(log), loaded, judged)
    in_order = log.in_order()
    alone, _ = best_of(asked.repeats, lambda: judge(plan, in_order, asked.now))
    note = f"{len(log) / alone.seconds:,.0f} events/s where families already stand together, in order"
    say(figures, tally(plan, blocks), note)


if __name__ == "__main__":
    main()
