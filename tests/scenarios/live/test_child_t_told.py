"""Child T told to a real record over the API, report by report: what it answers at each turn of the story."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from tests.doors.api.callers import Answer
from tests.scenarios.live.telling import Telling, telling

HOME = {"outcome": "stays at home", "reason": "Carl is in custody", "owner": "team manager"}
SETTLING = {
    "reasons": "The family has explained the bruises and the home is clean.",
    "to_raised": "The sites of the bruises are those of a boy who runs into walls.",
    "to_denied": "The home was seen and it is clean: that holds.",
}
OVER = "services ceased for another reason"
CHILDREN = ("T", "Rosa", "Oskar", "Iris")
BACK, UNANSWERED = (
    "a hand-over was not accepted and is still yours",
    "what was sent to you has not been answered",
)
AGAIN = "something speaks against what a decision rests on"


@pytest.fixture(scope="module")
def story(cluster: str) -> Iterator[SimpleNamespace]:
    """What the API answered at each turn, as the story was told from beginning to end."""
    with telling(cluster, "child-t", "brief") as told:
        seen = SimpleNamespace()
        _june(told, seen)
        _july(told, seen)
        _february(told, seen)
        _naming(told, seen)
        yield seen


def _june(told: Telling, seen: SimpleNamespace) -> None:
    told.until("E2")
    seen.injuries = told.of("T", "injuries", "hospital")["injuries"]
    seen.leaving = told.gates(
        "june-invented", child=told.child("T"), kind="hospital discharge", facts={"to": "home"}
    )
    told.until("E3")
    told.wait("2010-06-22T00:30")
    seen.handed_back, seen.unanswered = told.told("hospital"), told.told("southby")
    seen.of_southby = [each["rule"] for each in told.read("worklist?whose=agency", "southby")["lines"]]
    seen.of_hospital = [each["rule"] for each in told.read("worklist?whose=agency", "hospital")["lines"]]
    seen.kinds = [each["kind"] for each in told.of("T", "chronology", "hospital")["entries"]]


def _july(told: Telling, seen: SimpleNamespace) -> None:
    told.until("E5")
    seen.disagreement = told.disagreement("T")
    seen.attempts = list(_attempts(told))
    seen.closing = told.gates(
        "lena-invented", child=told.child("T"), kind="case closed", facts={"reason": OVER}
    )
    told.until("E7")
    told.wait("2010-07-09T09:00")
    seen.still_open = told.disagreement("T")


def _attempts(told: Telling) -> Iterator[tuple[str, str, Answer]]:
    """Everything by which one side might close it: who tries what, what refuses it, and the API's answer."""
    child, key = told.child("T"), told.disagreement("T")["disagreement"]
    for who, refusal in (
        ("kofi-invented", "of neither side resolves it"),
        ("lena-invented", "never resolved by one of its sides"),
        ("hana-invented", "of neither side resolves it"),
        ("june-invented", "never resolved by one of its sides"),
    ):
        yield who, refusal, told.act(who, "resolve-disagreement", child=child, disagreement=key, **SETTLING)
    facts = {"by": "both sides", "above both sides": True, "reasons": "the boy bruises easily, it is settled"}
    for agency in ("police", "hospital"):
        answer = told.post(agency, "disagreement resolved", "T", keys={"disagreement": key}, facts=facts)
        yield agency, "never resolved by one of its sides", answer
    held = told.of("T", "chronology", "police")["entries"]
    own = next(each["id"] for each in held if each["kind"] == "view recorded")
    again = {"child": child, "entry": own, "reason": "We looked at it again."}
    yield "police", "not taken back by one side", told.act("lena-invented", "withdraw", **again)
    closing = {"child": child, "kind": "case closed", "facts": {"reason": OVER}}
    yield "police", "no-closing-over-a-disagreement", told.act("lena-invented", "decide", **closing)


