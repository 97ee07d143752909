"""A child comes to hospital and to the police under two spellings: joined on a word, and undone."""

from __future__ import annotations

import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

from heeded.core.chronology.report import Described, Report
from tests.borough import bruised
from tests.browser.borough import Borough
from tests.browser.conftest import Sit
from tests.browser.reader import Reader
from tests.casework.looking.telling import rows, send

SEEN = Described(ref="seen-1", name="Tiago Ferreira Invented", born=date(2024, 4, 3), area="Norhaven")
MET = replace(SEEN, ref="met-1", name="INVENTED Thiago", born=date(2024, 3, 4))


def test_two_spellings_of_one_child_are_asked_about_joined_on_a_word_and_taken_apart(
    sit: Sit, told: Borough
) -> None:
    given_a_child_at_the_hospital_and_the_police_under_two_spellings(told)
    reader = sit("dafydd-invented")
    when_the_coordinator_comes_to_what_is_asked(reader)
    then_the_two_stand_side_by_side(reader)
    when_the_coordinator_says_that_they_are_two_and_takes_it_back(reader)
    then_the_two_wait_for_a_word_again(reader)
    when_the_coordinator_says_that_it_is_one_child(reader)
    then_it_says_on_whose_word_they_are_one(reader)
    when_the_coordinator_takes_the_polices_reference_away_again(reader)
    then_they_are_two_and_whoever_read_them_as_one_is_listed(reader)


def given_a_child_at_the_hospital_and_the_police_under_two_spellings(told: Borough) -> None:
    now = int(time.time())
    for sector, child in (("hospital", SEEN), ("police", MET)):
        ((agency,),) = rows(
            told.admin, "SELECT id FROM public.record_agency WHERE sector = %s ORDER BY id LIMIT 1", sector
        )
        report = bruised(child.ref, agency=agency, child=child, now=now)
        with ThreadPoolExecutor(1) as beside:  # the browser's own loop runs in this thread
            beside.submit(_send, report, now).result()


def _send(report: Report, now: int) -> None:
    from django.db import connections  # noqa: PLC0415 - after Django is set up

    send(report, now)
    connections.close_all()


def when_the_coordinator_comes_to_what_is_asked(reader: Reader) -> None:
    reader.follows("One child or two?")
    reader.follows("INVENTED Thiago")


def then_the_two_stand_side_by_side(reader: Reader) -> None:
    for words in ("Tiago Ferreira Invented", "INVENTED Thiago", "3 April 2024", "4 March 2024"):
        assert words in reader.text
    assert reader.page.locator("svg path.weight").count() > 3


def when_the_coordinator_says_that_they_are_two_and_takes_it_back(reader: Reader) -> None:
    reader.writes("How do you know?", "The postcodes are far apart")
    reader.presses("They are two children")
    reader.goes("/identity")
    reader.follows(re.compile("^Take it back"))
    reader.writes("Why do you take it back?", "I read the wrong column")
    reader.presses("Take it back")


def then_the_two_wait_for_a_word_again(reader: Reader) -> None:
    reader.goes("/identity")
    reader.follows("INVENTED Thiago")


def when_the_coordinator_says_that_it_is_one_child(reader: Reader) -> None:
    reader.writes("How do you know?", "Both describe the same scar on his chin")
    reader.presses("It is one child")


def then_it_says_on_whose_word_they_are_one(reader: Reader) -> None:
    assert "Dafydd Invented: Both describe the same scar on his chin" in reader.text


def when_the_coordinator_takes_the_polices_reference_away_again(reader: Reader) -> None:
    reader.page.get_by_role("checkbox").last.focus()
    reader.page.keyboard.press("Space")
    reader.writes("How do you know?", "The officer had met his cousin")
    reader.presses("These are another child's")


def then_they_are_two_and_whoever_read_them_as_one_is_listed(reader: Reader) -> None:
    assert "They are two children now" in reader.text
    assert "Dafydd Invented, Norhaven children's social care" in reader.text
