"""Tests of breaking the glass, of its three hours, and of its review."""

from __future__ import annotations

from uuid import UUID, uuid4

from heeded.casework.looking import (
    Ask,
    Awaited,
    Desk,
    Existence,
    NothingThere,
    Opened,
    Outcome,
    Refused,
    awaiting_review,
    break_glass,
    open_record,
    review_glass,
)
from heeded.casework.looking.break_glass import Broken
from heeded.casework.ports.glass import Review
from heeded.core.access import Standing
from tests.borough import NOW
from tests.casework.looking.staff import REASON, who, why
from tests.casework.looking.telling import ada_is_bruised, one, rows, send

HOUR = 3600


def _broken(desk: Desk, child: str, id_: str = "southby-worker", now: int = NOW) -> Broken:
    answer = break_glass(desk, Ask(actor=who(id_), child=child, now=now, stated=why(reason=REASON)))
    assert isinstance(answer, Broken)
    return answer


def test_a_broken_glass_opens_the_record_for_three_hours(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    broken = _broken(desk, child)
    for second, opens in ((0, True), (3 * HOUR - 1, True), (3 * HOUR, False)):
        ask = Ask(actor=who("southby-worker"), child=child, now=NOW + second, stated=why())
        answer = open_record(desk, ask)
        assert isinstance(answer, Opened if opens else Existence)
        if isinstance(answer, Opened):
            assert answer.standing is Standing.BREAK_GLASS
            assert answer.expires_at == NOW + 3 * HOUR == broken.glass.until
            assert len(answer.placed) == len("amio")


def test_it_is_nobody_elses(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    _broken(desk, child)
    assert isinstance(
        open_record(desk, Ask(actor=who("namesake"), child=child, now=NOW + 1, stated=why())), Existence
    )


def test_without_a_reason_it_stays_whole(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    for reason in ("", "because", ". . . . . ."):
        answer = break_glass(
            desk, Ask(actor=who("southby-worker"), child=child, now=NOW, stated=why(reason=reason))
        )
        assert isinstance(answer, Refused)
    assert rows(database, "SELECT count(*) FROM record.glass") == [(0,)]
    answers = rows(database, "SELECT answer, rule FROM record.look WHERE operation = 'break the glass'")
    assert answers == [("deny", "break-glass")] * 3


def test_of_a_child_who_is_not_there_nothing_breaks(desk: Desk, database: str) -> None:
    answer = break_glass(
        desk, Ask(actor=who("worker"), child=str(uuid4()), now=NOW, stated=why(reason=REASON))
    )
    assert isinstance(answer, NothingThere)
    assert rows(database, "SELECT count(*) FROM record.glass") == [(0,)]


def test_the_lead_and_the_named_officers_are_told(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    send(one("worker allocated", practitioner="worker", now=NOW + 5), NOW + 5)
    _broken(desk, child)
    told = rows(
        database,
        "SELECT agency, practitioner, why FROM record.notice WHERE why ~ '(a look|opened)'",
    )
    assert sorted(told) == [
        ("council", "worker", "a record that you carry was opened by somebody who has no part in it"),
        ("southby", "southby-both", "a look taken without standing awaits review"),
        ("southby", "southby-officer", "a look taken without standing awaits review"),
    ]


def test_it_is_reviewed_by_the_end_of_the_next_working_day(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    friday = NOW + 2 * 24 * HOUR
    glass = _broken(desk, child, now=friday).glass
    monday_night = 1_783_378_799
    assert glass.review_by == monday_night


def test_a_named_officer_of_the_agency_reviews_it_once(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    send(one("concern raised", agency="school", now=NOW - 400 * 24 * HOUR), NOW - 400 * 24 * HOUR)
    glass = _broken(desk, child, "namesake").glass
    officer = Ask(actor=who("school-officer"), child="", now=NOW + HOUR, stated=why("oversight"))
    first = review_glass(desk, officer, glass.id, Outcome.UNSETTLED, "I shall ask her on Monday.")
    second = review_glass(desk, officer, glass.id, Outcome.WRONG, "She is a relation.")
    third = review_glass(desk, officer, glass.id, Outcome.RIGHT, "On second thoughts.")
    assert isinstance(first, Review)
    assert isinstance(second, Review)
    assert isinstance(third, Refused)
    assert "wrongly opened" in third.why
    written = rows(database, "SELECT by, outcome FROM record.glass_review ORDER BY id")
    assert written == [("school-officer", "being looked into"), ("school-officer", "wrongly opened")]


def test_nobody_else_reviews_it(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    glass = _broken(desk, child).glass
    for id_, outcome in (
        ("southby-worker", Refused),
        ("southby-visitor", Refused),
        ("auditor", NothingThere),
        ("hospital-officer", NothingThere),
        ("southby-both", Review),
        ("southby-officer", Review),
    ):
        purpose = "safeguarding" if id_ in {"southby-worker", "southby-visitor"} else "oversight"
        ask = Ask(actor=who(id_), child="", now=NOW + HOUR, stated=why(purpose))
        answer = review_glass(desk, ask, glass.id, Outcome.UNSETTLED, "It is looked into.")
        assert isinstance(answer, outcome), id_


def test_an_officer_does_not_review_their_own(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    glass = _broken(desk, child, "southby-both").glass
    ask = Ask(actor=who("southby-both"), child="", now=NOW + HOUR, stated=why("oversight"))
    answer = review_glass(desk, ask, glass.id, Outcome.RIGHT, "I had good reason.")
    assert isinstance(answer, Refused)
    assert rows(database, "SELECT count(*) FROM record.glass_review") == [(0,)]


def test_neither_a_team_s_manager_nor_those_managed_review_the_other(desk: Desk, database: str) -> None:
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - after Django is set up

    child = ada_is_bruised(database)
    Practitioner.objects.filter(id__in=["southby-both", "southby-visitor"]).update(team="duty")
    Practitioner.objects.filter(id="southby-both").update(roles=["named officer", "team manager"])
    glass = _broken(desk, child, "southby-visitor").glass
    ask = Ask(actor=who("southby-both"), child="", now=NOW + HOUR, stated=why("oversight"))
    answer = review_glass(desk, ask, glass.id, Outcome.RIGHT, "They had good reason.")
    assert isinstance(answer, Refused)
    assert "line" in answer.why
    Practitioner.objects.filter(id="southby-visitor").update(roles=["team manager"])
    Practitioner.objects.filter(id="southby-both").update(roles=["named officer"])
    assert isinstance(review_glass(desk, ask, glass.id, Outcome.RIGHT, "They had good reason."), Refused)
    Practitioner.objects.filter(id="southby-both").update(team="")
    assert isinstance(review_glass(desk, ask, glass.id, Outcome.RIGHT, "They had good reason."), Review)


def test_those_awaiting_review_stand_overdue_first_and_page_by_page(desk: Desk, database: str) -> None:
    child = ada_is_bruised(database)
    glasses = [_broken(desk, child, now=NOW + day * 24 * HOUR).glass for day in (5, 0, 1)]
    officer = who("southby-officer")
    now = NOW + 5 * 24 * HOUR
    listed: list[tuple[str, bool]] = []
    after = None
    while True:
        page = awaiting_review(desk, officer, now, why("oversight"), after, limit=2)
        assert isinstance(page, Awaited)
        listed += [(each.glass.id, each.overdue) for each in page.glasses]
        if (after := page.next_after) is None:
            break
    due = sorted(glasses, key=lambda glass: (glass.review_by, UUID(glass.id)))
    assert listed == [(glass.id, glass.review_by < now) for glass in due]
    assert [overdue for _, overdue in listed] == [True, True, False]
    assert isinstance(awaiting_review(desk, who("southby-worker"), now, why()), Refused)


def test_where_no_officer_of_the_agency_may_the_hub_s_is_told_and_reviews_it(
    desk: Desk, database: str
) -> None:
    from heeded.adapters.record.agencies import forget_agencies  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - as above

    child = ada_is_bruised(database)
    Practitioner.objects.filter(id="manager").update(roles=["team manager", "hub coordinator"])
    Practitioner.objects.filter(id="southby-officer").update(is_active=False)
    forget_agencies()
    glass = _broken(desk, child, "southby-both").glass
    told = rows(database, "SELECT agency, practitioner FROM record.notice WHERE why ~ 'a look'")
    assert sorted(told) == [("council", "council-officer"), ("council", "other-officer")]
    awaiting = awaiting_review(desk, who("council-officer"), NOW + HOUR, why("oversight"))
    assert isinstance(awaiting, Awaited)
    assert [(each.glass.id, each.own, each.overdue) for each in awaiting.glasses] == [(glass.id, True, False)]
    own = awaiting_review(desk, who("southby-both"), NOW + HOUR, why("oversight"))
    assert isinstance(own, Awaited)
    assert [(each.own, {to.id for to in each.reviewers}) for each in own.glasses] == [
        (False, {"council-officer", "other-officer"})
    ]
    outcomes = {}
    for id_ in ("southby-both", "hospital-officer", "council-officer"):
        ask = Ask(actor=who(id_), child="", now=NOW + HOUR, stated=why("oversight"))
        outcomes[id_] = type(review_glass(desk, ask, glass.id, Outcome.RIGHT, "It could not wait."))
    assert outcomes == {
        "southby-both": Refused,
        "hospital-officer": NothingThere,
        "council-officer": Review,
    }


def test_a_reviewer_is_found_anew_when_the_only_officer_leaves(desk: Desk, database: str) -> None:
    from heeded.adapters.record.agencies import forget_agencies  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - as above
    from heeded.adapters.record.reviewing.reviews import PostgresReviews  # noqa: PLC0415 - as above
    from heeded.bootstrap.running.ready import tokens  # noqa: PLC0415 - as above
    from heeded.casework.unasked.find_reviewer import find_reviewers  # noqa: PLC0415 - as above

    child = ada_is_bruised(database)
    Practitioner.objects.filter(id="manager").update(roles=["team manager", "hub coordinator"])
    forget_agencies()
    _broken(desk, child, "southby-worker")
    reviews = PostgresReviews(tokens())
    assert find_reviewers(reviews, NOW + HOUR) == 0
    Practitioner.objects.filter(agency_id="southby").exclude(id="southby-worker").update(is_active=False)
    assert find_reviewers(reviews, NOW + HOUR) == 1
    assert find_reviewers(reviews, NOW + HOUR + 900) == 0
    told = rows(
        database, "SELECT practitioner FROM record.notice WHERE agency = 'council' AND why ~ 'a look'"
    )
    assert sorted(told) == [("council-officer",), ("other-officer",)]
