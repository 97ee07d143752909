"""Tests of `heeded link quality`: on descriptions whose truth is known, and on the record itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from heeded.doors.cli import main
from tests.doors.link.test_link_review import WHO, Run, run, told

__all__ = ["run"]

TABLE = """person,family,name,parents,birth,born,sex,postcode,origin,agency
ada,f,Ada Invented,mum,b1,2020-05-06,female,ZZ99 3VZ,english,hospital
ada,f,Invented Ada,mum,b1,2020-06-05,female,ZZ99 3VZ,english,school
ana,f,Ana Invented,mum,b1,2020-05-06,female,ZZ99 3VZ,english,hospital
mum,f,Ada Invented,,,1990-03-04,female,ZZ99 3VZ,english,council
mo,g,Mohamed Yusuf,,,2019-02-03,male,,somali,police
mo,g,Muhammad Yousef,,,2019-02-03,male,,somali,school
"""


def test_on_descriptions_whose_truth_is_known(tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text(TABLE, "utf-8")
    done = CliRunner().invoke(main, ["link", "quality", str(table), "--from", "16", "--on", "2026-01-01"])
    assert done.exit_code == 0, done.output
    assert "6 descriptions of 4 people; 2 pairs of one person." in done.output
    assert "found      2 of 2, 1.0000 (0.3424 to 1.0000)" in done.output
    assert "missed 0" in done.output
    assert "twin 1" in done.output
    for words in (
        "origin of the name: best and worst are 0.0000 apart",
        "somali",
        "hospital",
        "5 to 9",
        "within one family",
        "clusters that mix people 1",
    ):
        assert words in done.output


def test_what_another_matcher_claims_is_measured_on_the_same_descriptions(tmp_path: Path) -> None:
    table, claims = tmp_path / "people.csv", tmp_path / "claims.csv"
    table.write_text(TABLE, "utf-8")
    claims.write_text("one,other,probability\n2,3,0.97\n4,2,0.96\n6,7,0.9\n", "utf-8")
    done = CliRunner().invoke(main, ["link", "quality", str(table), "--claimed", str(claims)])
    assert done.exit_code == 0, done.output
    matched, _, less = done.output.partition("From probability 0.95: 2 pairs")[2].partition(
        "From probability 0.99"
    )
    assert "true       1 of 2" in matched
    assert "missed 1" in matched
    assert "twin 1" in matched
    assert "Match               1 of 2" in less
    assert "PotentialMatch      1 of 1" in less
    assert "LowConfidenceMatch  none of none" in less
    claims.write_text("one,other,probability\n1,2,0.9\n", "utf-8")
    wrong = CliRunner().invoke(main, ["link", "quality", str(table), "--claimed", str(claims)])
    assert "line 2: the table's lines are 2 to 7" in wrong.output


def test_a_table_without_truth_is_refused_in_words(tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("name\nAda\n", "utf-8")
    done = CliRunner().invoke(main, ["link", "quality", str(table)])
    assert done.exit_code == 1
    assert "no column person, family" in done.output
    assert "give a FILE" in CliRunner().invoke(main, ["link", "quality"]).output


@pytest.mark.parametrize("word", ["same", "different"])
def test_on_the_record_itself(run: Run, word: str) -> None:
    told()
    run("review", *WHO, answers=f"{word}\nThe school knows both boys\n")
    output = run("quality", *WHO).output
    told_so = "1 of 1" if word == "same" else "0 of 1"
    assert f"by council: one child {told_so}" in output, output
    assert ("2: 1" if word == "same" else "1: 2") in output
    assert ("on a person's word 1" in output) is (word == "same")
    assert "Tiago" not in output
