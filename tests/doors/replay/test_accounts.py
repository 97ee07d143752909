"""What a replay tells of what was said: side by side, awaited, and of what came before, each by name."""

from __future__ import annotations

from tests.doors.replay.test_replay import as_json, flat, text


def after(event: str) -> str:
    """What is told at an event, before the findings."""
    return flat(text().partition(f"{event}. ")[2].partition("Because ")[0])


def test_the_second_account_stands_beside_the_first_word_for_word() -> None:
    said = flat(text().partition("E4. ")[2].partition("── E5")[0])
    assert "told it again, in other words: whether it means the same is for a person to say" in said
    assert "“he runs about and bangs and hits himself on the wall”" in said
    assert "“he bruises very easily”" in said


def test_the_half_sisters_words_await_an_answer_and_each_child_a_decision() -> None:
    found = [
        disclosure
        for moment in as_json("--as-of", "2011-02-12")["moments"]
        for disclosure in moment["accounts"]["disclosures"]
        if disclosure["entries"] == ["E12.1"]
    ]
    assert sorted(found[0]["undecided"]) == ["Iris", "Oskar", "Rosa", "T"]
    assert found[0]["unanswered"] == ["weight", "weighed with", "action", "child told"]
    said = after("E12")
    lines = [f"A decision for {child}, because of it." for child in ("Rosa", "T", "Oskar", "Iris")]
    assert all(line in said for line in lines)
    assert "“he tried to drown her and hit with a rod”: who weighed it, with what" in said


def test_each_of_the_four_children_waits_in_the_handbooks_findings_too() -> None:
    told = as_json("--as-of", "2011-02-13")
    rules = ("the-child-gets-a-decision", "each-other-child-gets-a-decision")
    asked = [each for each in told["findings"] if each["rule"] in rules and "E12.1" in each["cited"]]
    assert len(asked) == 4
    assert {each["child"] for each in asked} | {each["about"] for each in asked} >= {
        "Rosa",
        "T",
        "Oskar",
        "Iris",
    }


def test_in_february_the_episode_of_june_is_named_in_the_decision() -> None:
    passed = [
        decision
        for moment in as_json("--as-of", "2011-02-14")["moments"]
        for decision in moment["accounts"]["decisions"]
    ]
    assert len(passed) == 4
    assert all("E1.2" in episode for decision in passed for episode in decision["unnamed"])
    said = flat(text().partition("E13. ")[2])
    assert "injury I1 of 18 June 2010 to 8 July 2010 (T)" in said


def test_nothing_is_told_of_what_somebody_did_not_know() -> None:
    police = as_json("--known-to", "police", "--as-of", "2010-06-20")
    assert [moment["accounts"]["explanations"] for moment in police["moments"] if moment["happened"]] == []
