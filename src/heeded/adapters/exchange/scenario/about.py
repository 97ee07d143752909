"""The page about a scenario: about.yaml, read key by key with errors that name the key."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from heeded.adapters.exchange.scenario.rows import read_text
from heeded.adapters.exchange.unreadable import UnreadableFile


@dataclass(frozen=True, slots=True)
class About:
    """A mapping of names to texts, lists and further mappings, and the file that it stands in."""

    file: str
    values: dict[str, object]

    def text(self, name: str) -> str:
        """The text under a name; it may not be empty."""
        value = self.values.get(name)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"“{name}” is missing or is no text", f"Write “{name}: …” with some words")
        return " ".join(value.split())

    def names(self, name: str) -> tuple[str, ...]:
        """The list of texts under a name."""
        value = self.values.get(name)
        if not isinstance(value, list) or not value or not all(isinstance(each, str) for each in value):
            raise self.wrong(
                f"“{name}” is missing or is no list of texts", f"Write “{name}: [first, second]”"
            )
        return tuple(value)

    def tables(self, name: str) -> tuple[About, ...]:
        """The list of mappings under a name."""
        value = self.values.get(name)
        if not isinstance(value, list) or not value or not all(isinstance(each, dict) for each in value):
            raise self.wrong(f"“{name}” is missing or is no list", f"Write “{name}:” and a dash for each")
        return tuple(About(self.file, {str(key): each[key] for key in each}) for each in value)

    def wrong(self, what: str, remedy: str) -> UnreadableFile:
        """The error for something on this page."""
        return UnreadableFile(what, self.file, remedy)


def read_about(path: Path) -> About:
    """The page at a path; UnreadableFile where it is no mapping in YAML."""
    try:
        values = yaml.safe_load(read_text(path))
    except (yaml.YAMLError, RecursionError, ValueError) as wrong:
        mark = getattr(wrong, "problem_mark", None)
        where = f"{path.name}, line {mark.line + 1}" if mark else path.name
        problem = getattr(wrong, "problem", None) or "it cannot be read"
        raise UnreadableFile(
            f"this is not YAML: {problem}", where, "Write “name: text”, a line for each"
        ) from wrong
    if not isinstance(values, dict):
        raise UnreadableFile("it does not name anything", path.name, "Write “name: text”, a line for each")
    return About(path.name, {str(key): values[key] for key in values})
