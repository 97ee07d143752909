"""Tests of correcting and withdrawing: a new entry that names the old one, by its source alone."""

from __future__ import annotations

import pytest

from heeded.casework.acting import Desk, NotNow, NotYours, Telling, Unfit
from heeded.casework.acts import correct, withdraw
from tests.borough import bruised
from tests.casework.acts.people import DOCTOR, LEAD, by, child_of, chronology, told


def injury(child: str) -> str:
    """The entry of the injury that the hospital told."""
    return next(entry.id for entry in chronology(child).entries if entry.kind == "injury observed")


def on_the_knee(child: str) -> Telling:
    """The injury told anew."""
    return Telling(
        kind="injury observed", child=child, facts={"what": "bruise", "sites": frozenset({"knee"})}
    )


def test_a_correction_is_a_new_entry_and_the_old_one_stays(desk: Desk) -> None:
    child = child_of(told(bruised()))
    wrong = injury(child)
    before = {entry.id: entry for entry in chronology(child).entries}
    done = correct(wrong, on_the_knee(child), by(DOCTOR, "c1"), desk)
    after = chronology(child)
    assert {entry.id: entry for entry in after.entries if entry.id in before} == before
    (stands,) = [event for event in after.as_known() if event.root == wrong]
    assert (stands.entry.id, stands.entry.facts["sites"]) == (done.entry, frozenset({"knee"}))


def test_a_withdrawal_takes_an_entry_back_with_a_reason(desk: Desk) -> None:
    child = child_of(told(bruised()))
    wrong = injury(child)
    with pytest.raises(Unfit, match="reason"):
        withdraw(wrong, child, "", by(DOCTOR, "w1"), desk)
    withdraw(wrong, child, "it was another child's", by(DOCTOR, "w2"), desk)
    assert not any(event.root == wrong for event in chronology(child).as_known())


def test_only_the_source_corrects_its_words(desk: Desk) -> None:
    child = child_of(told(bruised()))
    with pytest.raises(NotYours, match="only the source corrects") as stopped:
        correct(injury(child), on_the_knee(child), by(LEAD, "c1"), desk)
    assert "disagree" in stopped.value.do
    with pytest.raises(NotYours, match="only the source"):
        withdraw(injury(child), child, "we think otherwise", by(LEAD, "w1"), desk)


@pytest.mark.parametrize("entry", ["6f1f0a44-0000-4000-8000-000000000000", "not an id"])
def test_what_is_not_there_is_not_corrected(desk: Desk, entry: str) -> None:
    child = child_of(told(bruised()))
    with pytest.raises(NotNow, match="no such entry"):
        correct(entry, on_the_knee(child), by(DOCTOR, "c1"), desk)
