"""Keeps watch on the core: the standard library alone, and no clock, disk, network or chance."""

import ast
import sys
from collections.abc import Iterable, Iterator

from tests.house.source import Module, modules, unlisted

OUTSIDE = frozenset(
    "asyncio builtins concurrent ctypes fileinput ftplib getpass glob http importlib io locale logging mmap "
    "multiprocessing os pathlib pickle pkgutil platform poplib random runpy sched secrets select selectors "
    "shelve shutil signal site smtplib socket socketserver sqlite3 ssl subprocess sys sysconfig tempfile "
    "threading time tkinter urllib uuid webbrowser".split()
)
"""Parts of the standard library that reach the clock, the disk, the network, the machine or chance."""

CALLS = frozenset("open print input exec eval __import__ breakpoint compile".split())
CLOCKS = frozenset("now today utcnow read_text read_bytes write_text write_bytes".split())
FIRST = "src/heeded/core/"
COUNTING = f"{FIRST}evaluation/"

ALLOWED: dict[str, str] = {}
"""Exceptions as `path: what`, each with its reason."""


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the dotted name of each module that a tree imports; a relative import yields a leading dot."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def may_import(path: str, name: str) -> bool:
    """Tell whether a module of the core may import another by that name."""
    top = name.partition(".")[0]
    if top == "heeded":
        return name == "heeded.core" or name.startswith("heeded.core.")
    if top == "numpy":
        return path.startswith(COUNTING) and not name.startswith("numpy.random")
    return top in sys.stdlib_module_names and top not in OUTSIDE


def impure_calls(tree: ast.AST) -> Iterator[str]:
    """Yield the name of each call that reads the clock or touches the disk."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in CALLS:
            yield f"{node.func.id}()"
        elif isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            yield f".{node.func.attr}()"
        elif ast.unparse(node.func).endswith(("np.random.default_rng", "numpy.random.default_rng")):
            yield "numpy.random"


def impurities(found: Iterable[Module]) -> set[str]:
    """Name each import and call by which a module of the core reaches outside it."""
    wrong = set()
    for module in found:
        if module.path.startswith(FIRST):
            reached = [name for name in imported(module.tree) if not may_import(module.path, name)]
            wrong |= {f"{module.path}: {what}" for what in [*reached, *impure_calls(module.tree)]}
    return wrong


def test_the_core_is_pure() -> None:
    core = [module for module in modules("src") if module.path.startswith(FIRST)]
    assert core, "the watch has found no core to keep watch on"
    assert unlisted(impurities(core), ALLOWED) == []


def test_the_watch_sees_each_way_out() -> None:
    text = """
import os.path, numpy, heeded.casework
from pathlib import Path
from . import sibling
from lxml import etree
def f(path):
    open(path); datetime.now(); date.today(); path.read_text()
"""
    path = f"{FIRST}chronology/a.py"
    ways = "os.path numpy heeded.casework pathlib . lxml open() .now() .today() .read_text()".split()
    assert impurities([Module.planted(path, text)]) == {f"{path}: {way}" for way in ways}


def test_numpy_is_for_evaluation_alone_and_without_chance() -> None:
    text = "import numpy as np\nfrom numpy.typing import NDArray\nnp.random.default_rng()\n"
    path = f"{COUNTING}kernels.py"
    assert impurities([Module.planted(path, text)]) == {f"{path}: numpy.random"}


def test_what_the_core_needs_it_may_have() -> None:
    text = (
        "from zoneinfo import ZoneInfo\nimport datetime, bisect\nfrom heeded.core.chronology import event\n"
    )
    assert impurities([Module.planted(f"{FIRST}procedures/a.py", text)]) == set()
