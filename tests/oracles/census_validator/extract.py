"""What the census validator itself finds: run by its own Python, never by ours.

`extract.py labelled` runs the test that ships with each rule, and writes the tables that it was given
and every row that the rule then named. `extract.py returns` reads returns as JSON from its input and
writes the rows that each rule names in each of them, or how the rule broke down.
"""

from __future__ import annotations

import importlib
import json
import sys
import warnings
from typing import Any

import pandas as pd
from cin_validator import test_engine
from cin_validator.rule_engine import CINTable

YEAR = "cin2022_23"
"""The rule set in which each of these rules was last written; the later sets take them over."""
RULES = "8670Q 8675Q 8867 8868 8565 8831 8832 2990 2991Q 8825Q 4000 8569Q 8873Q".split()
Tables = dict[str, dict[str, Any]]
Rows = dict[str, list[int]]


def labelled() -> dict[str, Any]:
    """The tables that each rule's own test holds, and the rows that the rule names in them."""
    found: dict[str, Any] = {}
    for rule in RULES:
        module = _module(rule)

        def watched(validate: Any, tables: Any, rule: str = rule) -> Any:  # noqa: ANN401 - the peer's own
            given = {_name(table): _written(frame) for table, frame in tables.items()}
            context = test_engine.run_rule(validate, tables)
            found[rule] = {"tables": given, "flagged": _rows(context)}
            return context

        module.run_rule = watched
        module.test_validate()
    return found


def judged(returns: list[Tables], rules: list[str]) -> list[dict[str, Any]]:
    """The rows that each rule names in each return; in place of rows, how the rule broke down."""
    return [{rule: _judge(rule, tables) for rule in rules} for tables in returns]


def _judge(rule: str, tables: Tables) -> Rows | str:
    frames = {CINTable[name]: _frame(table) for name, table in tables.items()}
    try:
        return _rows(test_engine.run_rule(_module(rule).validate, frames))
    except Exception as failure:  # noqa: BLE001 - whatever breaks down in the peer is an answer of its own
        return f"{type(failure).__name__}: {failure}"


def _module(rule: str) -> Any:  # noqa: ANN401 - a module of the peer's
    return importlib.import_module(f"cin_validator.rules.{YEAR}.rule_{rule}")


def _name(table: object) -> str:
    return str(table).rpartition(".")[2]


def _rows(context: Any) -> Rows:  # noqa: ANN401 - a context of the peer's
    """Every row that a rule named, by table, each once."""
    issues = [*context.type2_issues, *context.type3_issues]
    issues.extend([context.type1_issues] if context.type1_issues else [])
    found: dict[str, set[int]] = {}
    for issue in issues:
        named = found.setdefault(_name(issue.table), set())
        named.update(int(row) for rows in issue.row_df["ROW_ID"] for row in rows)
    return {table: sorted(rows) for table, rows in sorted(found.items())}


def _written(frame: Any) -> dict[str, Any]:  # noqa: ANN401 - a data frame
    """A table for JSON: its columns, and its rows as text, with days as 2023-03-31 and gaps as null."""
    rows = [[_cell(value) for value in row] for row in frame.itertuples(index=False)]
    return {"columns": [str(column) for column in frame.columns], "rows": rows}


def _cell(value: Any) -> str | None:  # noqa: ANN401 - whatever a data frame holds
    if pd.isna(value):
        return None
    return f"{value:%Y-%m-%d}" if isinstance(value, pd.Timestamp) else str(value)


def _frame(table: dict[str, Any]) -> Any:  # noqa: ANN401 - a data frame
    frame = pd.DataFrame(table["rows"], columns=table["columns"])
    for column in frame.columns:
        if "date" in column.lower():
            frame[column] = pd.to_datetime(frame[column], format="%Y-%m-%d")
    return frame.where(frame.notna(), pd.NA)


def main() -> None:
    """Answer the one question asked on the command line, in JSON."""
    warnings.simplefilter("ignore")
    if sys.argv[1:] == ["labelled"]:
        lines = (f"{json.dumps(rule)}: {_compact(found)}" for rule, found in labelled().items())
        sys.stdout.write("{\n" + ",\n".join(lines) + "\n}\n")
    elif sys.argv[1:] == ["returns"]:
        asked = json.load(sys.stdin)
        sys.stdout.write(_compact(judged(asked["returns"], asked["rules"])))
    else:
        sys.exit("usage: extract.py labelled | extract.py returns < returns.json")


def _compact(answer: object) -> str:
    return json.dumps(answer, separators=(",", ":"))


if __name__ == "__main__":
    main()
