"""The bruised baby told to a real record over the API, report by report: what it answers at each turn."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from tests.doors.api.callers import Answer
from tests.scenarios.live.telling import Telling, telling

AGAINST = "something speaks against what a decision rests on"
DECISION = {"outcome": "stays at home", "reason": "every mark has been explained", "owner": "team manager"}
CLOSING = {"reason": "no further action after assessment"}
SETTLING = {
    "reasons": "Each mark has an explanation and the mother is warm with her.",
    "to_raised": "The bruise on the ear is explained by the bars of the cot.",
    "to_denied": "The home was seen, and that holds as far as it goes.",
}


@pytest.fixture(scope="module")
def story(cluster: str) -> Iterator[SimpleNamespace]:
    """What the API answered at each turn, as the story was told from beginning to end."""
    with telling(cluster, "bruised-baby", "at-once") as told:
        seen = SimpleNamespace()
        _small_marks(told, seen)
        _in_the_night(told, seen)
        _at_the_hub(told, seen)
        _closed(told, seen)
        _broken(told, seen)
        yield seen


def _small_marks(told: Telling, seen: SimpleNamespace) -> None:
    told.until("B1")
    seen.first = told.of("Nela", "injuries", "oona-invented")["injuries"]
    seen.lists = {
        agency: [line["rule"] for line in told.read("worklist?whose=agency", agency)["lines"]]
        for agency in ("health-visiting", "hospital")
    }
    told.wait("2025-04-09T00:10")
    seen.next_day = told.owed("Nela", "oona-invented")
    told.until("B2")
    seen.second = told.of("Nela", "accounts", "rhys-invented")
    seen.history = told.owed("Nela", "rhys-invented")
    seen.unknown = told.of("Nela", "unknowns", "rhys-invented")["questions"]


def _in_the_night(told: Telling, seen: SimpleNamespace) -> None:
    told.wait("2025-05-10T22:00")
    told.until("B3", parts=4)
    leaving = {"child": told.child("Nela"), "kind": "hospital discharge", "facts": {"to": "home"}}
    seen.leaving = told.gates("june-invented", **leaving)
    told.until("B3")
    seen.night = told.disagreement("Nela", "june-invented")


def _at_the_hub(told: Telling, seen: SimpleNamespace) -> None:
    told.until("B4")
    told.wait("2025-05-15T09:00")
    seen.hub = told.owed("Nela", "cora-invented")
    seen.attempts = list(_attempts(told))
    told.until("B6")
    (seen.said,) = told.of("Nela", "accounts", "cora-invented")["disclosures"]
    told.wait("2025-05-20T12:00")
    seen.after_the_school = told.owed("Nela", "cora-invented")


def _attempts(told: Telling) -> Iterator[tuple[str, Answer]]:
    """How whoever saw no reason for concern, or whoever did, might end it: what refuses it, the answer."""
    child, key = told.child("Nela"), told.disagreement("Nela")["disagreement"]
    for who in ("rhys-invented", "june-invented", "piet-invented", "cora-invented"):
        answer = told.act(who, "resolve-disagreement", child=child, disagreement=key, **SETTLING)
        yield "Nothing in the policy permits it" if who == "rhys-invented" else "one of its sides", answer
    closing = {"child": child, "kind": "case closed", "facts": CLOSING}
    yield "no-closing-over-a-disagreement", told.act("cora-invented", "decide", **closing)


def _closed(told: Telling, seen: SimpleNamespace) -> None:
    told.wait("2025-05-20T17:30")
    seen.people = {name: told.adult(name, "Nela") for name in ("Tansy", "Ruan")}
    seen.sources = told.of("Nela", "possible-sources", "cora-invented")["injuries"]
    facts = {**DECISION, "date": "2025-05-21"}
    seen.deciding = told.gates("cora-invented", child=told.child("Nela"), kind="decision", facts=facts)
    told.until("B7", parts=6)
    seen.decided = told.owed("Nela", "cora-invented")
    seen.rests_on = told.of("Nela", "possible-sources", "cora-invented")["assumptions"]
    closing = {"child": told.child("Nela"), "kind": "case closed", "facts": CLOSING}
    seen.closing = told.gates("cora-invented", **closing)
    told.until("B7")
    told.wait("2025-05-22T09:00")
    told.of("Nela", "chronology", "oona-invented")


def _broken(told: Telling, seen: SimpleNamespace) -> None:
    told.wait("2025-06-04T07:00")
    before = {each["id"] for each in told.of("Nela", "findings", "cora-invented")["findings"]}
    told.until("B8", parts=7)
    told.of("Nela", "chronology", "cora-invented")
    told.wait("2025-06-04T11:00")
    found = told.of("Nela", "findings", "cora-invented")["findings"]
    seen.again = {each["rule"]: each for each in found if each["id"] not in before}
    seen.told = {agency: told.told(agency) for agency in ("council", "health-visiting", "surgery")}


def test_the_first_bruise_prompts_whatever_the_mother_explained(story: SimpleNamespace) -> None:
    (injury,) = story.first
    prompts = {each["rule"]["id"]: each for each in injury["prompts"]}
    assert [prompts[rule]["reading"] for rule in ("TEN-4-FACESp", "bruised baby")] == ["raised", "raised"]
    meant = " ".join(prompts["TEN-4-FACESp"]["meaning"])
    assert "81.5% (sensitivity)" in meant
    assert "where 1% had, as may be nearer among all bruised children, 6%" in meant
    assert "no probability for this one" in " ".join(prompts["bruised baby"]["meaning"])


def test_the_hospital_owes_a_paediatrician_in_the_minute_in_which_the_health_visitor_writes(
    story: SimpleNamespace,
) -> None:
    assert story.lists["health-visiting"] == ["bruised-baby-is-referred"]
    assert "bruised-baby-is-seen-by-a-paediatrician" in story.lists["hospital"]


def test_explaining_it_away_ends_nothing(story: SimpleNamespace) -> None:
    for rule in ("bruised-baby-is-referred", "bruised-baby-is-seen-by-a-paediatrician"):
        assert story.next_day[rule]["verdict"] == "overdue"


def test_the_general_practitioner_is_shown_the_bruise_of_three_weeks_before(story: SimpleNamespace) -> None:
    (earlier,) = story.second["episodes"]
    assert earlier["title"] == "injury health-visiting:bruised-baby-N1"
    assert "second-episode-is-read-with-the-first" in story.history
    told = [each["said"]["facts"] for injury in story.second["injuries"] for each in injury["explanations"]]
    words = [each["words"] for each in told]
    assert words == ["her brother dropped a toy car on her", "the strap of the car seat pinched her"]


def test_whom_nobody_asked_is_shown_as_not_asked(story: SimpleNamespace) -> None:
    standing = {(each["agency"], each["standing"]) for each in story.unknown if each["agency"]}
    assert {("police", "not asked"), ("council", "not asked")} <= standing
    assert all(said.startswith("not asked") for _, said in standing)


def test_gates_stand_before_the_baby_leaves_in_the_night(story: SimpleNamespace) -> None:
    assert set(story.leaving) >= {
        "no-leaving-without-a-consultant",
        "no-leaving-without-a-strategy-discussion",
        "meet-before-leaving-where-opinions-differ",
    }


def test_a_nurse_against_a_general_practitioner_is_a_disagreement_that_nobody_opened(
    story: SimpleNamespace,
) -> None:
    assert story.night["by_itself"]
    assert {each["agency"] for each in story.night["raised"]} == {"hospital"}
    assert "a bruise on the ear of a baby who does not roll" in {
        each["grounds"] for each in story.night["raised"]
    }
    assert {each["agency"] for each in story.night["denied"]} == {"surgery", "hospital"}


@pytest.mark.parametrize("place", range(5))
def test_nobody_on_one_side_can_close_it(story: SimpleNamespace, place: int) -> None:
    refusal, answer = story.attempts[place]
    assert answer.status_code in (403, 409), answer.content
    assert refusal in answer.content.decode()


def test_the_hub_owes_a_strategy_discussion_from_the_moment_of_the_referral(story: SimpleNamespace) -> None:
    owed = story.hub["strategy-discussion-is-held"]
    assert (owed["agency"], owed["verdict"], owed["by"]) == ("council", "overdue", "2025-05-14T10:20:00Z")


def test_what_the_brother_said_awaits_an_answer_for_each_of_two_children(story: SimpleNamespace) -> None:
    assert story.said["said"][0]["facts"]["words"] == "Ruan squeezes baby when she cries"
    assert story.said["unanswered"] == ["weight", "weighed with", "action", "child told"]
    assert [each["decided"] for each in story.said["children"]] == [None, None]
    assert "disclosure-is-weighed" in story.after_the_school
    assert {"the-child-gets-a-decision", "each-other-child-gets-a-decision"} <= set(story.after_the_school)


def test_the_father_stands_on_every_list_of_who_may_have_been_there_and_nobody_weighed_him(
    story: SimpleNamespace,
) -> None:
    assert len(story.sources) == 3
    for injury in story.sources:
        assert story.people["Ruan"] in {each["person"] for each in injury["people"]}
        assert set(injury["unconsidered"]) == set(story.people.values())


def test_a_decision_that_names_none_of_three_bruises_is_stopped(story: SimpleNamespace) -> None:
    assert "no-deciding-without-the-history" in story.deciding


def test_what_the_decision_takes_to_be_so_is_contradicted_as_it_is_made(story: SimpleNamespace) -> None:
    alone = next(each for each in story.rests_on if each["condition"] == "nobody else has access")
    assert len(alone["against"]) == 1
    again = story.decided["evidence-against-an-assumption-reopens-the-decision"]
    assert (again["verdict"], again["by"]) == ("due", "2025-05-21T22:59:59Z")


def test_the_work_cannot_be_closed_over_the_others(story: SimpleNamespace) -> None:
    assert set(story.closing) >= {"nobody-stops-alone", "no-closing-over-a-disagreement"}


def test_the_fracture_opens_the_decision_again_within_the_day_though_the_work_was_closed(
    story: SimpleNamespace,
) -> None:
    again = story.again["evidence-against-an-assumption-reopens-the-decision"]
    assert (again["verdict"], again["by"]) == ("due", "2025-06-04T22:59:59Z")
    assert {"protection-is-weighed-the-same-day", "strategy-discussion-is-held"} <= set(story.again)


def test_all_who_were_party_to_the_decision_are_told_and_nobody_else(story: SimpleNamespace) -> None:
    told = {
        agency: [at for why, at in notices if why == AGAINST and at.startswith("2025-06-04")]
        for agency, notices in story.told.items()
    }
    assert told["council"]
    assert told["health-visiting"]
    assert told["surgery"] == []
