"""`heeded handbook show` and `diff`: the handbook read back to people."""

from __future__ import annotations

from pathlib import Path

from tests.doors.handbook.commands import SAMPLE, run


def shown(*words: str) -> str:
    found = run("show", *words, "--handbook", SAMPLE)
    assert found.exit_code == 0
    return found.stdout


def test_the_contents_name_every_rule_with_its_standing() -> None:
    text = shown()
    lines = text.splitlines()
    assert lines[0] == "Child protection in Anytown (Anytown)"
    assert "  Edition 2024: The agreement of 2024, from 1 January 2024 on (in force)" in lines
    at = lines.index("   A-01    referral-decision")
    standing = " ".join(line.strip() for line in lines[at + 1 : at + 3])
    assert standing == (
        "duty · statutory guidance · owed by children's social care · "
        "kept by safeguarding partners of Anytown · review by 31 March 2031"
    )
    for name in ("third-contact", "speak-before-leaving-hospital", "disagreement-step-3"):
        assert f"  {name}\n" in text


def test_whatever_is_unverified_says_so() -> None:
    text = " ".join(shown().split())
    assert "UNVERIFIED: the minute of the meeting has not been found" in text
    assert "UNVERIFIED: the review was read in summary" in text
    assert (
        "UNVERIFIED: decision time, 2 working days from 1 January 2024: Otherton's protocol was quoted"
        in text
    )


def test_a_rule_by_name_or_number_with_its_text_amounts_and_examples() -> None:
    text = shown("A-01")
    assert text == shown("referral-decision")
    assert "When a referral reaches children's social care, someone with authority decides" in text
    assert "    rule referral-decision\n      ref        A-01\n" in text
    assert "In plain words\n  When there is “referral received”" in text
    assert "  from 1 January 2024     1 working day       agreed the agreement of 2024, paragraph 4" in text
    assert "    UNVERIFIED: Otherton's protocol was quoted to us, not read" in text
    assert "  taken back before a decision was due: void  [line 42]" in text


def test_a_rule_is_found_however_its_number_is_written() -> None:
    assert shown("a-01") == shown("A-01") == shown("Referral-Decision")


def test_the_steps_of_a_ladder_share_their_text() -> None:
    text = shown("disagreement")
    assert text == shown("A-03")
    assert text.count("    ladder disagreement") == 1
    assert text.count("In plain words") == 3


def test_an_unknown_rule_is_a_mistyped_command() -> None:
    found = run("show", "referal-decision", "--handbook", SAMPLE)
    assert found.exit_code == 2
    assert "There is no rule “referal-decision”. Did you mean “referral-decision”?" in found.stderr


def test_the_outline_and_the_diagram_are_of_the_whole_handbook() -> None:
    assert shown("--diagram").startswith("flowchart LR\n")
    assert shown("--outline").startswith("Child protection in Anytown\n\n1. Deciding on a referral\n")
    for drawn in ("--diagram", "--outline"):
        found = run("show", "A-01", drawn, "--handbook", SAMPLE)
        assert found.exit_code == 2
        assert f"{drawn} is of the whole handbook" in found.stderr


def test_the_shipped_handbook_is_shown_without_a_path() -> None:
    text = run("show").stdout
    assert text.startswith("Child protection in England")
    assert run("show", "RE-02").exit_code == 0
    assert run("show", "--diagram").stdout.count("subgraph") > 10


def test_a_handbook_that_cannot_be_used_is_not_shown(tmp_path: Path) -> None:
    for words in (("show",), ("show", "A-01"), ("diff", "2020", "2024")):
        found = run(*words, "--handbook", tmp_path)
        assert found.exit_code == 1
        assert "no Markdown file" in found.stderr


def test_what_changed_between_editions() -> None:
    found = run("diff", "2020", "2024", "--handbook", SAMPLE)
    assert found.exit_code == 0
    assert "Added: -  no-closing-over-a-disagreement" in found.stdout
    assert "Amount changed: decision time: 2 working days → 1 working day" in found.stdout
    assert "Amount changed: decision time in Otherton: none of its own → 2 working days" in found.stdout


def test_nothing_changed() -> None:
    assert "Nothing changed." in run("diff", "2020", "2020", "--handbook", SAMPLE).stdout


def test_an_unknown_edition_is_a_mistyped_command() -> None:
    found = run("diff", "2020", "2031", "--handbook", SAMPLE)
    assert found.exit_code == 2
    assert "There is no edition '2031': choose one of 2020, 2024." in found.stderr
