"""Whatever a file holds: it is read, or refused in one sentence; and nothing in it is dropped."""

import csv
import io
import tracemalloc
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from heeded.adapters.exchange.events_table import EventsSource
from heeded.adapters.exchange.events_table.heading import COLUMNS
from heeded.adapters.exchange.ledger import Fate
from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.core.chronology.vocabulary import KINDS

EXAMPLE = Path(__file__).resolve().parents[4] / "docs" / "examples" / "events.csv"
SLOWLY = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["", "2024-03-08", "08/03/2024 16:00", "C1", "C2", "referral R1", "in writing", "police"]
    ),
    st.sampled_from(sorted(KINDS)),
)


def read(path: Path) -> tuple[int, int, int]:
    """How many entries there are, how many children, and how many lines tell of something set aside."""
    with EventsSource(path) as source:
        families = list(source.families())
        entries = sum(len(family.entries) for family in families)
        children = {name for family in families for name, person in family.people.items() if not person.adult}
        return entries, len(children), source.ledger.count(Fate.SET_ASIDE)


@given(st.binary(max_size=400))
@example(b"\xe1\x9d")
@SLOWLY
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "events.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as refused:
        read(path)
    assert refused.value.remedy


@given(st.data())
@SLOWLY
def test_the_example_with_bytes_changed_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(EXAMPLE.read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=4))
    path = tmp_path / "events.csv"
    path.write_bytes(bytes(content))
    with suppress(UnreadableFile):
        assert read(path)[0] > 0


@given(st.lists(st.lists(CELLS, min_size=len(COLUMNS), max_size=len(COLUMNS)), max_size=6))
@SLOWLY
def test_every_row_is_an_entry_or_a_line_in_the_ledger(tmp_path: Path, table: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(
        [COLUMNS, ["C1", "2024-03-08", "visit", *[""] * (len(COLUMNS) - 3)], *table]
    )
    path = tmp_path / "events.csv"
    path.write_text(written.getvalue().replace("\0", ""), "utf-8", newline="")
    rows = sum(any(cell.replace("\0", "").strip() for cell in row) for row in table) + 1
    entries, children, refused = read(path)
    assert entries + refused >= rows
    assert 1 <= children <= entries


def test_memory_does_not_grow_with_the_table(tmp_path: Path) -> None:
    """Rows wait in a temporary file: ten times the rows may take 4 MB more at most."""
    peaks = []
    for rows in (2_000, 20_000):
        path = tmp_path / f"{rows}.csv"
        with path.open("w", encoding="utf-8") as lines:
            lines.write("child,when,what,details\n")
            lines.writelines(f"C{n % 997},2024-03-08,visit,child seen\n" for n in range(rows))
        peaks.append(_peak(path))
    assert peaks[1] < peaks[0] + 4_000_000


def _peak(path: Path) -> int:
    tracemalloc.start()
    try:
        with EventsSource(path) as source:
            for family in source.families():
                assert family.entries
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
