"""Five people hold a strategy discussion in five browsers at once, and one of them does not agree."""

from __future__ import annotations

from datetime import date, timedelta

from tests.browser.borough import Borough
from tests.browser.conftest import Sit
from tests.browser.reader import Reader

POLICE = "Called to the home twice in May; the mother said that he hit her."
SOON = date.today() + timedelta(days=7)  # noqa: DTZ011 - a day for a form, in whatever zone


def test_five_people_hold_a_strategy_discussion(sit: Sit, told: Borough) -> None:
    child = told.child("child-t")[0]
    manager, doctor, officer, teacher, visitor = (
        given_somebody(sit, who, child)
        for who in ("cora-invented", "hana-invented", "kofi-invented", "marek-invented", "oona-invented")
    )
    room = when_the_manager_calls_it(manager)
    when_the_others_come_in(room, doctor, officer, teacher, visitor)
    when_the_officer_tells_what_the_police_know(officer)
    then_all_the_others_read_it_without_doing_anything(manager, doctor, teacher, visitor)
    manager.pictures("discussion")
    when_the_manager_closes_it(manager)
    then_the_minutes_hold_it_all(manager)
    when_the_doctor_disagrees(doctor, room)
    then_the_dissent_stands_beside_the_decision(teacher, room)


def given_somebody(sit: Sit, who: str, child: str) -> Reader:
    seat = sit(who, scripted=True)
    seat.goes(f"/children/{child}/discussions")
    seat.page.locator("input[name=purpose][value=safeguarding]").check()
    seat.page.get_by_role("button", name="Go on").click()
    return seat


def when_the_manager_calls_it(manager: Reader) -> str:
    manager.page.get_by_label("Why is it called?").fill("Bruised again, and nobody has explained it")
    for agency in ("Northgate Hospital", "Norhaven police"):
        manager.page.get_by_label(agency).check()
    manager.page.get_by_role("button", name="Call it and ask them").click()
    manager.looks()
    assert "Who has to take part under the agreed procedures" in manager.text
    address: str = manager.page.url
    return address.removeprefix(manager.site)


def when_the_others_come_in(room: str, *others: Reader) -> None:
    for each in others:
        each.goes(room)


def when_the_officer_tells_what_the_police_know(officer: Reader) -> None:
    officer.page.get_by_label("What does your agency know").press_sequentially(POLICE)
    officer.page.get_by_text("Kept for you").wait_for()
    officer.page.get_by_role("button", name="Tell it").click()
    officer.looks()


def then_all_the_others_read_it_without_doing_anything(*others: Reader) -> None:
    for each in others:
        each.page.get_by_text(POLICE).first.wait_for()
        each.looks()


def when_the_manager_closes_it(manager: Reader) -> None:
    manager.follows("Decide and close")
    page = manager.page
    attended = page.locator("fieldset").filter(has_text="Who took part?")
    for role in ("social care", "police", "health", "paediatrician"):
        attended.locator(f'input[value="{role}"]').check()
    page.get_by_label("meeting", exact=True).check()
    page.get_by_label("section 47", exact=True).check()
    page.get_by_label("What was decided?").fill("A section 47 enquiry; she stays where she is")
    page.get_by_label("Why?", exact=True).fill("No account fits what was found")
    page.get_by_label("Who is to do it?").fill("Cora Invented")
    page.get_by_label("By which day?").fill(SOON.isoformat())
    page.get_by_label("What happens if it does not go as planned?").fill("Police protection")
    manager.presses("Look at what stands before it")
    if page.get_by_label("I close it all the same").count():
        page.get_by_label("I close it all the same").check()
    manager.presses("Close the discussion")


def then_the_minutes_hold_it_all(manager: Reader) -> None:
    for words in (POLICE, "A section 47 enquiry; she stays where she is", "Police protection", "Took part"):
        assert words in manager.text


def when_the_doctor_disagrees(doctor: Reader, room: str) -> None:
    doctor.goes(room)
    doctor.follows("I disagree with what was decided")
    doctor.page.get_by_label("Why do you disagree?").fill("Whoever hurt her can still come to her there")
    doctor.page.get_by_label("On what").fill("is she safe where she is")
    doctor.page.locator("form button[type=submit]").last.click()


def then_the_dissent_stands_beside_the_decision(teacher: Reader, room: str) -> None:
    teacher.goes(f"{room}/minutes")
    assert "Whoever hurt her can still come to her there" in teacher.text
