"""Files of rows, read back by others' readers."""

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from heeded.adapters.exchange.reports.rows import open_rows

COLUMNS = {"word": str, "count": int, "share": float}
MANY = 45_000
ROWS = [{"word": f"w{n}", "count": n, "share": n / 7 if n % 3 else None} for n in range(MANY)]


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_many_rows_are_all_there_in_order(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"rows.{ending}"
    with open_rows(path, COLUMNS) as out:
        for row in ROWS:
            out.write(row)
    match ending:
        case "parquet":
            assert pq.read_table(path).to_pylist() == ROWS
        case "jsonl":
            assert [json.loads(line) for line in path.read_text("utf-8").splitlines()] == ROWS
        case _:
            with path.open(encoding="utf-8-sig", newline="") as lines:
                read = list(csv.DictReader(lines))
            assert [row["word"] for row in read] == [row["word"] for row in ROWS]
            assert [row["share"] for row in read] == [
                "" if r["share"] is None else str(r["share"]) for r in ROWS
            ]


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_a_file_without_rows_is_whole(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"rows.{ending}"
    with open_rows(path, COLUMNS):
        pass
    assert path.exists()
    if ending == "parquet":
        assert pq.read_table(path).schema.names == list(COLUMNS)


GUARDED = [
    *((text, f"'{text}") for text in ("=1+1", "+1", "-1", "@SUM(A1)")),
    ("\tx", "\\tx"),
    ("a\rb\nc", "a\\rb\\nc"),
    ("\x00\u202ex", "\\x00\\u202ex"),
]


@pytest.mark.parametrize(("text", "shown"), GUARDED)
def test_a_cell_keeps_to_its_line_and_never_runs(tmp_path: Path, text: str, shown: str) -> None:
    path = tmp_path / "rows.csv"
    with open_rows(path, {"word": str}) as out:
        out.write({"word": text})
    with path.open(encoding="utf-8-sig", newline="") as lines:
        assert [row["word"] for row in csv.DictReader(lines)] == [shown]
