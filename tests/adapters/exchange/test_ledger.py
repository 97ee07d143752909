"""The ledger: nothing is dropped, everything is counted, and nothing in it can harm its reader."""

import csv
import io
import json
import tracemalloc
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeded.adapters.exchange.ledger import COLUMNS, Fate, Ledger, Place, Refusal
from heeded.adapters.exchange.visible import FORMULA_STARTS, LONGEST, cell, visible


def line(value: str = "2023-02-31", reason: str = "no such date", fate: Fate = Fate.SET_ASIDE) -> Refusal:
    return Refusal(Place("a.xml", 7, 2, "C1", "Day"), "a day", value, reason, "Write another day", fate)


def test_a_place_reads_as_a_sentence_of_what_is_known() -> None:
    assert str(Place("a.xml", 7, 2, "C1", "Day")) == "a.xml, line 7, record 2 (C1), Day"
    assert str(Place("a.xml", identity="C1")) == "a.xml, C1"
    assert str(Place("a.xml")) == "a.xml"


def test_lines_come_back_as_they_were_written_even_while_more_are_written() -> None:
    with Ledger() as ledger:
        ledger.add(line("1"))
        seen = []
        for refusal in ledger:
            seen.append(refusal.value)
            if len(ledger) < 4:
                ledger.add(line(str(len(ledger) + 1)))
        assert seen == ["1", "2", "3", "4"]
        assert next(iter(ledger)) == line("1")


def test_lines_are_counted_by_reason_and_fate() -> None:
    with Ledger() as ledger:
        for reason, fate, times in [("b", Fate.KEPT, 2), ("a", Fate.SET_ASIDE, 3), ("b", Fate.SET_ASIDE, 2)]:
            for _ in range(times):
                ledger.add(line(reason=reason, fate=fate))
        assert ledger.by_reason() == {"b": 4, "a": 3}
        assert list(ledger.by_reason(Fate.SET_ASIDE).items()) == [("a", 3), ("b", 2)]
        assert (ledger.count(Fate.SET_ASIDE), ledger.count(Fate.KEPT), len(ledger)) == (5, 2, 7)


def test_memory_stays_bounded_and_every_line_remains() -> None:
    with Ledger(kept_in_memory=100_000) as ledger:
        tracemalloc.start()
        for number in range(20_000):
            ledger.add(line(str(number), reason=f"reason {number % 3}"))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        values = Counter(refusal.value for refusal in ledger)
        assert len(ledger) == 20_000
    assert values == Counter(str(number) for number in range(20_000))
    assert peak < 500_000, "3 MB of lines were to be kept within about 100 kB"


def test_csv_holds_every_line_and_none_can_run_in_a_spreadsheet() -> None:
    out = io.StringIO()
    with Ledger() as ledger:
        for start in ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", 'plain, "quoted"'):
            ledger.add(Refusal(Place("=evil.xml", 1, 1, "@child"), "a day", start, "reason", "remedy"))
        ledger.write_csv(out)
    heading, *rows = csv.reader(io.StringIO(out.getvalue()))
    assert tuple(heading) == COLUMNS
    assert len(rows) == 7
    assert rows[-1][6] == 'plain, "quoted"'
    assert [row[6] for row in rows[:4]] == ["'=1+1", "'+1", "'-1", "'@SUM(A1)"]
    assert not [part for row in rows for part in row if part.startswith(FORMULA_STARTS)]
    assert {(row[0], row[3]) for row in rows} == {("'=evil.xml", "'@child")}


def test_json_holds_every_line() -> None:
    out = io.StringIO()
    with Ledger() as ledger:
        ledger.write_json(out)
        assert json.loads(out.getvalue()) == []
        ledger.add(line("é\x00"))
        ledger.add(line("2"))
        out = io.StringIO()
        ledger.write_json(out)
    first, second = json.loads(out.getvalue())
    assert tuple(first) == COLUMNS
    assert (first["value"], first["line"], first["fate"]) == ("é\\x00", 7, "set aside")
    assert second["value"] == "2"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2023-02-31", "2023-02-31"),
        ("a\x00\x1b[31m\nb", "a\\x00\\x1b[31m\\nb"),
        ("nhs\u202e123\u200b", "nhs\\u202e123\\u200b"),
        ("x" * 81, "x" * 79 + "…"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_is_hidden_is_made_visible_and_what_is_long_is_cut(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(max_size=200))
def test_shown_text_is_short_printable_and_stays_as_it_is(text: str) -> None:
    shown = visible(text)
    assert len(shown) <= LONGEST
    assert shown.isprintable()
    assert visible(shown) == shown
    assert not cell(shown).startswith(FORMULA_STARTS)
