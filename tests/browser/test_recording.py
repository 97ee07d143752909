"""A paediatrician writes an injury down: chosen on the map of the body, sent once, and seen on the record."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.browser.borough import Borough
from tests.browser.conftest import Sit
from tests.browser.reader import Reader

YESTERDAY = (datetime.now(UTC) - timedelta(days=1)).date()


def test_an_injury_is_written_down_on_the_map_of_the_body(sit: Sit, told: Borough) -> None:
    doctor = given_a_paediatrician(sit)
    when_an_injury_is_to_be_recorded(doctor, told.child("enquiry-1")[0])
    when_it_is_sent_with_its_day_left_out(doctor)
    then_what_is_missing_is_said_and_nothing_is_lost(doctor)
    when_the_day_is_put_in(doctor)
    then_it_stands_in_the_record_with_what_is_owed(doctor)
    then_it_is_seen_on_the_map_of_the_child_s_record(doctor)


def given_a_paediatrician(sit: Sit) -> Reader:
    return sit("hana-invented")


def when_an_injury_is_to_be_recorded(doctor: Reader, child: str) -> None:
    doctor.goes(f"/children/{child}")
    doctor.picks("safeguarding this child")
    doctor.presses("Go on")
    doctor.follows("Record an event")
    doctor.follows("Record another kind of event")
    doctor.chooses("What happened?", "Injury observed")
    doctor.presses("Begin")


def when_it_is_sent_with_its_day_left_out(doctor: Reader) -> None:
    doctor.chooses("What (if you know)", "bruise")
    doctor.ticks("left cheek")
    doctor.ticks("left palm")
    doctor.presses("Send to the record", answer=400)


def then_what_is_missing_is_said_and_nothing_is_lost(doctor: Reader) -> None:
    assert "Something is missing" in doctor.text
    ticked = doctor.page.locator("input[name=fact-sites]:checked")
    assert [each.get_attribute("value") for each in ticked.all()] == ["left cheek", "left palm"]


def when_the_day_is_put_in(doctor: Reader) -> None:
    doctor.jumps("link", "The day on which it happened: This field is required.")
    doctor.dates(YESTERDAY)
    doctor.presses("Send to the record")


def then_it_stands_in_the_record_with_what_is_owed(doctor: Reader) -> None:
    assert "It stands in the record" in doctor.text


def then_it_is_seen_on_the_map_of_the_child_s_record(doctor: Reader) -> None:
    doctor.follows("The child's record")
    doctor.follows("Injuries")
    for region in ("left cheek", "left palm"):
        assert doctor.page.get_by_role("link", name=f"{region}: mark 1").count() == 1
