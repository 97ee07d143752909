"""Whatever is changed in a return: it is audited or refused, and its counts add up."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.doors.audit.running import HERE, run

WHOLE = (HERE / "hand_checked.xml").read_text("utf-8")
DAYS = [match.span() for match in re.finditer(r"\d{4}-\d\d-\d\d(?=<)", WHOLE)]
SLOWLY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ODD_DAYS = [
    "0001-01-01",
    "1066-10-14",
    "1900-01-01",
    "1969-12-31",
    "2024-02-29",
    "2023-02-31",
    "9999-12-31",
    "",
]
ANY_DAY = st.one_of(st.sampled_from(ODD_DAYS), st.dates().map(str))


def audited(path: Path, content: bytes) -> None:
    """Audit a return; what comes out is one message, or a record that adds up."""
    path.write_bytes(content)
    ran = run(path, "--format", "json")
    assert ran.status in (0, 1)
    if not ran.out:
        assert len(ran.err.splitlines()) == 1
        return
    for rule in ran.record["rules"]:
        assert rule["assessable"] == rule["kept"] + rule["kept_late"] + rule["overdue"] + rule["missed"]


@given(st.dictionaries(st.sampled_from(DAYS), ANY_DAY, min_size=1, max_size=12))
@SLOWLY
def test_any_days(tmp_path: Path, days: dict[tuple[int, int], str]) -> None:
    text = WHOLE
    for (start, end), day in sorted(days.items(), reverse=True):
        text = text[:start] + day + text[end:]
    audited(tmp_path / "return.xml", text.encode())


@given(st.data())
@SLOWLY
def test_any_bytes_changed(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(WHOLE.encode())
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=4))
    audited(tmp_path / "return.xml", bytes(content))


@pytest.mark.parametrize("day", ["0001-01-01", "1066-10-14", "1969-12-31"])
def test_a_return_of_long_ago_is_audited_as_one_with_no_occasion(tmp_path: Path, day: str) -> None:
    text = re.sub(r"\d{4}-\d\d-\d\d(?=</(?!Reference))", day, WHOLE)
    path = tmp_path / "return.xml"
    path.write_text(text, "utf-8")
    ran = run(path, "--format", "json")
    assert (ran.status, sum(rule["assessable"] for rule in ran.record["rules"])) == (0, 0)
