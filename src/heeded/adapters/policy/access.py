"""Reading the access policy: rows in plain words, with named groups, into the core's table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from heeded.adapters.policy.words import Groups, meant, one
from heeded.adapters.policy.wrong import WrongPolicy, listed, only, parsed, rows_of, shipped
from heeded.core.access.actor import Role
from heeded.core.access.answer import Effect, Obligation
from heeded.core.access.bond import Standing
from heeded.core.access.operation import Operation
from heeded.core.access.policy import Policy, Row
from heeded.core.access.records import RecordClass


@cache
def shipped_access() -> Policy:
    """The access policy that comes with Heeded."""
    return read_access(shipped("access.yaml"), "access.yaml")


def read_access(text: str, name: str) -> Policy:
    """The policy in a YAML text called `name`; WrongPolicy says what is wrong, in which row."""
    content = parsed(text, name)
    only(content, ("groups",), ("rows",), name)
    groups = _groups(content.get("groups") or {}, name)
    rows = [_row(given, groups, where) for given, where in rows_of(content, "rows", name)]
    try:
        return Policy(rows)
    except ValueError as wrong:
        raise WrongPolicy(f"{name}: {wrong}") from wrong


def _groups(given: object, name: str) -> dict[str, Groups]:
    """The groups of roles, standings and records by name."""
    if not isinstance(given, dict):
        raise WrongPolicy(f'{name}: "groups" must hold roles, standings and records.')
    only(given, ("roles", "standings", "records"), (), f"{name}, groups")
    for chapter, groups in given.items():
        if not isinstance(groups, dict):
            raise WrongPolicy(f'{name}, groups: "{chapter}" must hold names, each with its words.')
    return {
        chapter: {group: listed(names, f'{name}, group "{group}"') for group, names in groups.items()}
        for chapter, groups in given.items()
    }


def _row(given: dict[str, Any], groups: Mapping[str, Groups], where: str) -> Row:
    """One row; WrongPolicy names the word at fault."""
    only(given, ("asks",), ("row", "who", "standing", "record", "may", "answer", "because"), where)
    where = f'{where} "{given["row"]}"'
    return Row(
        id=str(given["row"]),
        roles=meant(given["who"], Role, f'{where}, "who"', groups.get("roles")),
        standings=meant(given["standing"], Standing, f'{where}, "standing"', groups.get("standings")),
        records=meant(given["record"], RecordClass, f'{where}, "record"', groups.get("records")),
        operations=meant(given["may"], Operation, f'{where}, "may"'),
        effect=one(given["answer"], Effect, f'{where}, "answer"'),
        because=str(given["because"]),
        obligations=meant(given["asks"], Obligation, f'{where}, "asks"') if "asks" in given else frozenset(),
    )
