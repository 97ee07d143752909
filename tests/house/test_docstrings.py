"""Keeps watch on docstrings: each module says what it is, each public name what it means."""

import ast
from collections.abc import Iterable

from tests.house.source import Module, definitions, modules


def speechless(found: Iterable[Module]) -> set[str]:
    """Name the modules whose first line is not a sentence, and the public names without a docstring."""
    wrong = set()
    for module in found:
        first = (ast.get_docstring(module.tree) or "").partition("\n")[0]
        if not first.endswith((".", "?", ":")):
            wrong.add(module.path)
        for name, node in definitions(module.tree):
            if is_public(name) and not is_local(name, module) and ast.get_docstring(node) is None:
                wrong.add(f"{module.path}:{name}")
    return wrong


def is_public(name: str) -> bool:
    """Tell whether no part of a dotted name begins with an underscore."""
    return not any(part.startswith("_") for part in name.split("."))


def is_local(name: str, module: Module) -> bool:
    """Tell whether a definition lies inside a function."""
    outer = name.rpartition(".")[0]
    return any(
        there == outer and not isinstance(node, ast.ClassDef)
        for there, node in definitions(module.tree)
        if outer
    )


def test_every_module_and_public_name_says_what_it_is() -> None:
    assert sorted(speechless(modules("src", "tools", "bench"))) == []


def test_every_test_module_says_what_it_tests() -> None:
    assert [name for name in sorted(speechless(modules("tests"))) if ":" not in name] == []


def test_the_watch_sees_silence() -> None:
    text = (
        'class A:\n    def b(self): ...\n    def _c(self): ...\ndef d():\n    """Said."""\n    def e(): ...\n'
    )
    assert speechless([Module.planted("a.py", text)]) == {"a.py", "a.py:A", "a.py:A.b"}
    assert speechless([Module.planted("a.py", '"""What it is."""\n')]) == set()
    assert speechless([Module.planted("a.py", '"""what it is"""\n')]) == {"a.py"}
