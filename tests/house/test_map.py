"""Keeps watch on MAP.md: it names every folder of the package, and none that does not exist."""

import re
from pathlib import Path

import pytest

from tests.house.source import PACKAGE, ROOT

NAMED = re.compile(r"`([\w./-]+/)`")


def named(text: str) -> set[str]:
    """Give the folders that a page names: in backquotes, with a slash at the end."""
    return set(NAMED.findall(text))


def folders(package: Path) -> set[str]:
    """Give the package's folders: those with modules in them, and those of data just below it."""
    with_modules = {init.parent for init in package.rglob("__init__.py")} - {package}
    of_data = {folder for folder in package.iterdir() if folder.is_dir() and folder.name != "__pycache__"}
    return {f"{folder.relative_to(package).as_posix()}/" for folder in with_modules | of_data}


def astray(text: str, package: Path, root: Path) -> set[str]:
    """Give the folders that a page names and that are neither in the package nor in the repository."""
    return {name for name in named(text) if not (package / name).is_dir() and not (root / name).is_dir()}


def test_the_map_names_every_folder_of_the_package() -> None:
    assert sorted(folders(PACKAGE) - named((ROOT / "MAP.md").read_text("utf-8"))) == []


@pytest.mark.parametrize("page", ["MAP.md", "CONTRIBUTING.md"])
def test_no_page_names_a_folder_that_does_not_exist(page: str) -> None:
    assert sorted(astray((ROOT / page).read_text("utf-8"), PACKAGE, ROOT)) == []


def test_contributing_names_each_watch_of_the_house() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    watches = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests" / "house").glob("test_*.py")}
    assert set(re.findall(r"`(tests/house/test_\w+\.py)`", text)) == watches


def test_the_watch_sees_a_folder_missing_and_one_too_many(tmp_path: Path) -> None:
    inner = tmp_path / "src" / "heeded" / "core" / "chronology"
    inner.mkdir(parents=True)
    for folder in (inner, inner.parent):
        (folder / "__init__.py").touch()
    package = tmp_path / "src" / "heeded"
    text = "Look in `core/`, `src/heeded/`, `gone/` and `bootstrap.py`."
    assert folders(package) - named(text) == {"core/chronology/"}
    assert astray(text, package, tmp_path) == {"gone/"}
