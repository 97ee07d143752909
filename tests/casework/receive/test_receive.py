"""Tests of receiving, on a real record."""

from __future__ import annotations

import pytest

from heeded import bootstrap
from heeded.bootstrap import live
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from tests.borough import NOW, bruised, make_agencies

HOSPITAL = Author("hospital", "hospital-system")


@pytest.mark.usefixtures("database")
def test_a_report_puts_what_is_owed_on_the_list_before_its_receipt() -> None:
    make_agencies()
    received = receive(bruised(), HOSPITAL, NOW, live.open_record(), bootstrap.open_handbook())
    assert [kept.index for kept in received.kept] == [0, 1, 2, 3]
    owed = {(line.agency, line.finding.rule) for changed in received.changed for line in changed.owed}
    assert ("council", "strategy-discussion-is-held") in owed
    because = next(
        line.because
        for line in received.changed[0].owed
        if line.finding.rule == "strategy-discussion-is-held"
    )
    assert "strong concern" in because


@pytest.mark.usefixtures("database")
def test_a_report_sent_again_keeps_nothing_twice_and_gets_the_same_places() -> None:
    make_agencies()
    record, handbook = live.open_record(), bootstrap.open_handbook()
    first = receive(bruised(), HOSPITAL, NOW, record, handbook)
    again = receive(bruised(), HOSPITAL, NOW + 60, record, handbook)
    assert again.kept == ()
    assert again.held_already == first.kept


@pytest.mark.usefixtures("database")
def test_a_line_asks_in_plain_words_and_says_why_in_the_rule_s_own_terms() -> None:
    make_agencies()
    received = receive(bruised(), HOSPITAL, NOW, live.open_record(), bootstrap.open_handbook())
    owed = {line.finding.rule: line for line in received.changed[0].owed}
    held = owed["suspected-injury-is-discussed-with-a-paediatrician"]
    assert held.owed == "Hold a strategy discussion with a paediatrician about the injury"
    assert "“strategy discussion” (attended by social care, police, health and paediatrician)" in held.because
