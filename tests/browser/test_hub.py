"""A hub coordinator looks at what came in, narrows it, and sees what waits for an answer and what climbs."""

from __future__ import annotations

from tests.browser.conftest import Sit
from tests.browser.reader import Reader

COLUMNS = ("Contact", "Screening", "Strategy", "Decided")


def test_a_coordinator_sees_what_came_in_and_what_is_late(sit: Sit) -> None:
    reader = given_the_hubs_coordinator(sit)
    when_they_come_to_the_hub(reader)
    then_each_column_says_what_stands_in_it(reader)
    then_no_word_of_what_anybody_said_is_on_the_board(reader)
    when_they_keep_what_is_overdue(reader)
    then_every_card_that_is_left_is_late(reader)
    when_they_turn_to_the_hand_overs(reader)
    then_it_says_with_whom_each_still_is(reader)
    when_they_turn_to_what_climbs(reader)
    then_each_disagreement_says_who_has_it_and_who_is_next(reader)


def test_somebody_of_the_front_line_is_told_for_whom_the_pages_are(sit: Sit) -> None:
    reader = sit("amina-invented")
    reader.goes("/hub", 403)
    assert "They are for hub coordinators" in reader.text


def given_the_hubs_coordinator(sit: Sit) -> Reader:
    return sit("dafydd-invented")


def when_they_come_to_the_hub(reader: Reader) -> None:
    reader.follows("Hub")


def then_each_column_says_what_stands_in_it(reader: Reader) -> None:
    shown = reader.page.locator(".board .column h2").all_inner_texts()
    assert [each.split()[0] for each in shown] == list(COLUMNS)
    assert reader.page.locator(".board .card").count() >= len(COLUMNS)


def then_no_word_of_what_anybody_said_is_on_the_board(reader: Reader) -> None:
    for word in ("weight lost", "missed appointments", "bruise", "locks me"):
        assert word not in reader.text


def when_they_keep_what_is_overdue(reader: Reader) -> None:
    reader.ticks("overdue")
    reader.presses("Show")


def then_every_card_that_is_left_is_late(reader: Reader) -> None:
    cards = reader.page.locator(".board .card")
    assert 0 < cards.count() == reader.page.locator(".board .card .left.overdue").count()


def when_they_turn_to_the_hand_overs(reader: Reader) -> None:
    reader.follows("Hand-overs")


def then_it_says_with_whom_each_still_is(reader: Reader) -> None:
    assert "Still with Norhaven children's social care" in reader.text
    assert "Offered to Southby children's social care" in reader.text


def when_they_turn_to_what_climbs(reader: Reader) -> None:
    reader.follows("Escalation")


def then_each_disagreement_says_who_has_it_and_who_is_next(reader: Reader) -> None:
    for words in ("Between", "Who has it now", "of 4"):
        assert words in reader.text
