"""The replay as a person at a terminal has it: the text, the JSON, the options and the refusals."""

import json
import re
import shutil
import subprocess
import sys
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from heeded.doors.cli import main
from tests.house.source import PACKAGE


@cache
def run(*options: str) -> Result:
    """Run the command and give what it printed."""
    return CliRunner().invoke(main, ["replay", *options], prog_name="heeded")


def text(*options: str) -> str:
    outcome = run("child-t", *options)
    assert outcome.exit_code == 0, outcome.output
    return outcome.output


def as_json(*options: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(text("--format", "json", *options))
    return told


def flat(printed: str) -> str:
    """What was printed, without its line breaks."""
    return " ".join(printed.split())


def test_the_story_is_told_event_by_event_in_order() -> None:
    heads = re.findall(r"^(E\d+[ab]?)\. (?!.*, continued)", text(), re.MULTILINE)
    assert heads == [
        "E0",
        *(f"E{n}" for n in range(1, 8)),
        *(f"E{n}" for n in range(9, 15)),
        "E15a",
        "E16",
        "E17",
    ]


def test_it_says_who_knew_and_who_did_not() -> None:
    first = text().partition("── E2 ")[0]
    assert "Knew       North Middlesex Hospital." in first
    assert "Not yet    Haringey children's social care, Enfield children's social care and" in first
    assert "Learnt     Enfield children's social care learns of E0, E1 and E2." in text()
    assert "Never      “substance use known” reached nobody else" in text()


def test_it_says_when_nothing_happened_but_an_answer_was_due() -> None:
    moment = text().partition("── Tuesday 22 June 2010, 00:00 ")[2].partition("── ")[0]
    assert "Nothing happened; but something had been due." in moment
    assert "OVERDUE    RE-04 misdirected referral finds its authority" in moment


def test_it_says_which_gate_stood_in_the_way_and_which_was_passed() -> None:
    told = flat(text())
    assert "In the way HO-01 before leaving hospital and returning home (T)" in told
    assert "BROKEN POOL-01 each adult is considered before relying on absence [product rule], for " in told
    assert "for Mara (mother) and Gerda (grandmother): there first had to be" in told


def test_a_second_injury_carries_the_first_forward() -> None:
    second = flat(text().partition("── E9 ")[2].partition("── E10 ")[0])
    assert "of “domestic abuse incident” in E9, after E1: Asked HIST-01 second episode" in second


def test_it_ends_with_the_lines_that_matter_and_what_they_do_not_mean() -> None:
    end = flat(text().partition("── What it comes to ")[2])
    assert "1. Heeded would first have asked on Friday 18 June 2010, 19:40: " in end
    assert "(North Middlesex Hospital) (CL-03, unverified), and 5 more at the same moment." in end
    assert "2. That was 244 days before the children were protected, on Thursday 17 February 2011." in end
    assert end.endswith(
        "It does not show that anyone would have acted otherwise, or that harm would have been prevented."
    )


def test_what_an_agency_learnt_of_when_it_was_done_is_not_said_to_have_been_asked() -> None:
    told = text("--known-to", "haringey")
    first = flat(told.partition("── E0 E1 E2 E3 E4 ")[2].partition("── E0 E4 ")[0])
    assert "CL-03 several bruises without a fitting explanation" in first.partition(" Kept ")[2]
    end = flat(told.partition("── What it comes to ")[2])
    assert "(HO-01), and 18 more at the same moment." in end
    assert "CL-03" not in end


def test_it_says_when_those_who_owe_did_not_know() -> None:
    def moment(head: str) -> str:
        return flat(text().partition(f"\n── {head} ")[2].partition("\n── ")[0])

    review = moment("E2 ·")
    assert "(15 working days). Haringey children's social care does not know of it." in review
    night = moment("Friday 11 February 2011, 00:00")
    assert "holds none. Haringey children's social care does not know of it even now." in night
    assert "Haringey children's social care owes" in moment("E14 ·")
    assert "Haringey children's social care does not know of it" not in moment("E14 ·")
    assert "does not know of it" not in flat(text("--known-to", "police"))


def test_what_was_kept_is_told_by_name_where_two_rules_share_a_number() -> None:
    home = flat(text().partition("── E3 · Saturday 19 June 2010, 11:00")[2].partition("\n── ")[0])
    assert "BROKEN HO-01 no leaving without a strategy discussion" in home
    assert "Kept HO-01 no leaving without a consultant." in home


def test_the_other_ending_counts_its_own_days() -> None:
    end = flat(text("--variant", "june"))
    assert "2. That was 362 days before the children were protected, on Wednesday 15 June 2011." in end


def test_it_says_which_rules_did_not_exist_at_the_time() -> None:
    end = flat(text("--edition", "2010").partition("── What it comes to ")[2])
    assert "these did not exist when it happened" in end
    assert "product rules, proposed by this handbook, under MED-01" in end
    assert "CL-01 bruise where accidents seldom leave one: Pierce and others 2021" in end


def test_the_edition_of_the_time_is_compared_with_the_latest_and_a_chosen_one_is_not() -> None:
    assert "Judged by the latest edition" in flat(text())
    assert "Judged by the latest edition" not in flat(text("--edition", "2010"))


def test_it_fits_eighty_columns_without_colour_or_trailing_space() -> None:
    lines = text().splitlines()
    assert max(map(len, lines)) <= 80
    assert not [line for line in lines if line != line.rstrip()]
    assert "\x1b" not in text()


def test_no_colour_is_the_same_text() -> None:
    assert text("--no-colour") == text()


def test_it_stops_where_it_is_told_to() -> None:
    told = text("--as-of", "2010-06-28")
    assert "── E5 · Friday 25 June 2010" in told
    assert "── E6" not in told
    assert "2011" not in told.partition("── What it comes to")[0].partition("── E0")[2]
    assert "the children had not been protected" in flat(told)


def test_it_shows_what_one_agency_knew() -> None:
    told = text("--known-to", "Enfield children's social care")
    assert told.count("\n── ") > 2
    assert "E0 E1 E2 E3 · Saturday 19 June 2010, 00:30" in told
    assert "view recorded" not in told
    assert text("--known-to", "enfield") == told


def test_json_is_one_object_with_what_was_promised() -> None:
    told = as_json()
    assert {"scenario", "edition", "findings", "variant", "as_of", "moments", "headline"} <= set(told)
    assert (told["scenario"], told["edition"]) == ("child-t", "the edition in force at the time")
    promised = {
        *("rule", "ref", "verdict", "child", "owed_by", "arose", "due"),
        *("judged_at", "because", "entries"),
    }
    assert all(promised <= set(finding) for finding in told["findings"])
    assert as_json("--edition", "2010")["edition"] == "2010"


def test_json_gives_every_time_with_its_offset() -> None:
    told = as_json()
    times = [
        f[name] for f in told["findings"] for name in ("arose", "due", "judged_at") if f[name] is not None
    ]
    times += [moment["at"] for moment in told["moments"]]
    assert {datetime.fromisoformat(time).utcoffset() is None for time in times} == {False}
    assert {time[-6:] for time in times} == {"+00:00", "+01:00"}


def test_json_names_events_of_the_story_and_rules_of_the_published_list() -> None:
    told = as_json()
    events = {each["event"] for moment in told["moments"] for each in moment["happened"]}
    started_by_a_finding = {
        "sender-takes-a-lost-referral-up-again",
        *(f"disagreement-step-{step}" for step in (2, 3, 4)),
        *(f"{step}-step-run-out-is-taken-up" for step in ("first", "second", "third")),
    }
    for finding in told["findings"]:
        assert set(finding["entries"]) <= events
        assert finding["entries"] or finding["rule"] in started_by_a_finding
        assert re.fullmatch(r"([A-Z]|S47)[A-Z0-9]*-\d\d", finding["ref"]) or finding["ref"] == ""


def test_json_says_when_the_opposite_conclusions_had_to_be_settled() -> None:
    settled = "clear-view-against-a-standing-concern-is-settled"
    (found,) = (finding for finding in as_json()["findings"] if finding["rule"] == settled)
    assert found["due"] == "2010-06-28T23:59:59+01:00"
    assert found["arose"] == "2010-06-21T15:30:00+01:00"
    assert found["history"] == [
        {"verdict": "due", "judged_at": "2010-06-21T15:30:00+01:00"},
        {"verdict": "overdue", "judged_at": "2010-06-29T00:00:00+01:00"},
    ]
    assert found["judged_at"] == found["history"][-1]["judged_at"]


def test_police_against_the_paediatrician_is_a_disagreement_by_itself_and_climbs_unsettled() -> None:
    found = {finding["rule"]: finding for finding in as_json()["findings"]}
    steps = [found[f"disagreement-step-{step}"] for step in (1, 2, 3, 4)]
    assert steps[0]["arose"] == "2010-06-21T15:30:00+01:00"
    assert set(steps[0]["entries"]) == {"E2", "E4"}
    assert [step["due"][:10] for step in steps] == ["2010-06-22", "2010-06-24", "2010-06-28", "2010-06-30"]
    assert {step["verdict"] for step in steps} == {"overdue"}
    told = flat(text())
    assert "the record shows opposite answers for T to “was the injury inflicted”" in told
    assert "(outcome: strong concern; “the sites and number of the bruises”)" in told


def test_json_headline_holds_both_numbers() -> None:
    head = as_json("--variant", "june")["headline"]
    assert head["first_asked"]["at"] == "2010-06-18T19:40:00+01:00"
    assert head["first_asked"]["days_before_protected"] == 362
    assert head["protected"] == "2011-06-15T12:00:00+01:00"
    assert "not" in head["statement"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["child-x"], "there is no story “child-x”: choose bruised-baby, child-t"),
        (["child-t", "--edition", "1999"], "there is no edition '1999': choose one of 2010"),
        (["child-t", "--variant", "may"], "there is no variant “may”: choose brief or june"),
        (["child-t", "--known-to", "the vicar"], "there is no agency “the vicar”: choose hospital"),
        (["child-t", "--as-of", "Tuesday"], "'Tuesday' is not a time"),
        (["child-t", "--as-of", "2010-06"], "give a day (2010-06-28)"),
        (["child-t", "--format", "xml"], "'xml' is not one of"),
        ([], "Missing argument 'SCENARIO'"),
    ],
)
def test_a_slip_is_refused_with_what_to_write(options: list[str], said: str) -> None:
    outcome = run(*options)
    assert outcome.exit_code == 2
    assert said in flat(outcome.output)
    assert "Traceback" not in outcome.output


