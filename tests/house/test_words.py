"""Keeps watch on words: names in the code are the field's, and drawer words name nothing."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from tests.house.source import Module, modules, unlisted

NOT_THE_FIELDS = (
    "client item payload timeline allegation suspect perpetrator alert score task ticket sla kpi violation"
)
DRAWERS = "helper util utils handler processor service misc common"
FORBIDDEN = frozenset(f"{NOT_THE_FIELDS} {DRAWERS} case".split())
"""`case` is never a person; `user` is forbidden in core alone; `manager` as the name of a class."""

ALLOWED: dict[str, str] = {}
"""Names kept against the rule, as `path:name`, each with its reason."""

PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def words(name: str) -> set[str]:
    """Split a name into its words, in small letters, each also without a plural `s`."""
    found = {part.lower() for part in PART.findall(name)}
    return found | {word.removesuffix("s") for word in found}


def names(tree: ast.AST) -> Iterator[tuple[str, bool]]:
    """Yield each name that a module gives, and whether it is a class's."""
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name):
                yield name, True
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.arg(arg=name):
                yield name, False
            case ast.Name(id=name, ctx=ast.Store()):
                yield name, False
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                yield name, False
            case ast.alias(asname=str(name)):
                yield name, False


def forbidden(module: Module, name: str, *, is_class: bool) -> bool:
    """Tell whether a name uses a word that it may not."""
    found = words(name)
    return (
        not found.isdisjoint(FORBIDDEN)
        or ("user" in found and module.path.startswith("src/heeded/core/"))
        or ("manager" in found and is_class)
    )


def wrong_names(found: Iterable[Module]) -> set[str]:
    """Name everything that is called by a word that it may not be called by, files and folders included."""
    wrong = set()
    for module in found:
        given = [
            *names(module.tree),
            *((part, False) for part in PurePosixPath(module.path).with_suffix("").parts),
        ]
        wrong |= {
            f"{module.path}:{name}" for name, is_class in given if forbidden(module, name, is_class=is_class)
        }
    return wrong


def test_names_are_the_fields() -> None:
    assert unlisted(wrong_names(modules("src", "tools")), ALLOWED) == []


def test_the_watch_sees_a_wrong_word_wherever_a_name_is_given() -> None:
    text = """
import x as payload
class TaskManager: ...
class Manager: ...
def read(ticket): ...
def score_family(): ...
case_id = 1
self.timeline = 2
for items in (): ...
"""
    found = wrong_names([Module.planted("src/heeded/doors/common.py", text)])
    wrong = "common payload TaskManager Manager ticket score_family case_id timeline items".split()
    assert found == {f"src/heeded/doors/common.py:{name}" for name in wrong}


def test_a_user_is_a_matter_for_doors_and_a_manager_may_be_a_person() -> None:
    text = "user = 1\nteam_manager = 2\n"
    assert wrong_names([Module.planted("src/heeded/doors/a.py", text)]) == set()
    assert wrong_names([Module.planted("src/heeded/core/a.py", text)]) == {"src/heeded/core/a.py:user"}


def test_a_name_that_another_library_gave_is_not_ours_to_choose() -> None:
    text = "parser.StartElementHandler = begin\n"
    assert wrong_names([Module.planted("src/heeded/adapters/a.py", text)]) == set()


def test_words_inside_words_are_left_alone() -> None:
    assert (
        wrong_names([Module.planted("src/heeded/casework/a.py", "scored_by_hand = lowercase = 1")]) == set()
    )
