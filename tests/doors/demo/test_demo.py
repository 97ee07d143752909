"""Tests of the demonstration: what it tells, that it is obviously invented, and that it is taken whole."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path

import psycopg
import pytest
from django.test import override_settings

from heeded.adapters.exchange.heeded_json import read_report
from heeded.bootstrap.demo.tellings import borough, tellings
from heeded.bootstrap.running.ready import NotReady
from heeded.casework.replay.reports import invented_numbers
from heeded.core.access import Role
from heeded.core.chronology.identifiers import checked
from heeded.core.chronology.report import NHS_NUMBER, Identifier
from heeded.core.chronology.when import LOCAL, local

NOW = int(datetime(2026, 11, 25, 14, 30, tzinfo=LOCAL).timestamp())


def rows(database: str, statement: str) -> list[tuple[object, ...]]:
    """What the database's administrator sees."""
    with psycopg.connect(database) as connection:
        return connection.execute(statement).fetchall()


def test_it_is_the_same_each_time() -> None:
    first = tellings.__wrapped__(NOW)
    assert first == tellings.__wrapped__(NOW)
    assert len({each.report.id for each in first}) == len(first)


def test_nothing_in_it_lies_in_the_future_and_all_keeps_its_day_of_the_week() -> None:
    told = tellings(NOW)
    assert max(each.at for each in told) <= NOW
    story = [each for each in told if each.report.id.startswith("child-t-")]
    weekdays = [f"{local(each.at):%A %H:%M}" for each in story]
    assert weekdays[0] == "Friday 19:40"
    assert NOW - max(each.at for each in story) < 8 * 86400


def test_everybody_in_it_is_obviously_invented() -> None:
    surnames = set(borough().names["family"])
    assert all(name.startswith("Example-") for name in surnames)
    assert all("Invented" in each.name for each in borough().staff)
    people = {person for each in tellings(NOW) for person in each.report.people}
    given = {identifier.value for person in people for identifier in person.identifiers}
    assert all(number.startswith("999") for number in given)
    for number in given:
        checked(Identifier(NHS_NUMBER, number))
    assert all(each.telephone.startswith("01632 960") for each in borough().telephones.values())


def test_no_number_is_given_to_two_people() -> None:
    ages = Counter(
        (number, person.born)
        for person in {person for each in tellings(NOW) for person in each.report.people}
        for number in (person.ref,)
    )
    assert max(Counter(number for number, _ in ages).values()) == 1
    first = invented_numbers(999_100_000)
    assert len({next(first) for _ in range(500)}) == 500


def test_every_role_in_it_is_one_of_the_policy() -> None:
    assert {role for each in borough().staff for role in each.roles} <= {str(role) for role in Role}


def test_a_folder_that_is_no_demonstration_is_left_alone(tmp_path: Path) -> None:
    from heeded.bootstrap.demo.folder import settle_in  # noqa: PLC0415 - beside the test that it serves

    (tmp_path / "somebody's").touch()
    with pytest.raises(NotReady, match="no demonstration"):
        settle_in(tmp_path, "http://127.0.0.1:8000", fresh=True)
    assert (tmp_path / "somebody's").exists()


def test_it_is_taken_whole_and_what_leaves_the_record_names_nobody(database: str, tmp_path: Path) -> None:
    from heeded import bootstrap  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.exchange.heeded_json import write_report  # noqa: PLC0415 - as above
    from heeded.adapters.record.waiting import PostgresOutbox  # noqa: PLC0415 - as above
    from heeded.bootstrap import live  # noqa: PLC0415 - as above
    from heeded.bootstrap.demo import hospital  # noqa: PLC0415 - as above
    from heeded.bootstrap.demo.fill import fill  # noqa: PLC0415 - as above
    from heeded.bootstrap.running import rebuilding  # noqa: PLC0415 - as above
    from heeded.bootstrap.running.ready import tokens  # noqa: PLC0415 - as above
    from heeded.bootstrap.running.telling import tell_now  # noqa: PLC0415 - as above
    from heeded.casework.ports import Author  # noqa: PLC0415 - as above
    from heeded.casework.receive import receive  # noqa: PLC0415 - as above

    *_, filled = fill(NOW)
    assert (filled.told, filled.reports) == (len(tellings(NOW)), len(tellings(NOW)))
    assert rows(database, "SELECT count(DISTINCT family) FROM record.person") == [(42,)]
    handed_back = "SELECT DISTINCT agency FROM record.notice WHERE why LIKE 'a hand-over was not accepted%'"
    assert ("council",) in rows(database, handed_back)
    assert rows(database, "SELECT count(*) > 0 FROM record.shield WHERE what = 'address'") == [(True,)]
    assert len(rows(database, "SELECT 1 FROM record.glass")) == 1
    assert len(rows(database, "SELECT 1 FROM record.cover")) == 1
    assert [each for lot in rebuilding.check(NOW) for each in lot.differences] == []

    from heeded.bootstrap.demo import sights, ways_in  # noqa: PLC0415 - after Django is set up

    toddler, theirs = sights.bruised_toddler("", NOW), sights.child_of_staff("", NOW)
    assert toddler.name == hospital.report(NOW).people[0].name
    known = (
        "SELECT subject.person FROM record.subject JOIN record.connection ON subject.id = connection.person"
    )
    held = {f"/children/{person}" for (person,) in rows(database, known)}
    assert theirs.address in held
    assert toddler.address not in held
    (person,) = rows(database, f"SELECT person FROM record.subject WHERE id = '{toddler.address[10:]}'")  # noqa: S608 - an id of ours
    assert ways_in.way_of_the_connected("").name == "Bram Invented"

    sent = write_report(hospital.report(NOW))
    report = read_report(sent, "hospital")
    assert report.refusals == ()
    received = receive(
        report, Author("hospital", "system"), NOW, live.open_record(), bootstrap.open_handbook()
    )
    assert len(received.kept) == 4
    fresh = [line for change in received.changed for line in change.fresh]
    owed = {(line.agency, line.finding.rule) for line in fresh}
    assert {line.finding.child for line in fresh if line.agency == "council"} >= {str(person[0])}
    assert ("council", "strategy-discussion-is-held") in owed

    backend = "django.core.mail.backends.filebased.EmailBackend"
    with override_settings(EMAIL_BACKEND=backend, EMAIL_FILE_PATH=str(tmp_path)):
        for delivery in PostgresOutbox(tokens()).overdue(NOW, 1000):
            tell_now(delivery, NOW)
    letters = "\n".join(path.read_text("utf-8") for path in tmp_path.glob("*"))
    assert "something is owed" in letters
    assert [word for word in private() if word in letters] == []


def private() -> set[str]:
    """Every name, number and place in the demonstration."""
    people = {person for each in tellings(NOW) for person in each.report.people}
    words = {word for person in people for word in (*person.name.split(), person.ref, person.area)}
    places = {part.strip() for person in people for part in (*person.address.split(","), person.postcode)}
    words |= places | {"Norhaven", "Southby"}
    return {word for word in words if len(word) > 2} - {"the", "mother's", "called"}