def test_a_story_that_cannot_be_read_is_refused_by_line(tmp_path: Path) -> None:
    story = tmp_path / "story"
    shutil.copytree(PACKAGE / "scenarios" / "child_t", story)
    people = story / "people.csv"
    people.write_text(people.read_text("utf-8").replace("2007-02-15", "2007-02-30"), "utf-8")
    outcome = run(str(story))
    assert outcome.exit_code == 1
    assert (
        "people.csv, line 2: “2007-02-30” is no date of the calendar. Write it as 2007-02-15."
        in outcome.output
    )


def test_help_teaches_with_examples() -> None:
    outcome = run("--help")
    assert outcome.exit_code == 0
    assert "heeded replay child-t --as-of 2010-06-28" in outcome.output
    assert "not that harm would have been prevented" in flat(outcome.output)


def test_it_runs_from_a_shell_into_a_pipe() -> None:
    heeded = Path(sys.executable).with_name("heeded")
    outcome = subprocess.run(  # noqa: S603 - our own command
        [heeded, "replay", "child-t", "--as-of", "2010-06-18"], capture_output=True, check=True
    )
    printed = outcome.stdout.decode("utf-8")
    assert printed == text("--as-of", "2010-06-18")
    assert outcome.stderr == b""


def test_a_terminal_without_the_letters_still_gets_the_story() -> None:
    heeded = Path(sys.executable).with_name("heeded")
    outcome = subprocess.run(  # noqa: S603 - our own command
        [heeded, "replay", "child-t", "--as-of", "2010-06-18"],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii"},
    )
    assert (outcome.returncode, outcome.stderr) == (0, b"")
    assert b"E1. T is brought to hospital with bruises" in outcome.stdout
