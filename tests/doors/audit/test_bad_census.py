"""Census returns with every kind of fault: one clear message or a line in the ledger, never a traceback."""

from pathlib import Path

import pytest

from tests.doors.audit.running import HERE, SAMPLES, Ran, rows, run

WHOLE = (HERE / "hand_checked.xml").read_text("utf-8")
SOUND = SAMPLES / "CIN_Census_2024.xml"


def given(tmp_path: Path, text: str | bytes, name: str = "return.xml") -> Path:
    """A file with that content."""
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return path


def refused(ran: Ran) -> str:
    """The one message of a run that could read nothing."""
    assert (ran.status, ran.out) == (1, "")
    (message,) = ran.err.splitlines()
    assert message.startswith("Error: ")
    return message


CHILD = WHOLE.index("    <Child>")
REFUSED: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "is empty"),
    "blank": (" \n\n ", "holds only blanks"),
    "NUL bytes": (b"\0" * 5000, "NUL bytes"),
    "a NUL within": (WHOLE[:CHILD].encode() + b"\0" + WHOLE[CHILD:].encode(), "a NUL byte"),
    "a web page": ("<!DOCTYPE html><html><body>Sign in</body></html>", "looks like a web page"),
    "a workbook": (b"PK\x03\x04" + b"\0" * 100, "Excel workbook"),
    "gzip": (b"\x1f\x8b\x08" + b"\0" * 100, "compressed with gzip"),
    "JSON": ('{"children": []}', "looks like JSON"),
    "another return": (WHOLE.replace("<Collection>CIN<", "<Collection>SSDA903<"), "SSDA903"),
    "another XML": ("<Orders><Order/></Orders>", "outermost element"),
    "entities": ('<!DOCTYPE m [<!ENTITY a "aaaa">]>' + WHOLE.partition("?>")[2], "DOCTYPE"),
    "deep nesting": ("<Message>" + "<a>" * 100_000, "deep"),
    "cut within the first child": (WHOLE[: CHILD + 60], "ends early"),
    "declares UTF-8 and is not": (WHOLE.replace("Invented<", "Café<").encode("cp1252"), "windows-1252"),
    "no header": (
        WHOLE[: WHOLE.index("  <Header>")] + WHOLE[WHOLE.index("  <Children>") :],
        "--as-of",
    ),
    "no reference date": (WHOLE.replace("2024-03-31", ""), "--as-of"),
    "a reference date of another century": (
        WHOLE.replace("<ReferenceDate>2024-03-31", "<ReferenceDate>9999-12-31"),
        "9999-12-31",
    ),
}


@pytest.mark.parametrize("fault", sorted(REFUSED))
def test_what_cannot_be_read_is_refused_in_one_message(tmp_path: Path, fault: str) -> None:
    content, said = REFUSED[fault]
    message = refused(run(given(tmp_path, content)))
    assert said in message
    assert "return.xml" in message


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert "no such file" in refused(run(tmp_path / "missing.xml"))
    assert "a folder" in refused(run(tmp_path))


def test_a_file_that_breaks_while_it_is_read_is_refused() -> None:
    """Nothing is mapped at the start of a process's own memory."""
    assert "reading stopped" in refused(run("/proc/self/mem"))


def test_a_return_without_header_is_audited_once_somebody_says_up_to_when_it_tells(tmp_path: Path) -> None:
    content, _ = REFUSED["no header"]
    ran = run(given(tmp_path, content), "--as-of", "2024-03-31", "--format", "json")
    whole = run(HERE / "hand_checked.xml", "--format", "json")
    assert (ran.status, ran.record["children"]) == (0, 23)
    assert [rule["kept"] for rule in ran.record["rules"]] == [rule["kept"] for rule in whole.record["rules"]]
    assert ran.record["noted_by_reason"]["no header"] == 1


def test_of_a_file_that_breaks_off_what_came_before_is_audited_and_the_status_says_so(tmp_path: Path) -> None:
    cut = WHOLE[: WHOLE.index("<LAchildID>H10<")]
    ran = run(given(tmp_path, cut), "--format", "json")
    assert (ran.status, ran.record["children"]) == (1, 9)
    assert "ends early" in ran.err
    assert "What came before was audited" in ran.err


def test_the_malformed_sample_is_refused_with_its_place() -> None:
    message = refused(run(SAMPLES / "CIN_Census_2026_malformed.xml"))
    assert "line 73" in message


LEDGER = {
    "an impossible day": (
        "<AssessmentAuthorisationDate>2023-07-06<",
        "2023-02-31",
        "a day that does not exist",
    ),
    "no day": ("<AssessmentAuthorisationDate>2023-07-06<", "soon", "not a date"),
    "an unknown code": ("<ReferralSource>2A<", "99", "not in the code list"),
    "a day too late": (
        "<AssessmentAuthorisationDate>2023-07-06<",
        "2025-07-06",
        "later than the reference date",
    ),
    "neither yes nor no": ("<ReferralNFA>false<", "perhaps", "neither yes nor no"),
}


@pytest.mark.parametrize("fault", sorted(LEDGER))
def test_a_value_that_cannot_be_used_is_a_line_in_the_ledger(tmp_path: Path, fault: str) -> None:
    element, value, reason = LEDGER[fault]
    tag = element[: element.index(">") + 1]
    path = given(tmp_path, WHOLE.replace(element, f"{tag}{value}<", 1))
    ran = run(path, "--format", "json", "--out", tmp_path / "out")
    assert (ran.status, ran.record["refused"]) == (0, 1)
    assert ran.record["refused_by_reason"] == {reason: 1}
    (line,) = rows(tmp_path / "out" / "refused.csv")
    assert (line["value"].partition(" ")[0], line["identity"], line["file"]) == (value, "H01", "return.xml")
    assert line["remedy"]


def test_a_step_whose_day_cannot_be_used_counts_neither_as_kept_nor_as_overdue(tmp_path: Path) -> None:
    broken = WHOLE.replace(
        "<AssessmentAuthorisationDate>2023-07-06<", "<AssessmentAuthorisationDate>2023-02-31<"
    )
    said = run(given(tmp_path, broken), "--format", "json").rule(
        "assessment-is-signed-after-a-returned-referral"
    )
    before = run(HERE / "hand_checked.xml", "--format", "json").rule(
        "assessment-is-signed-after-a-returned-referral"
    )
    assert (said["kept"], said["overdue"]) == (before["kept"] - 1, before["overdue"])
    assert said["not_assessable"] == before["not_assessable"] + 1


def test_an_identifier_that_comes_twice_is_two_children_and_a_line_in_the_ledger(tmp_path: Path) -> None:
    ran = run(given(tmp_path, WHOLE.replace(">H02<", ">H01<")), "--format", "json")
    assert (ran.status, ran.record["children"]) == (0, 23)
    assert ran.record["noted_by_reason"]["an identifier given before"] == 1


def test_a_year_that_is_not_the_reference_dates_is_noted(tmp_path: Path) -> None:
    ran = run(given(tmp_path, WHOLE.replace("<Year>2024<", "<Year>2031<")), "--format", "json")
    assert ran.status == 0
    assert ran.record["noted_by_reason"]["a year other than that of the reference date"] == 1


def test_one_unreadable_file_does_not_keep_another_from_being_audited(tmp_path: Path) -> None:
    ran = run(given(tmp_path, ""), SOUND, "--format", "json")
    assert (ran.status, ran.record["source"]) == (1, SOUND.name)
    assert "is empty" in ran.err