def _february(told: Telling, seen: SimpleNamespace) -> None:
    told.until("E12")
    seen.rosa = told.child("Rosa")
    seen.said = told.of("Rosa", "accounts", "kofi-invented")["disclosures"]
    told.wait("2011-02-12T16:00")
    told.of("Rosa", "accounts", "cora-invented")
    told.wait("2011-02-12T16:01")
    seen.awaiting = {name: told.owed(name, "cora-invented") for name in CHILDREN}
    told.wait("2011-02-14T10:40")
    seen.child = told.child("T")
    seen.episodes = told.of("T", "accounts", "cora-invented")["episodes"]
    seen.sources = told.of("T", "possible-sources", "cora-invented")["injuries"]
    seen.people = {name: told.adult(name, "T") for name in ("Mara", "Carl", "Gerda")}
    custody = {"words": "Carl is in custody", "condition": "person in custody", "person": seen.people["Carl"]}
    facts = {**HOME, "date": "2011-02-14"}
    wanted = {"child": told.child("T"), "kind": "decision", "facts": facts, "assumptions": [custody]}
    seen.staying = told.gates("cora-invented", **wanted)
    seen.staying_refused = told.act("cora-invented", "decide", **wanted)
    told.until("E13")
    seen.decided = told.told("council")
    told.wait("2011-02-14T17:00")
    for agency in ("lena-invented", "june-invented"):
        told.of("T", "chronology", agency)
    told.wait("2011-02-16T09:59")
    seen.before = told.owed("T", "cora-invented")
    told.until("E14")
    seen.after = told.owed("T", "cora-invented")
    seen.rests_on = told.of("T", "possible-sources", "cora-invented")["assumptions"]
    seen.told = {agency: told.told(agency) for agency in ("council", "police", "hospital", "southby")}


def _naming(told: Telling, seen: SimpleNamespace) -> None:
    """Somebody reads the history before deciding anew: first a part of it, then all."""
    wanted = {"child": seen.child, "kind": "decision", "facts": {**HOME, "date": "2011-02-16"}}
    titles = [each["title"] for each in told.of("T", "accounts", "cora-invented")["episodes"]]
    seen.named = []
    readings = ([title for title in titles if "I1" not in title], titles)
    for minute, episodes in enumerate(readings, 10):
        told.wait(f"2011-02-16T11:{minute}")
        facts = {"episodes": episodes, "effect": "they were not one bad day: he is not safe at home"}
        read = {"child": seen.child, "kind": "history considered", "facts": facts}
        assert told.act("cora-invented", "record", **read).status_code == 200
        told.wait(f"2011-02-16T11:{minute}:30")
        seen.named.append(told.gates("cora-invented", **wanted))


def prompt(story: SimpleNamespace, rule: str) -> dict[str, Any]:
    (injury,) = story.injuries
    return next(each for each in injury["prompts"] if each["rule"]["id"] == rule)


def test_at_the_first_attendance_the_bruises_prompt_a_person_to_look(story: SimpleNamespace) -> None:
    found = prompt(story, "TEN-4-FACESp")
    assert found["reading"] == "raised"
    assert {each["words"] for each in found["found"]} == {
        "a bruise on the torso (chest)",
        "a bruise on the torso (hip)",
    }
    assert "on the eyelid or the subconjunctiva" in found["not_recorded"][0]["words"]
    assert "Have a senior paediatrician examine the child" in found["asks"]


def test_the_prompt_says_what_it_is_worth_where_harm_is_rare_and_that_it_is_newer(
    story: SimpleNamespace,
) -> None:
    found = prompt(story, "TEN-4-FACESp")
    meant = " ".join(found["meaning"])
    assert [part in meant for part in ("95.6% (sensitivity)", "87.1% alone (specificity)")] == [True, True]
    assert "where 1% had, as may be nearer among all bruised children, 7%" in meant
    assert "It is a reason to look, not a diagnosis." in meant
    assert found["hindsight"].startswith("This rule was first published in 2021, after this injury (2010)")


def test_a_gate_stands_before_the_child_leaves_hospital(story: SimpleNamespace) -> None:
    assert set(story.leaving) >= {"no-leaving-without-a-strategy-discussion", "leaving-is-agreed-by-both"}
    (because,) = story.leaving["no-leaving-without-a-strategy-discussion"]
    assert "“strategy discussion” (attended by social care, police and health; decision stated)" in because


def test_the_fax_to_the_wrong_council_is_taken_over_by_nobody(story: SimpleNamespace) -> None:
    assert "misdirected-referral-finds-its-authority" in story.of_southby
    assert [kind for kind in story.kinds if kind.startswith("hand-over")] == []


def test_it_comes_back_to_its_sender_by_itself_when_the_day_is_over(story: SimpleNamespace) -> None:
    assert (BACK, "2010-06-21T23:00:00Z") in story.handed_back
    assert ("something is overdue", "2010-06-21T23:00:00Z") in story.unanswered
    assert "sender-takes-a-lost-referral-up-again" in story.of_hospital


def test_police_against_paediatrician_is_a_disagreement_though_nobody_opened_one(
    story: SimpleNamespace,
) -> None:
    held = story.disagreement
    assert (held["by_itself"], held["question"]) == (True, "was the injury inflicted")
    raised = {(each["agency"], each["strength"], each["grounds"]) for each in held["raised"]}
    assert raised == {("hospital", "strong concern", "the sites and number of the bruises")}
    assert [(each["agency"], each["facts"]["conclusion"]) for each in held["denied"]] == [
        ("police", "no concerns")
    ]


