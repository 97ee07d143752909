"""The forms in which an audit is printed and written, and the words by which it is asked for."""

import csv
import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from heeded.doors.cli.audit.run import FORMS
from tests.doors.audit.running import HERE, SAMPLES, rows, run
from tests.doors.audit.test_bad_census import given

RETURN = HERE / "hand_checked.xml"
REQUIRED = ["source", "children", "events", "refused", "rules"]
OF_A_RULE = (
    *("rule", "ref", "assessable", "kept", "kept_late", "overdue", "missed", "departed", "void", "due"),
    "not_assessable",
)


def test_json_has_the_keys_that_programs_rely_on() -> None:
    record = run(RETURN, "--format", "json").record
    assert [key for key in REQUIRED if key in record] == REQUIRED
    assert (record["source"], record["children"], record["events"], record["refused"]) == (
        RETURN.name,
        23,
        100,
        0,
    )
    for rule in record["rules"]:
        assert rule.keys() >= set(OF_A_RULE)


def test_csv_is_the_same_table() -> None:
    table = list(csv.DictReader(io.StringIO(run(RETURN, "--format", "csv").out)))
    record = run(RETURN, "--format", "json").record
    assert [row["rule"] for row in table] == [rule["rule"] for rule in record["rules"]]
    for row, rule in zip(table, record["rules"], strict=True):
        assert [row[name] for name in OF_A_RULE] == [str(rule[name]) for name in OF_A_RULE]
        assert row["share_kept"] == ("" if rule["share_kept"] is None else str(rule["share_kept"]))


def test_parquet_goes_where_it_is_sent() -> None:
    done = subprocess.run(  # noqa: S603 - our own command
        [
            sys.executable,
            "-c",
            "from heeded.doors.cli import main; main()",
            "audit",
            str(RETURN),
            "--format",
            "parquet",
        ],
        capture_output=True,
        check=True,
    )
    table = pq.read_table(io.BytesIO(done.stdout)).to_pylist()
    record = run(RETURN, "--format", "json").record
    assert [[row[name] for name in OF_A_RULE] for row in table] == [
        [rule[name] for name in OF_A_RULE] for rule in record["rules"]
    ]


@pytest.mark.parametrize(("form", "ending"), [("text", "csv"), ("json", "jsonl"), ("parquet", "parquet")])
def test_the_folder_holds_findings_table_refusals_and_a_manifest(
    tmp_path: Path, form: str, ending: str
) -> None:
    out = tmp_path / "a" / "new" / "folder"
    assert run(RETURN, "--format", form, "--out", out).status == 0
    names = {f"findings.{ending}", f"table.{ending}", "refused.csv", "audit.json", "manifest.json"}
    assert {path.name for path in out.iterdir()} == names
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    for written in manifest["outputs"]:
        assert written["sha256"] == hashlib.sha256((out / written["file"]).read_bytes()).hexdigest()
    assert {written["file"] for written in manifest["outputs"]} == names - {"manifest.json"}
    (source,) = manifest["inputs"]
    assert source == {"file": RETURN.name, "sha256": hashlib.sha256(RETURN.read_bytes()).hexdigest()}
    assert len(manifest["handbook"]) > 10


def test_findings_are_the_same_in_every_form(tmp_path: Path) -> None:
    for form in FORMS:
        run(RETURN, "--format", form, "--out", tmp_path / form)
    table = rows(tmp_path / "text" / "findings.csv")
    lines = (tmp_path / "json" / "findings.jsonl").read_text("utf-8").splitlines()
    assert [{k: v or "" for k, v in json.loads(line).items()} for line in lines] == table
    parquet = pq.read_table(tmp_path / "parquet" / "findings.parquet").to_pylist()
    assert [{k: v or "" for k, v in row.items()} for row in parquet] == table


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        run(RETURN, "--out", tmp_path / folder)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_no_cell_can_run_as_a_formula(tmp_path: Path) -> None:
    text = RETURN.read_text("utf-8").replace(">H05<", ">=1+1<").replace(">2A<", ">@SUM(A1)<", 1)
    run(given(tmp_path, text), "--out", tmp_path / "out")
    for name in ("findings.csv", "refused.csv"):
        cells = [cell for row in rows(tmp_path / "out" / name) for cell in row.values()]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
        assert [cell for cell in cells if cell.startswith(("'=1+1", "'@SUM"))]


