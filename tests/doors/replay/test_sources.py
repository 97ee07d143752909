"""The possible sources of a replay: worked out as they were known, and who of them was weighed."""

from __future__ import annotations

from tests.doors.replay.test_replay import as_json, flat, text


def test_the_first_injury_names_everyone_who_may_have_been_there() -> None:
    said = flat(text().partition("E1. ")[2].partition("Because of")[0])
    assert "May be T's injury I1 may have arisen at any time since birth" in said
    assert "With the child then: Carl (the mother's partner) and Mara (mother)" in said
    assert "of the children Iris, Oskar and Rosa; and somebody whom nobody recorded." in said
    assert "Nobody is excluded by being away" in said


def test_the_grandmother_is_on_the_list_once_anybody_knew_of_her() -> None:
    people = [
        {each["person"] for each in found["people"]}
        for moment in as_json("--as-of", "2010-06-30")["moments"]
        for found in moment["sources"]
    ]
    assert "Gerda" not in people[0]
    assert "Gerda" in people[-1]
    police = as_json("--known-to", "police", "--as-of", "2010-06-20")
    assert [found for moment in police["moments"] for found in moment["sources"]] == []


def test_the_new_bruises_say_what_custody_accounts_for_and_what_it_does_not() -> None:
    said = flat(text().partition("E14. ")[2].partition("Because of")[0])
    assert "T's injury I3 may have arisen since 11 February 2011 at 11:30" in said
    assert "Carl (the mother's partner) (in custody from 11 February 2011 at 14:00)" in said
    unweighed = "Carl (the mother's partner), Gerda (grandmother) and Mara (mother)"
    assert f"Nobody has weighed the evidence about {unweighed}." in said


def test_the_new_bruises_open_the_decision_again_though_nobody_wrote_that_he_was_away() -> None:
    said = flat(text().partition("E14. ")[2].partition("── E15a")[0])
    assert "Because the record shows “injury beyond one source” for T, since Haringey" in said
    assert "owes “decision reviewed” (outcome stated) by Wednesday 16 February 2011 (the same day" in said
