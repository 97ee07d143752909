"""The ten rules by hand in DuckDB: the SQL is in `duckdb_rules.sql`, here is how it is run."""

from pathlib import Path
from string import Template

import duckdb
import pyarrow as pa

from bench.days import EPOCH, LocalDays, clock_changes
from bench.draws import DAY
from bench.peers.measure import arguments, best_of, measured, say
from bench.schema import FIRST, KINDS, kind

SQL = Path(__file__).with_suffix(".sql")
VERDICTS = "'due', 'kept', 'kept late', 'overdue', 'missed', 'void', 'broken'"
COUNT = "select rule, verdict, count(*), sum(entry)::bigint from finding group by all"
SPAN = (FIRST - DAY, 200 * DAY)


def deadlines(now: int) -> pa.Table:
    """One row a London day: its number from 1970, and the last second of each deadline from it."""
    days = LocalDays.spanning(SPAN[0], now + SPAN[1])
    count = len(days.starts) - 1
    first = (days.first - EPOCH).days
    columns = {"day": pa.array(range(first, first + count), pa.int64())}
    for amount in (1, 2, 10, 15, 45):
        columns[f"wd{amount}"] = pa.array(days.due_by_working_days(amount))
    for amount in (30, 91):
        columns[f"days{amount}"] = pa.array(days.due_by_days(amount))
    return pa.table(columns)


def london_day(now: int) -> str:
    """A macro from a moment to its London day, spelt as cases: quicker than a time zone's table."""
    ahead = clock_changes(SPAN[0], now + SPAN[1])
    cases = " ".join(f"when moment >= {start} then {offset}" for start, offset in reversed(ahead))
    return f"create macro london_day(moment) as (moment + case {cases} else 0 end) // {DAY}"


def load(log: Path, threads: int, now: int) -> duckdb.DuckDBPyConnection:
    """A database in memory with the log and the calendar."""
    database = duckdb.connect()
    database.execute(f"set threads = {threads}")
    database.execute("create table event as select * from read_parquet(?)", [str(log)])
    database.register("deadline_rows", deadlines(now))
    database.execute("create table deadline as from deadline_rows")
    database.execute(london_day(now))
    rules = ", ".join(f"'R{number}'" for number in range(1, 11))
    database.execute(f"create type rule_name as enum ({rules})")
    database.execute(f"create type verdict_name as enum ({VERDICTS})")
    return database


def judge(database: duckdb.DuckDBPyConnection, now: int) -> int:
    """All ten rules over the whole log, into the table `finding`; how many duties there are."""
    codes = {name: kind(name) for name in KINDS}
    database.execute(Template(SQL.read_text(encoding="utf-8")).substitute(codes, now=now))
    return number_of(database, "finding")


def number_of(database: duckdb.DuckDBPyConnection, table: str) -> int:
    """How many rows a table has."""
    return len(database.table(table))


def main() -> None:
    """Load, judge, say."""
    asked = arguments(__doc__)
    loaded, database = best_of(1, lambda: load(asked.log, asked.threads, asked.now))
    judged, _ = best_of(asked.repeats, lambda: judge(database, asked.now))
    name, events = f"DuckDB {duckdb.__version__}", number_of(database, "event")
    figures = measured(name, asked.threads, events, loaded, judged)
    say(figures, sorted(database.execute(COUNT).fetchall()))


if __name__ == "__main__":
    main()