@pytest.mark.parametrize("place", range(8))
def test_nobody_on_one_side_can_close_it(story: SimpleNamespace, place: int) -> None:
    _, refusal, answer = story.attempts[place]
    assert answer.status_code in (403, 409, 422), answer.content
    assert refusal in answer.content.decode()


def test_it_stands_open_after_all_of_that_and_has_climbed_to_the_chair(story: SimpleNamespace) -> None:
    held = story.still_open
    assert held["disagreement"] == story.disagreement["disagreement"]
    assert held["settled"] is None
    assert "disagreement-step-4" in {each["rule"] for each in held["next"] if each["agency"] == "board"}
    assert "no-closing-over-a-disagreement" in story.closing


def test_in_february_the_earlier_episode_stands_at_the_decision_by_name(story: SimpleNamespace) -> None:
    (earlier,) = story.episodes
    assert earlier["title"] == "injury hospital:child-t-I1"
    assert earlier["began"] == "2010-06-18T18:40:00Z"
    assert set(earlier["agencies"]) == {"hospital", "southby", "council", "police"}
    assert earlier["named_in"] == []


def test_a_decision_that_does_not_name_it_is_stopped(story: SimpleNamespace) -> None:
    assert "no-deciding-without-the-history" in story.staying
    answer = story.staying_refused
    assert answer.status_code == 409
    assert "no-deciding-without-the-history" in {each["gate"] for each in answer.json()["gates"]}


def test_a_reading_of_the_history_that_leaves_it_out_is_told_so_and_one_that_names_it_passes(
    story: SimpleNamespace,
) -> None:
    partly, wholly = story.named
    (because,) = partly["no-deciding-with-an-episode-left-out"]
    assert "since Northgate Hospital recorded" in because
    assert "on Friday 18 June 2010 at 19:40" in because
    assert {gate for gate in wholly if gate.startswith("no-deciding-with")} == set()


def test_the_half_sisters_words_await_an_answer_for_each_of_four_children(story: SimpleNamespace) -> None:
    (disclosure,) = (each for each in story.said if each["child"] == story.rosa)
    assert disclosure["said"][0]["facts"]["words"] == "he tried to drown her and hit with a rod"
    assert disclosure["weighed"] == []
    assert disclosure["unanswered"] == ["weight", "weighed with", "action", "child told"]
    assert [each["decided"] for each in disclosure["children"]] == [None] * 4
    assert "the-child-gets-a-decision" in story.awaiting["Rosa"]
    for name in ("T", "Oskar", "Iris"):
        assert "each-other-child-gets-a-decision" in story.awaiting[name]


def test_everyone_who_may_have_been_there_is_named_and_two_of_them_were_never_weighed(
    story: SimpleNamespace,
) -> None:
    latest = story.sources[-1]
    assert {each["person"] for each in latest["people"] if each["adult"]} == set(story.people.values())
    assert set(latest["unconsidered"]) >= {story.people["Mara"], story.people["Gerda"]}


def test_staying_at_home_because_one_man_is_in_custody_is_stopped_with_mother_and_grandmother_unweighed(
    story: SimpleNamespace,
) -> None:
    said = story.staying["each-adult-is-considered-before-relying-on-absence"]
    for name in ("Mara (mother)", "Gerda (grandmother)"):
        assert any(f"and {name} had access, there first had to be" in because for because in said)
    assert "everyone-is-listed-and-signed-for-before-relying-on-absence" in story.staying


def test_the_new_bruises_two_days_later_open_the_decision_again_within_the_day(
    story: SimpleNamespace,
) -> None:
    rule = "evidence-against-an-assumption-reopens-the-decision"
    assert rule not in story.before
    again = story.after[rule]
    assert (again["verdict"], again["arose"], again["by"]) == (
        "due",
        "2011-02-16T10:00:00Z",
        "2011-02-16T23:59:59Z",
    )
    assert "injury beyond one source" in again["because"]
    assert {"new-injury-reopens-the-list", "new-injury-is-discussed-the-same-day"} <= set(story.after)


def test_all_who_were_party_to_the_decision_are_told_at_once(story: SimpleNamespace) -> None:
    moment = "2011-02-16T10:00:00Z"
    assert ("a decision must be looked at again", moment) in story.told["council"]
    assert [(AGAIN, moment) in story.told[agency] for agency in ("police", "hospital")] == [True, True]
    assert (AGAIN, moment) not in story.told["southby"]
