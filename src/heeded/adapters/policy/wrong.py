"""What is wrong with a policy file: which file, where in it, and what to do."""

from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

import yaml


class WrongPolicy(ValueError):  # noqa: N818 - named for what is the case, as the message reads
    """A policy file that cannot be used; nothing is opened by half a policy."""


def shipped(name: str) -> str:
    """The text of a policy file that comes with Heeded."""
    return (files("heeded") / "policy" / name).read_text("utf-8")


def parsed(text: str, name: str) -> dict[str, Any]:
    """The mapping written in a YAML text; WrongPolicy names the file and the line at fault."""
    try:
        content = yaml.load(text, Loader=_Strict)  # noqa: S506 - a safe loader that also refuses doubles
    except yaml.YAMLError as wrong:
        raise WrongPolicy(f"{name}: {wrong}") from wrong
    if not isinstance(content, dict):
        raise WrongPolicy(f"{name}: the file must hold names, each with what belongs to it.")
    return content


def only(given: dict[str, Any], may: Iterable[str], must: Iterable[str], where: str) -> None:
    """Refuse, with WrongPolicy, a mapping with a name that it may not have or without one it must."""
    if stray := sorted(set(map(str, given)) - set(may) - set(must)):
        raise WrongPolicy(f"{where}: unknown: {', '.join(stray)}. Use: {', '.join((*must, *may))}.")
    if missing := [name for name in must if given.get(name) in (None, "", [])]:
        raise WrongPolicy(f"{where}: missing: {', '.join(missing)}. Write it.")


def rows_of(content: dict[str, Any], key: str, name: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Each entry of a list in a file, with the words that say where it stands."""
    if not isinstance(content[key], list):
        raise WrongPolicy(f'{name}: "{key}" must be a list.')
    for place, row in enumerate(content[key], start=1):
        where = f"{name}, {key}, number {place}"
        if not isinstance(row, dict):
            raise WrongPolicy(f"{where}: must hold names, each with what belongs to it.")
        yield row, where


def listed(given: object, where: str) -> tuple[str, ...]:
    """One name, or a list of names, as names; WrongPolicy where it is neither."""
    names = given if isinstance(given, list) else [given]
    if not names or not all(isinstance(name, str) and name for name in names):
        raise WrongPolicy(f"{where}: must be a name or a list of names, but is {given!r:.60}.")
    return tuple(names)


class _Strict(yaml.SafeLoader):
    """A safe loader that refuses a name written twice, where YAML would keep the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - the library's signature
        """Build a mapping, every name in it once."""
        names = [name.value for name, _ in node.value]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise yaml.MarkedYAMLError(problem=f'"{twice[0]}" is written twice', problem_mark=node.start_mark)
        return super().construct_mapping(node, deep=deep)
