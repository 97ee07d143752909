"""The repository as the house's watchers see it: files, modules and the definitions inside them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "heeded"

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: its path from the repository's root, its words and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    @classmethod
    def planted(cls, path: str, text: str) -> "Module":
        """Make a module that is not on disk, to show that a watcher can fail."""
        return cls(path, text, ast.parse(text))

    @property
    def lines(self) -> int:
        """How many lines the file has."""
        return len(self.text.splitlines())

    @property
    def folder(self) -> str:
        """The folder that it lies in, from the repository's root."""
        return self.path.rpartition("/")[0]


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Read every Python file below the given folders of the repository, in order of path."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return tuple(Module.planted(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths)


def definitions(tree: ast.AST, within: str = "") -> Iterator[tuple[str, Definition]]:
    """Yield each class and function below a node with its dotted name."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, Definition):
            name = f"{within}{node.name}"
            yield name, node
            yield from definitions(node, f"{name}.")
        else:
            yield from definitions(node, within)


def unlisted(found: set[str], listed: dict[str, str]) -> list[str]:
    """Say what a watcher found that is not listed as an exception, and which exceptions are stale."""
    stale = [
        f"{name}: listed as an exception, but nothing is wrong with it now" for name in listed.keys() - found
    ]
    return sorted(found - listed.keys()) + sorted(stale)
