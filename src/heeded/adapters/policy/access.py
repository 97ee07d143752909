"""Reading the access policy: rows in plain words, with named groups, into the core's table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from heeded.adapters.policy.wrong import WrongPolicy, listed, only, parsed
from heeded.core.access.actor import Role
from heeded.core.access.answer import Effect, Obligation
from heeded.core.access.bond import Standing
from heeded.core.access.operation import Operation
from heeded.core.access.policy import Policy, Row
from heeded.core.access.records import RecordClass

Word = TypeVar("Word", bound=StrEnum)

EVERYTHING = ("anyone", "anything")
"""The words that stand for all there are."""

_Groups = Mapping[str, tuple[str, ...]]


@cache
def shipped_access() -> Policy:
    """The access policy that comes with Heeded."""
    return read_access((files("heeded") / "policy" / "access.yaml").read_text("utf-8"), "access.yaml")


def read_access(text: str, name: str) -> Policy:
    """The policy in a YAML text called `name`; WrongPolicy says what is wrong, in which row."""
    content = parsed(text, name)
    only(content, ("groups",), ("rows",), name)
    groups = _groups(content.get("groups") or {}, name)
    rows = [
        _row(given, groups, f"{name}, row {place}")
        for place, given in enumerate(_rows(content["rows"], name), start=1)
    ]
    try:
        return Policy(rows)
    except ValueError as wrong:
        raise WrongPolicy(f"{name}: {wrong}") from wrong


def _rows(given: object, name: str) -> Iterator[dict[str, Any]]:
    """The rows, each a mapping."""
    if not isinstance(given, list):
        raise WrongPolicy(f'{name}: "rows" must be a list.')
    for place, row in enumerate(given, start=1):
        if not isinstance(row, dict):
            raise WrongPolicy(f"{name}, row {place}: must hold names, each with what belongs to it.")
        yield row


def _groups(given: object, name: str) -> dict[str, _Groups]:
    """The groups of roles, standings and records by name."""
    if not isinstance(given, dict):
        raise WrongPolicy(f'{name}: "groups" must hold roles, standings and records.')
    only(given, ("roles", "standings", "records"), (), f"{name}, groups")
    return {
        chapter: {group: listed(names, f'{name}, group "{group}"') for group, names in groups.items()}
        for chapter, groups in given.items()
    }


def _row(given: dict[str, Any], groups: Mapping[str, _Groups], where: str) -> Row:
    """One row; WrongPolicy names the word at fault."""
    only(given, ("asks",), ("row", "who", "standing", "record", "may", "answer", "because"), where)
    where = f'{where} "{given["row"]}"'

    def words(key: str, kind: type[Word], chapter: str = "") -> frozenset[Word]:
        spoken = listed(given[key], f'{where}, "{key}"')
        return frozenset(_meant(spoken, kind, groups.get(chapter, {}), f'{where}, "{key}"', ()))

    return Row(
        id=str(given["row"]),
        roles=words("who", Role, "roles"),
        standings=words("standing", Standing, "standings"),
        records=words("record", RecordClass, "records"),
        operations=words("may", Operation),
        effect=_one(given["answer"], Effect, f'{where}, "answer"'),
        because=str(given["because"]),
        obligations=words("asks", Obligation) if "asks" in given else frozenset(),
    )


def _meant(
    spoken: tuple[str, ...], kind: type[Word], groups: _Groups, where: str, within: tuple[str, ...]
) -> Iterator[Word]:
    """What the words of one place in a row stand for, groups within groups opened."""
    for word in spoken:
        if word in EVERYTHING:
            yield from kind
        elif word in within:
            raise WrongPolicy(f'{where}: the group "{word}" holds itself. Take it out.')
        elif word in groups:
            yield from _meant(groups[word], kind, groups, where, (*within, word))
        else:
            yield _one(word, kind, where)


def _one(word: object, kind: type[Word], where: str) -> Word:
    """The member of a list of words; WrongPolicy names those there are."""
    try:
        return kind(str(word))
    except ValueError as wrong:
        raise WrongPolicy(f'{where}: "{word}" is none of: {", ".join(kind)}.') from wrong
