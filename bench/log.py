"""The generated log: what it is, where it is kept, and how to ask for it.

All children are invented and the rates mean nothing; what matters is that each of the ten rules
has duties kept, kept late, overdue, missed and still open, so that engines can be compared.

Columns: `entry` (number in order of arrival), `family`, `child`, `kind` (index into KINDS),
`happened` (UTC seconds; in the `--days` log the first second of a local day), `recorded`
(UTC seconds), the keys `referral`, `enquiry`, `plan`, `disagreement` (null where the event has
none), and the fields `accepted`, `alone`, `conference`, `quorate` (null where not said).
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from bench.days import LocalDays
from bench.draws import DAY, Ints
from bench.schema import FIELDS, FIRST, KEYS, NOW
from bench.story import tell

CACHE = Path(__file__).resolve().parent.parent / ".bench"


@dataclass(frozen=True)
class LogPlan:
    """What log to make: how many events and children, which seed, instants or whole days."""

    events: int = 2_000_000
    children: int = 100_000
    seed: int = 20_110_201
    days: bool = False

    @property
    def path(self) -> Path:
        """Where this log is kept; the name says all that decides its content."""
        shape = "days" if self.days else "instants"
        return CACHE / f"log-{self.events}-{self.children}-{self.seed}-{shape}.parquet"


def ensure(plan: LogPlan) -> Path:
    """The path of the log, generated first if it is not in the cache."""
    if not plan.path.exists():
        write(plan)
    return plan.path


def read(path: Path, events: int = 0) -> pa.Table:
    """The log as an Arrow table; with `events`, only the first families with about so many."""
    if not events or events >= pq.read_metadata(path).num_rows:
        return pq.read_table(path)
    family = pq.read_table(path, columns=["family"])["family"].to_numpy()
    last = int(np.searchsorted(np.cumsum(np.bincount(family)), events))
    batches = pq.ParquetFile(path).iter_batches(use_threads=False)
    return pa.Table.from_batches([batch.filter(pc.field("family") <= last) for batch in batches])


def write(plan: LogPlan) -> None:
    """Generate the log and write it whole, or not at all."""
    plan.path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = plan.path.with_suffix(".unfinished")
    pq.write_table(table(plan), unfinished, compression="zstd", row_group_size=262_144)
    unfinished.replace(plan.path)


def table(plan: LogPlan) -> pa.Table:
    """The log as an Arrow table in order of arrival, exactly `plan.events` rows."""
    told = tell(plan.events, plan.children, plan.seed)
    happened = start_of_local_day(told.happened) if plan.days else told.happened
    columns: dict[str, pa.Array] = {
        "entry": pa.array(np.arange(plan.events, dtype=np.int32)),
        "family": pa.array(told.family.astype(np.int32)),
        "child": pa.array(told.child.astype(np.int32)),
        "kind": pa.array(told.kind.astype(np.uint8)),
        "happened": pa.array(happened),
        "recorded": pa.array(told.recorded),
    }
    for name in KEYS:
        values = told.keys[name]
        columns[name] = pa.array(values.astype(np.int32), mask=values < 0)
    for name in FIELDS:
        values = told.fields[name]
        columns[name] = pa.array(values == 1, mask=values < 0)
    return pa.table(columns, metadata={"times": "days" if plan.days else "instants"})


def of_days(log: pa.Table) -> bool:
    """Whether the log says only on which day an event happened."""
    return bool((log.schema.metadata or {}).get(b"times") == b"days")


def start_of_local_day(moments: Ints) -> Ints:
    """The first second (UTC) of each moment's day in London."""
    days = LocalDays.spanning(FIRST, NOW + DAY)
    return days.starts[days.index(moments)]


def main() -> None:
    """Write the log that the command line asks for and say where it is."""
    parser = argparse.ArgumentParser(prog="python -m bench.log", description=__doc__)
    parser.add_argument("--events", type=int, default=LogPlan.events)
    parser.add_argument("--children", type=int, default=LogPlan.children)
    parser.add_argument("--seed", type=int, default=LogPlan.seed)
    parser.add_argument("--days", action="store_true", help="whole days instead of instants")
    asked = parser.parse_args()
    print(ensure(LogPlan(asked.events, asked.children, asked.seed, asked.days)))


if __name__ == "__main__":
    main()
