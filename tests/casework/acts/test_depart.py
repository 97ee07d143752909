"""Tests of departing from a duty: with a reason, by somebody entitled, from what is owed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heeded.casework.acting import Desk, NotAllowed, NotNow, Unfit
from heeded.casework.acts import Departure, depart
from tests.borough import NOW, bruised
from tests.casework.acts.people import LEAD, WORKER, by, child_of, owed, told


def from_the_discussion(child: str) -> Departure:
    """Social care sets the strategy discussion aside."""
    return Departure(
        child=child,
        rule="strategy-discussion-is-held",
        reason="the same injury was discussed by all this morning",
        authorised_by="service manager",
    )


def test_a_departure_with_a_reason_takes_the_duty_off_the_list(desk: Desk) -> None:
    child = child_of(told(bruised()))
    assert ("council", "strategy-discussion-is-held") in owed(child)
    done = depart(from_the_discussion(child), by(LEAD, "d1", NOW + 90), desk)
    gone = {line.finding.rule for changed in done.changed or () for line in changed.gone}
    assert "strategy-discussion-is-held" in gone
    assert ("council", "strategy-discussion-is-held") not in owed(child)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"reason": "busy"}, "does not say why"),
        ({"authorised_by": ""}, "who authorised it"),
        ({"authorised_by": "social worker"}, "no authority"),
        ({"rule": "no-such-rule"}, "has no rule"),
    ],
)
def test_a_departure_that_does_not_hold_is_refused(desk: Desk, wrong: dict[str, str], why: str) -> None:
    child = child_of(told(bruised()))
    with pytest.raises(Unfit, match=why):
        depart(replace(from_the_discussion(child), **wrong), by(LEAD, "d1", NOW + 90), desk)
    assert ("council", "strategy-discussion-is-held") in owed(child)


def test_nobody_departs_from_what_is_not_owed_or_without_authority_over_it(desk: Desk) -> None:
    child = child_of(told(bruised()))
    other = Departure(
        child=child,
        rule="visit-on-a-plan",
        reason="she is away with her aunt for the week",
        authorised_by="service manager",
    )
    with pytest.raises((NotNow, Unfit)):
        depart(other, by(LEAD, "d1", NOW + 90), desk)
    with pytest.raises(NotAllowed):
        depart(from_the_discussion(child), by(WORKER, "d2", NOW + 90), desk)
