"""Keeps watch on the list of journeys through the pages: each stands in it, and none that does not exist."""

import re
from pathlib import Path

from tests.house.source import ROOT

JOURNEYS = ROOT / "tests" / "browser"
NO_JOURNEYS = {"test_every_page.py", "test_watch.py"}
TEST = re.compile(r"^def (test_\w+)\(", re.MULTILINE)
ROW = re.compile(r"^\| [^|]+ \| `(test_\w+)` \| [^|]+ \|$", re.MULTILINE)


def taken(folder: Path) -> list[str]:
    """Give the names of the journeys that the tests of a folder take, sorted."""
    files = (path for path in folder.glob("test_*.py") if path.name not in NO_JOURNEYS)
    return sorted(name for path in files for name in TEST.findall(path.read_text("utf-8")))


def test_every_journey_stands_in_the_list_once() -> None:
    assert sorted(ROW.findall((JOURNEYS / "README.md").read_text("utf-8"))) == taken(JOURNEYS)


def test_the_watch_sees_a_journey_and_passes_by_what_is_none(tmp_path: Path) -> None:
    (tmp_path / "test_one.py").write_text("def test_one_goes() -> None: ...\ndef given() -> None: ...\n")
    (tmp_path / "test_watch.py").write_text("def test_seen() -> None: ...\n")
    assert taken(tmp_path) == ["test_one_goes"]
    assert ROW.findall("| One goes | `test_one_goes` | keys |\n| no `test_two` |") == ["test_one_goes"]