def test_several_files_are_summed_and_each_stands_whole_beside(tmp_path: Path) -> None:
    ran = run(RETURN, SAMPLES / "CIN2rows.xml", "--format", "json", "--out", tmp_path / "out")
    record = ran.record
    assert [each["source"] for each in record["files"]] == [RETURN.name, "CIN2rows.xml"]
    assert record["children"] == sum(each["children"] for each in record["files"]) == 24
    for place, rule in enumerate(record["rules"]):
        each = [file["rules"][place] for file in record["files"]]
        assert {one["rule"] for one in each} == {rule["rule"]}
        assert [rule[name] for name in OF_A_RULE[2:]] == [
            sum(one[name] for one in each) for name in OF_A_RULE[2:]
        ]
    findings = (tmp_path / "out" / "findings.jsonl").read_text("utf-8").splitlines()
    sources = {json.loads(line)["source"] for line in findings}
    assert sources == {RETURN.name, "CIN2rows.xml"}


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    other = given(tmp_path / "a", RETURN.read_bytes(), RETURN.name)
    files = run(RETURN, other, "--format", "json").record["files"]
    assert [file["source"] for file in files] == [str(RETURN), str(other)]


def test_one_edition_can_judge_everything() -> None:
    """In 2010 an initial and a core assessment were asked for, and not yet a single one."""
    said = run(RETURN, "--edition", "2010", "--format", "json").record
    assert said["editions"] == ["2010"]
    names = {rule["rule"] for rule in said["rules"]}
    assert "initial-assessment-is-signed" in names
    assert "assessment-is-signed-after-a-returned-referral" not in names


USAGE: dict[str, tuple[list[str | Path], str]] = {
    "no file": ([], "FILE"),
    "an unknown form": ([RETURN, "--format", "pdf"], "pdf"),
    "a day that is none": ([RETURN, "--as-of", "31/03/2024"], "write it as 2024-03-31"),
    "a year too far": ([RETURN, "--as-of", "9999-12-31"], "years 1990 to 2098"),
    "since after as-of": ([RETURN, "--as-of", "2024-03-31", "--since", "2024-04-01"], "later than --as-of"),
    "an unknown kind": ([RETURN, "--carries", "referal received"], "Did you mean"),
    "no kind": ([RETURN, "--carries", " , "], "no kind of event is named"),
    "an unknown edition": ([RETURN, "--edition", "1989"], "2010"),
    "an unknown option": ([RETURN, "--sort"], "--sort"),
}


@pytest.mark.parametrize("slip", sorted(USAGE))
def test_a_mistyped_command_ends_with_status_2(slip: str) -> None:
    words, said = USAGE[slip]
    ran = run(*words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_folder_that_cannot_be_written_to_is_one_message(tmp_path: Path) -> None:
    taken = given(tmp_path, "", "taken")
    ran = run(RETURN, "--out", taken)
    assert (ran.status, ran.out) == (1, "")
    assert str(taken) in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_run_that_read_nothing_leaves_an_earlier_folder_as_it_was(tmp_path: Path) -> None:
    run(RETURN, "--out", tmp_path / "out")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert run(given(tmp_path, ""), "--out", tmp_path / "out").status == 1
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


def test_a_handbook_that_is_not_there_is_one_message(tmp_path: Path) -> None:
    ran = run(RETURN, "--handbook", tmp_path / "missing")
    assert (ran.status, ran.out) == (1, "")
    assert "missing" in ran.err
