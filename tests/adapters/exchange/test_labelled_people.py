"""Tests of reading descriptions of which it is known whose they are."""

from datetime import date
from pathlib import Path

import pytest

from heeded.adapters.exchange.labelled_people import NotLabelled, read_labelled


def written(folder: Path, *lines: str) -> Path:
    """A file of these lines."""
    path = folder / "people.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_what_is_known_is_read(tmp_path: Path) -> None:
    head = "person,family,name,parents,birth,born,nhs_number,origin,agency"
    path = written(tmp_path, head, "a,f,Ada Invented,m d,b1,2020-05-06,9434765919,welsh,hospital")
    (found,) = read_labelled(path)
    assert (found.person, found.parents, found.birth) == ("a", frozenset({"m", "d"}), "b1")
    assert found.described.born == date(2020, 5, 6)
    assert [(each.system, each.value) for each in found.described.identifiers] == [
        ("NHS number", "9434765919")
    ]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (("person,name", "a,Ada"), "no column family"),
        (("person,family,name,colour", "a,f,Ada,red"), "unknown columns: colour"),
        (("person,family,name,born", "a,f,Ada,2020"), "line 2: '2020' is no date"),
        (("person,family,name", ",f,Ada"), "line 2: no person"),
    ],
)
def test_what_cannot_be_measured_on_is_said(tmp_path: Path, lines: tuple[str, ...], says: str) -> None:
    with pytest.raises(NotLabelled, match=says):
        read_labelled(written(tmp_path, *lines))
