"""A report in a minute, in a real browser: kept as it is written, held without a connection, sent once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.borough import Borough
from tests.browser.conftest import Sit
from tests.browser.reader import Reader
from tests.casework.looking.telling import rows

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

DOCTOR = "hana-invented"


def test_a_report_survives_the_loss_of_the_connection_and_is_sent_once(sit: Sit, told: Borough) -> None:
    doctor = sit(DOCTOR, scripted=True)
    given_a_report_begun(doctor, "Bo Offline")
    before = recorded(told, "Bo Offline")
    doctor.page.context.set_offline(True)
    doctor.page.get_by_label("What happened?").fill("written without a connection")
    doctor.page.get_by_role("button", name="Send to the record").click()
    doctor.page.get_by_text("There is no connection").wait_for()
    assert recorded(told, "Bo Offline") == before == 0
    doctor.page.context.set_offline(False)
    doctor.page.wait_for_url("**/sent")
    assert "It stands in the record" in doctor.text
    assert recorded(told, "Bo Offline") == 1
    assert held(doctor.page) == 0


def test_when_the_answer_is_lost_it_is_sent_again_and_stands_once(sit: Sit, told: Borough) -> None:
    doctor = sit(DOCTOR, scripted=True)
    given_a_report_begun(doctor, "Bo Unanswered")
    lost: list[str] = []

    def lose_the_answer(route: Route) -> None:
        sending = 'name="do"\r\n\r\nsend' in (route.request.post_data or "")
        if route.request.method == "POST" and sending and not lost:
            lost.append(route.fetch(max_redirects=0).headers["location"])
            route.abort()
        else:
            route.continue_()

    doctor.page.route("**/record/*", lose_the_answer)
    doctor.page.get_by_role("button", name="Send to the record").click()
    doctor.page.wait_for_url("**/sent")
    assert len(lost) == 1
    assert recorded(told, "Bo Unanswered") == 1
    doctor.page.go_back()
    doctor.page.wait_for_url("**/sent")
    assert recorded(told, "Bo Unanswered") == 1


def test_a_report_is_there_again_after_a_time_out(sit: Sit, told: Borough) -> None:
    doctor = sit(DOCTOR, scripted=True)
    given_a_report_begun(doctor, "Bo Timed Out")
    page = doctor.page
    kept = next(each for each in page.context.cookies() if each["name"] == "sessionid")
    page.context.clear_cookies(name="sessionid")
    page.get_by_label("What happened?").fill("written after the time-out")
    page.get_by_text("You are signed out").wait_for()
    page.context.add_cookies([{"name": "sessionid", "value": kept["value"], "url": doctor.site}])
    page.reload()
    page.get_by_text("What you had written here before is back").wait_for()
    assert page.get_by_label("What happened?").input_value() == "written after the time-out"
    assert recorded(told, "Bo Timed Out") == 0


def test_what_a_window_holds_goes_when_its_writer_signs_out_from_any_page(sit: Sit, told: Borough) -> None:
    doctor = sit(DOCTOR, scripted=True)
    given_a_report_begun(doctor, "Bo Left Behind")
    page = doctor.page
    page.route(
        "**/record/*", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    page.get_by_label("What happened?").fill("words for nobody else on this computer")
    page.get_by_text("There is no connection").wait_for()
    page.goto(f"{doctor.site}/find")
    assert held(page) == 1
    page.get_by_role("link", name="Sign out").click()
    page.get_by_role("button", name="Sign Out").wait_for()
    assert held(page) == 1
    page.get_by_role("button", name="Sign Out").click()
    page.get_by_label("Password").wait_for()
    assert held(page) == 0
    assert recorded(told, "Bo Left Behind") == 0


def test_a_report_is_written_and_sent_by_keys_alone_without_scripts(sit: Sit, told: Borough) -> None:
    doctor = sit(DOCTOR)
    before = recorded(told, "Bo By Keys")
    doctor.goes("/record")
    doctor.picks("Not found: a new child")
    doctor.writes("The child's name", "Bo By Keys")
    doctor.writes("What happened? (if you know)", "Two bruises on the ear")
    doctor.presses("Send to the record")
    assert "It stands in the record" in doctor.text
    assert (before, recorded(told, "Bo By Keys")) == (0, 1)


def test_a_bruised_toddler_is_recorded_and_what_is_asked_is_said(sit: Sit, told: Borough) -> None:
    doctor = sit(DOCTOR, scripted=True)
    given_a_report_begun(doctor, "Wren Example-Hazel")
    when_the_bruises_are_marked_and_the_concern_is_said(doctor)
    doctor.page.get_by_role("button", name="Send to the record").click()
    doctor.page.wait_for_url("**/sent")
    doctor.looks()
    then_the_doctor_is_told_what_is_asked_by_when_and_why(doctor)
    assert recorded(told, "Wren Example-Hazel") == 1
    doctor.pictures("recorded")


def when_the_bruises_are_marked_and_the_concern_is_said(doctor: Reader) -> None:
    page = doctor.page
    page.get_by_label("How strong is your concern?").select_option("strong concern")
    page.get_by_label("On what grounds?").first.fill("A fall does not bruise both cheeks")
    page.get_by_label("What is it?").select_option("bruise")
    for site in ("left cheek", "right cheek"):
        page.locator(f'#part-injury input[value="{site}"]').check()
    doctor.looks()


def then_the_doctor_is_told_what_is_asked_by_when_and_why(doctor: Reader) -> None:
    assert "Refer the child to children's social care, or hold a strategy discussion" in doctor.text
    assert "Because Northgate Hospital recorded “concern raised” for Wren Example-Hazel" in doctor.text
    assert "left" in doctor.page.locator(".lines .left").first.inner_text()


def given_a_report_begun(doctor: Reader, child: str) -> None:
    page = doctor.page
    doctor.goes("/record")
    page.get_by_label("Not found: a new child").check()
    page.get_by_label("The child's name").fill(child)
    page.get_by_label("What happened?").fill("Two bruises on the ear")
    page.locator("#kept", has_text="Saved at").wait_for()


def recorded(told: Borough, child: str) -> int:
    """How many entries of one's own words the record holds of a child of that name."""
    found = rows(
        told.admin,
        "SELECT count(*) FROM record.entry JOIN record.subject ON subject.id = entry.subject "
        "JOIN record.description ON description.subject = subject.id "
        "WHERE kind = 'observation recorded' AND description.name = %s",
        child,
    )
    return int(found[0][0])


def held(page: Page) -> int:
    """How many reports the window holds."""
    return int(page.evaluate("Object.keys(sessionStorage).filter(each => each.startsWith('heeded')).length"))
