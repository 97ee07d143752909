"""The texts of modules: what stands in a call of gettext, and what a person may read and does not."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.catalogue.text import WEB, Text, place_of

# where the words stand among what is given to each function: context, words, plural
_CALLS: dict[str, tuple[int | None, int, int | None]] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), (None, 0, None)),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (None, 0, 1)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), (0, 1, None)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), (0, 1, 2)),
}
_READ = re.compile(r"[A-Za-z]{2,}[,:;]? +[A-Za-z]{2,}|^[A-Z][a-z]+$")
"""What looks like words for a person: two words in a row, or one with a capital."""


def modules() -> list[Path]:
    """Every module of the pages."""
    return sorted(WEB.rglob("*.py"))


def texts_in(path: Path) -> Iterator[Text]:
    """The texts of a module; SyntaxError where words are put together first, which no catalogue holds.

    What is given by a name is no text of this module: the words behind it are marked where they stand.
    """
    place = place_of(path)
    for call in _calls(ast.parse(path.read_text("utf-8"))):
        context, words, plural = _CALLS[_name(call)]
        given = call.args
        if any(isinstance(each, ast.JoinedStr | ast.BinOp) for each in given[: words + 1]):
            reason = "words put together before they are translated: fill them in afterwards"
            raise SyntaxError(f"{place}, line {call.lineno}: {reason}")
        said = _constant(given[words])
        if said:
            yield Text(
                said,
                place,
                "" if plural is None else _constant(given[plural]),
                "" if context is None else _constant(given[context]),
            )


def bare_in(path: Path) -> Iterator[tuple[int, str]]:
    """Words of a module that look like a person's to read and that no catalogue holds, with their lines."""
    tree = ast.parse(path.read_text("utf-8"))
    hidden = {id(part) for node in ast.walk(tree) for part in _not_read(node)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in hidden
            and _READ.search(node.value)
        ):
            yield node.lineno, node.value


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) in _CALLS)


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _constant(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _not_read(node: ast.AST) -> Iterator[ast.AST]:
    """What no page shows: docstrings, errors raised, annotations, `__all__`, and what a catalogue holds."""
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Raise():
            yield from ast.walk(node)
        case ast.Call() if _name(node) in _CALLS or _name(node) in ("compile", "cast"):
            yield from ast.walk(node)
        case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=ast.expr() as annotation):
            yield from ast.walk(annotation)
        case ast.FunctionDef(returns=ast.expr() as annotation):
            yield from ast.walk(annotation)
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            yield from ast.walk(node)
        case _:
            return
