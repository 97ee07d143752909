"""Tests of `heeded tell`: a story's reports in their order, readable by the record, and slips refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from heeded.adapters.exchange.heeded_json import read_report
from heeded.doors.cli import main


def tell(*words: str) -> Result:
    return CliRunner().invoke(main, ["tell", *words])


def test_each_report_stands_in_its_order_under_whoever_sends_it(tmp_path: Path) -> None:
    outcome = tell("bruised-baby", str(tmp_path / "told"))
    assert outcome.exit_code == 0, outcome.output
    files = sorted((tmp_path / "told").iterdir())
    assert [file.name for file in files[:3]] == [
        "001-health-visiting.json",
        "002-health-visiting.json",
        "003-health-visiting.json",
    ]
    assert f"{len(files)} reports in" in outcome.output
    reports = [read_report(file.read_bytes(), file.stem.partition("-")[2]) for file in files]
    assert [report.refusals for report in reports if report.refusals] == []
    times = [report.events[0].told for report in reports]
    assert times == sorted(times)
    assert {person.ref[:3] for report in reports for person in report.people} == {"999"}


def test_other_agencies_and_areas_stand_in_for_the_storys_own(tmp_path: Path) -> None:
    stands = ("haringey=council", "Haringey=Norhaven", "enfield=southby", "Enfield=Southby")
    options = [word for each in stands for word in ("--stand-in", each)]
    outcome = tell("child-t", str(tmp_path / "told"), *options)
    assert outcome.exit_code == 0, outcome.output
    files = sorted((tmp_path / "told").iterdir())
    assert {file.stem.partition("-")[2] for file in files} == {"hospital", "council", "southby", "police"}
    assert "Haringey" not in "".join(file.read_text("utf-8") for file in files)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["child-t", "told", "--stand-in", "leeds=council"], "the story has no agency or area “leeds”"),
        (["child-t", "told", "--stand-in", "council"], "“council” is not OWN=OTHER"),
        (["child-x", "told"], "there is no story “child-x”"),
        (["child-t", "full"], "holds something already: name an empty folder"),
    ],
)
def test_a_slip_is_refused_with_what_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").touch()
    outcome = tell(*words)
    assert outcome.exit_code == 2
    assert said in outcome.output
