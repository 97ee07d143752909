"""Every deadline in deadlines.csv, each worked out by hand with its reason beside it.

The table is for practitioners to check: add a line there, and it is tested here.
"""

import csv
from datetime import datetime
from pathlib import Path

import pytest

from heeded.core.procedures.amount import Amount
from heeded.core.procedures.calendar import LONDON, Calendar
from heeded.core.procedures.deadline import due

TABLE = Path(__file__).with_name("deadlines.csv")
MINUTES = "%d %b %Y %H:%M"
SECONDS = "%d %b %Y %H:%M:%S"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def moment(text: str, written: str) -> datetime:
    """A local time such as "Sun 31 Oct 2010 01:30 BST"; the last word only where it is needed."""
    weekday, rest = text.split(" ", 1)
    stated = rest[-3:] if rest.endswith(("GMT", "BST")) else ""
    wall = datetime.strptime(rest.removesuffix(stated).strip(), written)  # noqa: DTZ007 - the zone follows
    readings = {wall.replace(tzinfo=LONDON, fold=fold).utcoffset(): fold for fold in (0, 1)}
    times = [wall.replace(tzinfo=LONDON, fold=fold) for fold in readings.values()]
    fitting = [time for time in times if stated in ("", time.tzname())]
    assert len(fitting) == 1, f"{text}: say GMT or BST, whichever is meant"
    assert f"{fitting[0]:%a}" == weekday, f"{text} is a {fitting[0]:%A}"
    return fitting[0]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["what"])
def test_the_deadline_is_as_reasoned(row: dict[str, str], england: Calendar) -> None:
    start = int(moment(row["from"], MINUTES).timestamp())
    expected = moment(row["due"], SECONDS)

    judged = datetime.fromtimestamp(due(england, start, Amount.parse(row["amount"])), LONDON)

    assert (judged, judged.utcoffset()) == (expected, expected.utcoffset()), row["why"]


def test_the_table_is_as_long_as_promised_and_every_line_says_why() -> None:
    table = rows()
    assert len(table) >= 220
    assert all(all(row.values()) for row in table)
    assert len({(row["from"], row["amount"]) for row in table}) == len(table), "a line is there twice"
