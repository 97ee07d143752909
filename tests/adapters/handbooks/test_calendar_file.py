"""Reading a calendar file: the shipped one, a partnership's own, and files that are wrong."""

import csv
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from heeded.adapters.handbooks.calendar_file import read_calendar, shipped_calendar

HEADING = "day,name,announced,source\n"
GOOD = HEADING + "2011-04-22,Good Friday,,standing rule\n"


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "anytown.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_partnership_may_bring_its_own(tmp_path: Path) -> None:
    calendar = read_calendar(written(tmp_path, GOOD + "\n2011-12-29,Offices closed,2011-06-01,the council\n"))
    assert calendar.name == "anytown"
    assert not calendar.is_working_day(date(2011, 12, 29))
    assert calendar.is_working_day(date(2011, 4, 29)), "only what is listed is closed"


def test_a_file_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    saved = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert not read_calendar(written(tmp_path, saved)).is_working_day(date(2011, 4, 22))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "the first line must be the heading day,name,announced,source, but is empty"),
        ("2011-04-22,Good Friday,,standing rule\n", "the first line must be the heading"),
        (HEADING, "lists no closures"),
        (HEADING + "2011-04-22,Good Friday\n", "line 2 has 2 columns instead of 4"),
        (GOOD + "29/4/2011,Wedding,,gov.uk\n", 'Closure 2: the day "29/4/2011" is not a date'),
        (GOOD + '2011-04-29,"Wedding,,gov.uk\n', "unexpected end of data"),
        (HEADING.encode() + b"2011-04-22,Good Friday \xff,,x\n", "not a text file in UTF-8"),
        (GOOD.encode("utf-16"), "not a text file in UTF-8"),
        (GOOD + "2011-05-02,Early\0May,,x\n", "Closure 2: the name of 2011-05-02 holds .* use plain text"),
    ],
)
def test_a_file_that_is_wrong_is_refused_by_name(tmp_path: Path, text: str | bytes, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong) as refused:
        read_calendar(written(tmp_path, text))
    assert "anytown.csv" in str(refused.value)


def test_an_unknown_name_is_answered_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r'No calendar is called "scotland".*england-and-wales'):
        shipped_calendar("scotland")


def test_the_shipped_calendar_is_read_once() -> None:
    assert shipped_calendar("england-and-wales") is shipped_calendar("england-and-wales")


def test_every_shipped_closure_names_its_source_and_marks_what_is_unverified() -> None:
    """Days not yet published by the government, after 2028, carry the mark."""
    text = files("heeded").joinpath("handbooks/calendars/england-and-wales.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        assert row["source"], row
        assert ("unverified" in row["source"]) == (row["day"] > "2029"), row
        assert row["source"].startswith("standing rule") == (not row["announced"]), row
