"""Keeps watch on sizes: of files, functions and folders."""

import ast
from collections import Counter
from collections.abc import Iterable
from statistics import median

from tests.house.source import Module, definitions, modules, unlisted

MOST_LINES = 300
LONGEST_FUNCTION = 60
MEDIAN_FUNCTION = 10
MOST_MODULES = 12

LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}
FULL_FOLDERS: dict[str, str] = {
    "src/heeded/adapters/record/migrations": "the record's steps, one after another: none is ever taken out",
    "src/heeded/casework/ports": "the holes in the wall: a module a hole, each read alone",
    "src/heeded/core/chronology/vocabulary": "a list of words: a module a chapter, each read alone",
    "src/heeded/core/procedures/text": "a grammar: a module a kind of phrase, each read alone",
}
"""Exceptions by name, each with its reason."""


def function_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count a function's lines from `def` to its end, without its docstring."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node) is None:
        return lines
    docstring = node.body[0]
    return lines - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def functions(found: Iterable[Module]) -> dict[str, int]:
    """Give the length of every function by `path:name`."""
    return {
        f"{module.path}:{name}": function_lines(node)
        for module in found
        for name, node in definitions(module.tree)
        if not isinstance(node, ast.ClassDef)
    }


def long_files(found: Iterable[Module]) -> set[str]:
    """Name the files that are too long."""
    return {module.path for module in found if module.lines > MOST_LINES}


def long_functions(found: Iterable[Module]) -> set[str]:
    """Name the functions that are too long."""
    return {name for name, lines in functions(found).items() if lines > LONGEST_FUNCTION}


def full_folders(found: Iterable[Module]) -> set[str]:
    """Name the folders that hold too many modules, their `__init__` not counted."""
    counts = Counter(module.folder for module in found if not module.path.endswith("/__init__.py"))
    return {folder for folder, count in counts.items() if count > MOST_MODULES}


def test_no_file_is_longer_than_it_may_be() -> None:
    assert unlisted(long_files(modules("src", "tests", "tools", "bench")), LONG_FILES) == []


def test_no_function_is_longer_than_it_may_be() -> None:
    assert unlisted(long_functions(modules("src", "tools", "bench")), LONG_FUNCTIONS) == []


def test_the_median_function_is_short() -> None:
    assert median(functions(modules("src")).values()) < MEDIAN_FUNCTION


def test_no_folder_holds_more_modules_than_one_can_keep_in_mind() -> None:
    assert unlisted(full_folders(modules("src")), FULL_FOLDERS) == []


def test_the_watch_sees_what_is_too_big() -> None:
    long = Module.planted("src/heeded/long.py", "def f():\n" + "    x = 1\n" * MOST_LINES)
    crowd = [Module.planted(f"src/heeded/crowd/m{n}.py", "") for n in range(MOST_MODULES + 1)]
    assert long_files([long]) == {"src/heeded/long.py"}
    assert long_functions([long]) == {"src/heeded/long.py:f"}
    assert full_folders(crowd) == {"src/heeded/crowd"}
    assert full_folders(crowd[1:]) == set()


def test_a_docstring_does_not_count_as_length() -> None:
    with_words = Module.planted("a.py", 'def f():\n    """One.\n\n    Two.\n    """\n    return 1\n')
    assert functions([with_words]) == {"a.py:f": 2}


def test_an_exception_needed_no_more_is_pointed_out() -> None:
    assert unlisted({"a.py"}, {"a.py": "why"}) == []
    assert unlisted({"a.py"}, {}) == ["a.py"]
    assert "needed" not in unlisted(set(), {"a.py": "why"})[0]
    assert unlisted(set(), {"a.py": "why"})[0].startswith("a.py: listed")
