"""Keeps watch on tests that do not run: each says why."""

import ast
from collections.abc import Iterable

from tests.house.source import Module, modules

SKIPPING = ("skip", "skipif", "xfail", "importorskip")


def skipping(node: ast.expr) -> bool:
    """Tell whether an expression names one of pytest's ways to pass a test over."""
    return (
        isinstance(node, ast.Attribute) and node.attr in SKIPPING and ast.unparse(node).startswith("pytest.")
    )


def gives_reason(call: ast.Call) -> bool:
    """Tell whether a call carries a reason, by name or as the one argument of `pytest.skip`."""
    by_name = any(word.arg == "reason" for word in call.keywords)
    by_place = ast.unparse(call.func) in {"pytest.skip", "pytest.xfail"} and bool(call.args)
    return by_name or by_place


def unexplained(found: Iterable[Module]) -> set[str]:
    """Name each place where a test is passed over with no reason."""
    wrong = set()
    for module in found:
        explained = {
            id(node.func)
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Call) and gives_reason(node)
        }
        wrong |= {
            f"{module.path}:{node.lineno}"
            for node in ast.walk(module.tree)
            if isinstance(node, ast.expr) and skipping(node) and id(node) not in explained
        }
    return wrong


def test_no_test_is_passed_over_without_a_reason() -> None:
    assert sorted(unexplained(modules("tests"))) == []


def test_the_watch_sees_a_silent_skip() -> None:
    text = """
import pytest
@pytest.mark.skip
def test_a(): ...
@pytest.mark.skipif(True)
def test_b(): ...
@pytest.mark.xfail(reason="known")
def test_c(): pytest.skip("no network")
pytest.importorskip("polars")
"""
    assert unexplained([Module.planted("tests/a.py", text)]) == {
        "tests/a.py:3",
        "tests/a.py:5",
        "tests/a.py:9",
    }
