"""Tests of disposing of an agency's record: by two people, under a rule; the log still verifies."""

from __future__ import annotations

import pytest

from heeded.bootstrap import sealing
from heeded.casework.keeping import Desk, NotDone, dispose, due, place_hold, review_disposal
from heeded.casework.verify import Evidence, verify
from heeded.core.access.retention import Keeping
from heeded.core.access.retention_class import RetentionClass
from tests.borough import NOW
from tests.casework.keeping.conftest import HOSPITAL, LATER, by, marked
from tests.casework.looking.telling import child_of, one, rows, send

CANARY = "QZX-CANARY-7731"


@pytest.fixture
def child(desk: Desk, database: str) -> str:
    """Ada, of whom the hospital told, with a canary in every field that takes words."""
    del desk
    return child_of(send(marked(CANARY)), database)


def _disposed(desk: Desk, child: str) -> tuple[int, ...]:
    reviewed = review_disposal(desk, by(), HOSPITAL, child)
    return dispose(desk, by("ruth"), HOSPITAL, reviewed.id).gone.leaves


def test_what_is_due_says_by_which_rule(desk: Desk, child: str) -> None:
    (found,) = due(desk, HOSPITAL, LATER)
    assert (found.own.child, found.disposal.keeping) == (child, Keeping.REVIEW)
    (before,) = due(desk, HOSPITAL, NOW)
    assert before.disposal.keeping is Keeping.KEEP


def test_content_salt_and_person_go_and_the_log_still_verifies(desk: Desk, child: str, database: str) -> None:
    before = verify(sealing.verifying(), Evidence())
    assert before.sound, before.faults
    assert _disposed(desk, child) == (0, 1, 2, 3)
    for table in (
        "entry",
        "description",
        "identifier",
        "address",
        "person",
        "subject",
        "link",
        "duty",
        "passed_on",
        "standing",
    ):
        assert rows(database, f"TABLE record.{table}") == [], table
    log = sealing.verifying()
    after = verify(log, Evidence())
    assert after.sound, after.faults
    assert (after.leaves, after.erased) == (5, 4)
    (erasure,) = after.erasures
    assert erasure.leaves == (0, 1, 2, 3)
    assert erasure.ground.startswith("health-2006")
    assert "ruth" in erasure.by
    assert "rosa" in erasure.by


def test_an_erasure_that_is_altered_or_taken_away_is_found(desk: Desk, child: str, database: str) -> None:
    _disposed(desk, child)
    rows(
        database,
        "WITH off AS (SELECT set_config('session_replication_role', 'replica', true))"
        " UPDATE record.erasure SET ground = 'a court' FROM off RETURNING 1",
    )
    log = sealing.verifying()
    assert not verify(log, Evidence()).sound


def test_what_the_family_was_given_goes_with_it_under_any_name_of_the_child(
    desk: Desk, child: str, database: str
) -> None:
    ((subject,),) = rows(database, "SELECT id FROM record.subject WHERE person = %s", child)
    for account, agency in enumerate(("hospital", "hospital", "council")):
        rows(
            database,
            "WITH drawn AS (INSERT INTO record.family_account (id, person, agency, by, at, content)"
            " VALUES (gen_random_uuid(), %s, %s, 'rosa', %s, %s) RETURNING id)"
            " INSERT INTO record.family_account_step (account, person, stage, by, at, words)"
            " SELECT id, %s, 'agreed', 'ruth', 1, %s FROM drawn RETURNING 1",
            *(subject, agency, account, f'{{"words": "{CANARY}"}}', subject, CANARY),
        )
    _disposed(desk, child)
    for table in ("family_account", "family_account_step"):
        assert rows(database, f"TABLE record.{table}") == [], table


def test_one_person_alone_disposes_of_nothing(desk: Desk, child: str, database: str) -> None:
    reviewed = review_disposal(desk, by(), HOSPITAL, child)
    with pytest.raises(NotDone, match="Two people"):
        dispose(desk, by(), HOSPITAL, reviewed.id)
    assert len(rows(database, "SELECT * FROM record.entry")) == 4


def test_a_record_within_its_period_is_not_reviewed(desk: Desk, child: str) -> None:
    with pytest.raises(NotDone, match="kept"):
        review_disposal(desk, by(now=NOW + 60), HOSPITAL, child)


def test_a_hold_placed_after_the_review_beats_it(desk: Desk, child: str, database: str) -> None:
    reviewed = review_disposal(desk, by(), HOSPITAL, child)
    place_hold(desk, by("ruth", now=LATER + 60), child)
    with pytest.raises(NotDone, match="Held by ruth"):
        dispose(desk, by("ruth", now=LATER + 120), HOSPITAL, reviewed.id)
    assert len(rows(database, "SELECT * FROM record.entry")) == 4


def test_a_hold_on_another_agencys_record_does_not_hold_this_one(desk: Desk, child: str) -> None:
    place_hold(desk, by("ruth"), child, controller="police")
    place_hold(desk, by("ruth"), child, record=RetentionClass.POLICE)
    assert _disposed(desk, child)


def test_what_was_told_since_the_review_stops_the_disposal(desk: Desk, child: str) -> None:
    reviewed = review_disposal(desk, by(), HOSPITAL, child)
    send(one("visit", agency="hospital", now=LATER + 10, name="late"), LATER + 10)
    with pytest.raises(NotDone):
        dispose(desk, by("ruth", now=LATER + 60), HOSPITAL, reviewed.id)


def test_a_disposal_is_carried_out_once(desk: Desk, child: str) -> None:
    reviewed = review_disposal(desk, by(), HOSPITAL, child)
    dispose(desk, by("ruth"), HOSPITAL, reviewed.id)
    with pytest.raises(NotDone):
        dispose(desk, by("ruth"), HOSPITAL, reviewed.id)


def test_others_records_stay_and_are_judged_again(desk: Desk, child: str, database: str) -> None:
    send(one("referral received", name="council-1", now=NOW + 60, keys={"referral": "r1"}), NOW + 60)
    reviewed = review_disposal(desk, by(), HOSPITAL, child)
    dispose(desk, by("ruth"), HOSPITAL, reviewed.id)
    left = rows(database, "SELECT agency, kind FROM record.entry")
    assert left == [("council", "referral received")]
    ((name,),) = rows(database, "SELECT name FROM record.person")
    assert name == "Ada Invented"
    assert rows(database, "SELECT address FROM record.address") == []
    for because, cites in rows(database, "SELECT because, cites FROM record.duty"):
        assert CANARY not in because
        assert cites
    log = sealing.verifying()
    assert verify(log, Evidence()).sound
