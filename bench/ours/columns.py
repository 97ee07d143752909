"""The log as the kernels' columns, straight from Arrow: no event becomes a Python object.

Arrow's own memory is used where nothing is missing, and codes stay as narrow as the log has them.
"""

import numpy as np
import pyarrow as pa

from bench.days import LocalDays
from bench.draws import DAY, Ints
from bench.log import of_days
from bench.ours.words import WORDS
from bench.schema import FIRST, KEYS, KINDS, NOW
from heeded.core.evaluation.columns.arrays import NONE
from heeded.core.evaluation.columns.coded import Coded
from heeded.core.evaluation.columns.columns import Columns
from heeded.core.evaluation.columns.people import Persons


def columns(log: pa.Table) -> Columns:
    """The log in columns, in its own order, which is that of arrival: not yet family by family."""
    family, child = _numbers(log["family"]), _numbers(log["child"])
    happened, told = _numbers(log["happened"]), _numbers(log["recorded"])
    return Columns(
        kinds=tuple(WORDS[name].kind for name in KINDS),
        family=family,
        child=child,
        kind=_numbers(log["kind"]),
        earliest=happened,
        latest=_ends_of_days(happened) if of_days(log) else happened,
        told=told,
        known=told,
        entry=_numbers(log["entry"]),
        persons=Persons.children_of(_family_of_each_child(child, family)),
        keys={name: _numbers(log[name]) for name in KEYS},
        facts=_facts(log),
    )


def _numbers(column: pa.ChunkedArray) -> Ints:
    """A column of whole numbers (1 and 0 for yes and no); -1 where there is none."""
    whole = column.combine_chunks()
    if pa.types.is_boolean(whole.type):
        whole = whole.cast(pa.int8())
    found: Ints = (whole.fill_null(NONE) if whole.null_count else whole).to_numpy()
    return found


def _family_of_each_child(child: Ints, family: Ints) -> Ints:
    found = np.full(int(child.max(initial=-1)) + 1, NONE, np.int64)
    found[child] = family
    return found


def _ends_of_days(starts: Ints) -> Ints:
    """The last second of each London day; those on which the clock changes are not 24 hours long."""
    days = LocalDays.spanning(FIRST - DAY, NOW + DAY)
    ends: Ints = days.starts[days.index(starts) + 1] - 1
    return ends


def _facts(log: pa.Table) -> dict[str, Coded]:
    """What the rows state. Kinds that share a field, such as `outcome`, share its column."""
    facts: dict[str, Coded] = {}
    for word in WORDS.values():
        if word.column:
            said = _numbers(log[word.column])
            earlier = facts.get(word.field, Coded(np.full_like(said, NONE), ()))
            codes = np.where(said == NONE, earlier.codes, said + said.dtype.type(len(earlier.values)))
            facts[word.field] = Coded(codes, (*earlier.values, word.no, word.yes))
    return facts
