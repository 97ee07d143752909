"""Reading why someone may look, and the law that it rests on."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from heeded.adapters.policy.words import meant
from heeded.adapters.policy.wrong import WrongPolicy, listed, only, parsed, rows_of, shipped
from heeded.core.access.actor import Role
from heeded.core.access.operation import Operation
from heeded.core.access.purpose import LegalBasis, Purpose

Bases = dict[str, LegalBasis]
Named = TypeVar("Named", LegalBasis, Purpose)


@cache
def shipped_bases() -> Bases:
    """The legal bases that come with Heeded, by id."""
    return read_bases(shipped("legal_bases.yaml"), "legal_bases.yaml")


@cache
def shipped_purposes() -> dict[str, Purpose]:
    """The purposes that come with Heeded, by id, each with its legal bases."""
    return read_purposes(shipped("purposes.yaml"), "purposes.yaml", shipped_bases())


def read_bases(text: str, name: str) -> Bases:
    """The legal bases in a YAML text called `name`; WrongPolicy says what is wrong, in which entry."""
    content = parsed(text, name)
    only(content, (), ("bases",), name)
    return _once([_basis(given, where) for given, where in rows_of(content, "bases", name)], name)


def read_purposes(text: str, name: str, bases: Bases) -> dict[str, Purpose]:
    """The purposes in a YAML text called `name`; WrongPolicy says what is wrong, in which entry."""
    content = parsed(text, name)
    only(content, (), ("purposes",), name)
    return _once([_purpose(given, bases, where) for given, where in rows_of(content, "purposes", name)], name)


def _basis(given: dict[str, Any], where: str) -> LegalBasis:
    """One legal basis."""
    only(given, ("address", "condition", "unverified"), ("id", "title", "source"), where)
    return LegalBasis(**{key: str(value) for key, value in given.items()})


def _purpose(given: dict[str, Any], bases: Bases, where: str) -> Purpose:
    """One purpose; WrongPolicy names a legal basis that does not exist."""
    only(given, (), ("id", "title", "rests on", "who", "may"), where)
    where = f'{where} "{given["id"]}"'
    named = listed(given["rests on"], f'{where}, "rests on"')
    if strange := [id_ for id_ in named if id_ not in bases]:
        raise WrongPolicy(
            f"{where}: no such legal basis: {', '.join(strange)}. There are: {', '.join(bases)}."
        )
    return Purpose(
        id=str(given["id"]),
        title=str(given["title"]),
        bases=tuple(bases[id_] for id_ in named),
        roles=meant(given["who"], Role, f'{where}, "who"'),
        operations=meant(given["may"], Operation, f'{where}, "may"'),
    )


def _once(named: list[Named], name: str) -> dict[str, Named]:
    """Each by its id; WrongPolicy where two have the same."""
    ids = [each.id for each in named]
    if twice := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        raise WrongPolicy(f"{name}: written twice: {', '.join(twice)}. Rename one.")
    return dict(zip(ids, named, strict=True))
