"""The column kernels' row: the log's own columns, judged block by block."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from bench.log import of_days, read
from bench.ours.ten_rules import ten_rules
from bench.ours.words import WORDS
from bench.peers.measure import Measured, Tally, arguments, best_of, peak_bytes, say
from bench.schema import FIELDS, KEYS, KINDS
from heeded.core.evaluation.blocks.plan import plan_of
from heeded.core.evaluation.columns.arrays import Ints
from heeded.core.evaluation.columns.coded import Coded
from heeded.core.evaluation.columns.columns import Columns
from heeded.core.evaluation.columns.people import Persons
from heeded.core.evaluation.columns.view import Moment
from heeded.core.evaluation.kernels import FindingColumns, judge_all
from heeded.core.evaluation.kernels.codes import VERDICTS

DAY = 86_400


@dataclass(frozen=True)
class Log:
    """The log in memory, as it arrived: a NumPy array a column, -1 where a row has nothing."""

    columns: dict[str, Ints]
    days: bool


def load(table: pa.Table) -> Log:
    """The log's columns as arrays; Arrow's own memory is used where nothing is missing."""
    columns = {}
    for name in table.column_names:
        column = table[name].combine_chunks()
        if pa.types.is_boolean(column.type):
            column = column.cast(pa.int8())
        columns[name] = (column.fill_null(-1) if column.null_count else column).to_numpy()
    return Log(columns, of_days(table))


def columns_of(log: Log) -> Columns:
    """The log as the kernels take it: child 5 of the log is person 5."""
    at = log.columns
    family_of = np.zeros(int(at["child"].max()) + 1, np.int64)
    family_of[at["child"]] = at["family"]
    return Columns(
        kinds=tuple(WORDS[name].kind for name in KINDS),
        family=at["family"],
        child=at["child"],
        kind=at["kind"],
        earliest=at["happened"],
        latest=at["happened"] + (DAY - 1 if log.days else 0),
        told=at["recorded"],
        known=at["recorded"],
        entry=at["entry"],
        persons=Persons.children_of(family_of),
        keys={name: at[name] for name in KEYS},
        facts=facts_of(log),
    )


def facts_of(log: Log) -> dict[str, Coded]:
    """What the rows state: a column of the log is a field, and two may be one field of two kinds."""
    facts: dict[str, Coded] = {}
    for word in WORDS.values():
        if not word.column:
            continue
        said = log.columns[word.column]
        if (other := facts.get(word.field)) is None:
            facts[word.field] = Coded(said, (word.no, word.yes))
        else:
            size = len(other.values)
            codes = np.where(said >= 0, said + np.int8(size), other.codes)
            facts[word.field] = Coded(codes, (*other.values, word.no, word.yes))
    return facts


def judge(log: Log, now: int) -> list[FindingColumns]:
    """Every finding, block by block, a row a finding."""
    plan = plan_of(ten_rules())
    return [found.columns() for found in judge_all(plan, columns_of(log), Moment(now, now))]


def tally(blocks: list[FindingColumns]) -> Tally:
    """Count the verdicts, for comparison between engines."""
    rules = [rule.ref for rule in ten_rules().rules]
    size = len(VERDICTS)
    code = np.concatenate([found.rule.astype(np.int64) * size + found.verdict for found in blocks])
    entry = np.concatenate([found.trigger for found in blocks])
    counts = np.bincount(code)
    sums = np.bincount(code, weights=entry)
    return sorted(
        (rules[each // size], VERDICTS[each % size].value, int(counts[each]), int(sums[each]))
        for each in np.flatnonzero(counts).tolist()
    )


def main() -> None:
    """Load, judge, say."""
    asked = arguments(__doc__)
    loaded, log = best_of(1, lambda: load(read(asked.log, asked.events)))
    seconds, found = best_of(asked.repeats, lambda: judge(log, asked.now))
    say(
        Measured(
            "Heeded column kernels", 1, len(log.columns["entry"]), loaded, seconds, peak_bytes(), tally(found)
        )
    )


if __name__ == "__main__":
    main()
