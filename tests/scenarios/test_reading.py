"""Reading a scenario's folder: every table that is wrong is refused by name, line and remedy."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from heeded.adapters.exchange.scenario import read_scenario
from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.bootstrap import open_scenario
from tests.house.source import PACKAGE

CHILD_T = PACKAGE / "scenarios" / "child_t"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the story that can be spoilt."""
    copy = tmp_path / "story"
    shutil.copytree(CHILD_T, copy)
    return copy


def replacing(old: str, new: str) -> Callable[[str], str]:
    """A change to the text of a file; the old words must stand in it."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


SPOILT = [
    ("people.csv", replacing("2007-02-15", "2007-02-30"), "people.csv, line 2", "no date of the calendar"),
    ("people.csv", replacing("Rosa,Rosa", "T,Rosa"), "people.csv, line 3", "“T” stands in this table twice"),
    ("people.csv", replacing(",no,", ",maybe,"), "people.csv, line 2", "Write one of: yes, no"),
    (
        "people.csv",
        replacing("id,name", "id,surname"),
        "people.csv, line 1",
        "missing: name; not known: surname",
    ),
    ("people.csv", replacing("id,name", "name,name"), "people.csv, line 1", "missing: id"),
    ("people.csv", lambda _: "", "people.csv", "there are no rows"),
    ("people.csv", replacing("Haringey", "Haringey,x"), "people.csv, line 2", "7 cells under 6 columns"),
    ("agencies.csv", replacing("police,\n", "constabulary,\n"), "agencies.csv, line 5", "Write one of: "),
    (
        "about.yaml",
        replacing("children: [T,", "children: [Tom,"),
        "about.yaml",
        "“Tom” under “children” is no child",
    ),
    (
        "about.yaml",
        replacing("children: [T,", "children: [Mara,"),
        "about.yaml",
        "“Mara” under “children” is no child",
    ),
    ("about.yaml", replacing("protected: E15a", "protected: E15b"), "about.yaml", "no event “E15b”"),
    ("about.yaml", replacing("protected: E15a", "protected: E8"), "about.yaml", "no event “E8” with entries"),
    ("about.yaml", replacing("hindsight:", "foresight:"), "about.yaml", "“hindsight” is missing"),
    ("about.yaml", replacing("variants:", "variants: none\nothers:"), "about.yaml", "“variants” is missing"),
    ("about.yaml", replacing("children: [T", "children: [[[T"), "about.yaml, line", "this is not YAML"),
    ("about.yaml", lambda _: "- a\n- list\n", "about.yaml", "it does not name anything"),
    ("about.yaml", lambda _: "[" * 5000, "about.yaml", "this is not YAML"),
    ("events.csv", replacing("E2,The consultant", "E1,The consultant"), "events.csv, line 4", "“E1” stands"),
    (
        "events.csv",
        replacing("E2,The consultant", "E2b,The consultant"),
        "entries.csv, line",
        "no event “E2”",
    ),
    (
        "events.csv",
        replacing("E8,Contact goes on; what happened is not known", "E8,"),
        "events.csv",
        "“title” is empty",
    ),
    ("entries.csv", replacing("E0.2,", "E0.1,"), "entries.csv, line 3", "“E0.1” stands on line 2 already"),
    (
        "entries.csv",
        replacing("injury observed", "injury seen"),
        "entries.csv",
        "Did you mean “injury observed”?",
    ),
    ("entries.csv", replacing("sites: eye area", "places: eye area"), "entries.csv", "no field “places”"),
    ("entries.csv", replacing("count: 5;", "count: five;"), "entries.csv", "“count” cannot be “five”"),
    ("entries.csv", replacing("injury I1", "wound I1"), "entries.csv", "“wound I1” does not say to which"),
    (
        "entries.csv",
        replacing("speaker: Carl", "speaker: Karl"),
        "entries.csv",
        "“Karl” is nobody in people.csv. Did you mean “Carl”",
    ),
    (
        "entries.csv",
        replacing(",hospital,nurse,T,", ",clinic,nurse,T,"),
        "entries.csv, line 2",
        "“clinic” cannot",
    ),
    (
        "entries.csv",
        replacing(",hospital,nurse,T,", ",hospital,nurse,Tom,"),
        "entries.csv, line 2",
        "“Tom” is no child",
    ),
    (
        "entries.csv",
        replacing(",hospital,nurse,T,", ",hospital,nurse,,"),
        "entries.csv, line 2",
        "“child” is empty",
    ),
    (
        "entries.csv",
        replacing("2010-01-01", "2010-13-01"),
        "entries.csv, line 2",
        "“2010-13-01” is not a time",
    ),
    (
        "entries.csv",
        replacing("2010-06-18 19:40", "last Friday"),
        "entries.csv, line 2",
        "“last Friday” is not a time",
    ),
    (
        "entries.csv",
        replacing("haringey 2010-06-21", "harringay 2010-06-21"),
        "entries.csv, line 2",
        "“harringay” is no agency",
    ),
    (
        "entries.csv",
        replacing('"what: bruise', '"what: "bruise'),
        "entries.csv, line",
        "the table breaks off",
    ),
]


@pytest.mark.parametrize(
    ("file", "change", "where", "what"), SPOILT, ids=[f"{each[0]}: {each[3]}" for each in SPOILT]
)
def test_a_spoilt_table_is_refused_by_place(
    folder: Path, file: str, change: Callable[[str], str], where: str, what: str
) -> None:
    path = folder / file
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    with pytest.raises(UnreadableFile) as refused:
        read_scenario(folder)
    said = str(refused.value)
    assert said.startswith(where), said
    assert what in said


@pytest.mark.parametrize("file", ["about.yaml", "people.csv", "agencies.csv", "events.csv", "entries.csv"])
@pytest.mark.parametrize(
    ("written", "what"),
    [
        (None, "it cannot be opened"),
        (b"\xff\xfe\x00not text", "this is not text in UTF-8"),
        (b"id\n\0\n", "NUL character"),
        (b"x" * 5_000_001, "larger than 5,000,000 bytes"),
    ],
    ids=["missing", "not UTF-8", "NUL", "too large"],
)
def test_a_file_that_is_no_table_is_refused(
    folder: Path, file: str, written: bytes | None, what: str
) -> None:
    if written is None:
        (folder / file).unlink()
    else:
        (folder / file).write_bytes(written)
    with pytest.raises(UnreadableFile, match=what) as refused:
        read_scenario(folder)
    assert file in refused.value.where


def test_a_table_saved_by_a_spreadsheet_reads_the_same(folder: Path) -> None:
    before = read_scenario(folder)
    for path in folder.glob("*.csv"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n\r\n")
    assert read_scenario(folder) == before


def test_a_row_about_several_children_is_an_entry_for_each() -> None:
    entries = read_scenario(CHILD_T).chronology.entries
    assert [entry.id for entry in entries if entry.id.startswith("E9.4/")] == [
        "E9.4/Rosa",
        "E9.4/Oskar",
        "E9.4/Iris",
    ]
    assert {entry.child for entry in entries if entry.id.startswith("E9.1/")} == {
        "T",
        "Rosa",
        "Oskar",
        "Iris",
    }


def test_the_shipped_story_and_one_of_ones_own_open_alike(folder: Path) -> None:
    assert open_scenario("child-t") == open_scenario(str(folder)) == read_scenario(CHILD_T)


def test_a_story_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(LookupError):
        open_scenario("child-x")
    with pytest.raises(ValueError, match=r"about\.yaml: it cannot be opened"):
        open_scenario(str(tmp_path))
