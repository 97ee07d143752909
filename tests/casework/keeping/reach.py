"""What leads from one person to another in the record: every table that holds ids, walked as a graph."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from tests.casework.looking.telling import rows


def reachable(database: str, start: str) -> set[str]:
    """Every id that stands in a row with one that is reached from `start`, over all tables of the record.

    Looks are left out: they are the record of who asked after whom, and name each person asked after.
    """
    near: dict[str, set[str]] = defaultdict(set)
    tables = rows(
        database,
        "SELECT table_name, array_agg(column_name::text) FROM information_schema.columns "
        "WHERE table_schema = 'record' GROUP BY table_name",
    )
    for table, _ in tables:
        if table in {"look", "leaf", "node", "head", "checkpoint", "token_key", "token_pads"}:
            continue
        for (row,) in rows(database, f"SELECT to_jsonb(t) FROM record.{table} t"):  # noqa: S608 - tables of ours
            found = _ids(row)
            for each in found:
                near[each] |= found
    reached, waiting = {start}, [start]
    while waiting:
        for each in near[waiting.pop()] - reached:
            reached.add(each)
            waiting.append(each)
    return reached


def _ids(value: object) -> set[str]:
    """The ids, and digests of numbers, anywhere in a row."""
    if isinstance(value, dict):
        return {found for each in value.values() for found in _ids(each)}
    if isinstance(value, list):
        return {found for each in value for found in _ids(each)}
    if isinstance(value, str) and (value.startswith("\\x") or _is_id(value)):
        return {value}
    return set()


def _is_id(value: str) -> bool:
    try:
        return str(UUID(value)) == value
    except ValueError:
        return False
