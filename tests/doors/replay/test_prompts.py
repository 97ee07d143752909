"""The prompts of a replay: at the first attendance, with what they mean, and never before they are known."""

from __future__ import annotations

from tests.doors.replay.test_replay import as_json, flat, text


def first_attendance() -> str:
    """What is printed of the first attendance, before what is asked because of it."""
    return flat(text().partition("E1. ")[2].partition("Because of")[0])


def test_the_first_attendance_prompts_with_what_that_means() -> None:
    said = first_attendance()
    assert "Prompt TEN-4-FACESp, T: A bruise on the torso (chest)" in said
    assert "95.6% (sensitivity)" in said
    assert "87.1% alone (specificity)" in said
    assert "64% of those whom it finds had been" in said
    assert "7%. It is a reason to look, not a diagnosis." in said
    assert "first published in 2021, after this injury (2010)" in said
    assert "Unverified: a part of the study's figures" in said


def test_what_is_not_recorded_is_asked() -> None:
    assert (
        "Where on the “eye area” was it: on the eyelid or the subconjunctiva, or elsewhere?"
        in first_attendance()
    )


def test_the_meaning_of_a_rule_is_said_once() -> None:
    assert flat(text()).count("95.6% (sensitivity)") == 1


def test_an_agency_is_prompted_by_what_it_knows_alone() -> None:
    police = as_json("--known-to", "police", "--as-of", "2010-06-20")
    assert [prompt for moment in police["moments"] for prompt in moment["prompts"]] == []
    later = as_json("--known-to", "police", "--as-of", "2010-06-21")
    assert {p["injury"] for moment in later["moments"] for p in moment["prompts"]} == {"I1"}


def test_json_gives_each_prompt_with_its_entries_and_source() -> None:
    (moment,) = [each for each in as_json()["moments"] if "E1" in {h["event"] for h in each["happened"]}]
    ten_4, nice = moment["prompts"]
    assert (ten_4["rule"], ten_4["reading"], ten_4["entries"]) == ("TEN-4-FACESp", "raised", ["E1.2"])
    assert nice["entries"] == ["E1.2", "E1.3"]
    assert all(each["source"] and each["unverified"] and each["asks"] for each in moment["prompts"])
