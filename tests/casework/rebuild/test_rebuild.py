"""Tests of the worklist's check: random histories never differ from it, and tampering is found."""

from __future__ import annotations

import random
from itertools import count

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from heeded import bootstrap
from heeded.adapters.record.store.token import ITSELF
from heeded.adapters.record.waiting import PostgresWaiting
from heeded.bootstrap import live
from heeded.bootstrap.running import rebuilding
from heeded.bootstrap.running.ready import tokens
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from heeded.casework.unasked.look_again import look_again_until
from heeded.casework.unasked.rebuild import Checked, rebuild
from heeded.core.chronology.report import NHS_NUMBER
from tests.borough import AGENCIES, NOW, ada, bruised, make_agencies

HOSPITAL = Author("hospital", "hospital-system")
DAY = 86400
FRESH = count()


def checked(now: int) -> Checked:
    """All that a check found."""
    whole = [*rebuilding.check(now)]
    differences = tuple(each for lot in whole for each in lot.differences)
    return Checked(whole[-1].families, whole[-1].waiting, differences)


@settings(
    max_examples=8, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32))
def test_whatever_comes_in_whatever_order_the_list_says_what_the_entries_say(making: str, seed: int) -> None:
    assert making
    chance = random.Random(seed)  # noqa: S311 - chances of a test
    record, handbook = live.open_record(), bootstrap.open_handbook()
    number = next(FRESH)
    now, name = NOW + number * 90 * DAY, f"history-{number}"
    child = ada(ref=name, nhs="")
    for number in range(chance.randint(1, 5)):
        agency = chance.choice(["hospital", "police", "school"])
        report = bruised(
            f"{name}-{number}", agency=agency, child=child, now=now - chance.choice([0, 0, DAY, 9 * DAY])
        )
        for _ in range(chance.choice([1, 1, 2])):
            receive(report, Author(agency, f"{agency}-system"), now, record, handbook)
        now += chance.choice([60, 3600, DAY, 7 * DAY])
        if chance.random() < 0.7:
            for _ in look_again_until(now, record, PostgresWaiting(tokens()), handbook):
                pass
    assert checked(now).differences == ()


@pytest.fixture
def making(database: str) -> str:
    """A record with the borough's agencies in it and no families."""
    make_agencies()
    return database


@pytest.fixture
def reported(making: str) -> str:
    """The same, with one report of a bruised toddler."""
    receive(bruised(), HOSPITAL, NOW, live.open_record(), bootstrap.open_handbook())
    return making


def test_an_agency_that_comes_to_owe_what_stood_already_has_it_on_its_list(reported: str) -> None:
    record, handbook = live.open_record(), bootstrap.open_handbook()
    twin = ada(ref="pupil 7")
    assert twin.identifiers[0].system == NHS_NUMBER
    receive(
        bruised("p1", agency="police", child=twin, now=NOW + 60),
        Author("police", "police-system"),
        NOW + 120,
        record,
        handbook,
    )
    with psycopg.connect(reported) as connection:
        families = connection.execute("SELECT count(DISTINCT family) FROM record.person").fetchone()
    assert families == (1,)
    assert checked(NOW + 120).differences == ()


TAMPERINGS = (
    "DELETE FROM record.duty WHERE rule = 'strategy-discussion-is-held'",
    "UPDATE record.duty SET due = due + 86400 WHERE rule = 'strategy-discussion-is-held'",
    "UPDATE record.duty SET verdict = 'overdue' WHERE rule = 'strategy-discussion-is-held'",
    "UPDATE record.duty SET agency = 'school' WHERE rule = 'strategy-discussion-is-held'",
    "UPDATE record.duty SET rule = 'nobody-owes-this' WHERE rule = 'strategy-discussion-is-held'",
)


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_a_line_that_was_tampered_with_is_found_and_put_right(reported: str, tampering: str) -> None:
    assert checked(NOW).differences == ()
    with psycopg.connect(reported) as connection:
        assert connection.execute(tampering).rowcount > 0
    found = checked(NOW).differences
    assert {each.rule for each in found} & {"strategy-discussion-is-held", "nobody-owes-this"}
    people = sorted({each.child for each in found})
    itself = Author(ITSELF, ITSELF)
    assert rebuild(people, live.open_record(), itself, bootstrap.open_handbook(), NOW) >= 1
    assert checked(NOW).differences == ()


@pytest.mark.parametrize(
    "tampering",
    [
        "DELETE FROM record.card",
        "UPDATE record.card SET stage = 'decided'",
        "UPDATE record.card SET due = due + 60",
        "UPDATE record.card SET line = NULL",
        "UPDATE record.card SET agency = 'southby'",
    ],
)
def test_a_card_that_was_tampered_with_is_found_and_laid_anew(reported: str, tampering: str) -> None:
    with psycopg.connect(reported) as connection:
        before = connection.execute("SELECT * FROM record.card").fetchall()
        assert connection.execute(tampering).rowcount > 0
    found = checked(NOW)
    assert {each.rule for each in found.differences} == {"desk: triage"}
    rebuilding.mend(found, NOW)
    with psycopg.connect(reported) as connection:
        assert connection.execute("SELECT * FROM record.card").fetchall() == before
    assert checked(NOW).differences == ()


def test_who_owes_what_was_missing_from_their_list_is_told(reported: str) -> None:
    with psycopg.connect(reported) as connection:
        connection.execute("DELETE FROM record.duty")
        connection.execute("DELETE FROM record.notice")
    people = sorted({each.child for each in checked(NOW).differences})
    rebuild(people, live.open_record(), Author(ITSELF, ITSELF), bootstrap.open_handbook(), NOW)
    with psycopg.connect(reported) as connection:
        told = connection.execute("SELECT DISTINCT agency FROM record.notice").fetchall()
    assert ("council",) in told
    assert {agency for (agency,) in told} <= {agency for agency, *_ in AGENCIES}


def test_what_stood_as_it_should_keeps_its_sentence_and_its_date(reported: str) -> None:
    told = "SELECT id, agency, since, because FROM record.duty WHERE rule <> 'strategy-discussion-is-held'"
    with psycopg.connect(reported) as connection:
        before = connection.execute(told).fetchall()
        connection.execute("DELETE FROM record.duty WHERE rule = 'strategy-discussion-is-held'")
    people = sorted({each.child for each in checked(NOW).differences})
    rebuild(people, live.open_record(), Author(ITSELF, ITSELF), bootstrap.open_handbook(), NOW + 60)
    with psycopg.connect(reported) as connection:
        assert sorted(connection.execute(told).fetchall()) == sorted(before)


def test_a_family_that_no_worker_has_looked_at_yet_is_late_and_not_wrong(reported: str) -> None:
    assert reported
    later = checked(NOW + 30 * DAY)
    assert (later.waiting, later.differences) == (1, ())
