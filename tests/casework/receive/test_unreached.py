"""What is sent to somebody whom the record does not hold stays the sender's, who is told at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heeded import bootstrap
from heeded.bootstrap import live
from heeded.casework.ports import Author
from heeded.casework.ports.notices import Why
from heeded.casework.receive import Received, receive
from heeded.casework.telling.owing import NOBODY_ANSWERS, NOBODY_TOLD
from heeded.core.access import Role
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import Described, Event, Report
from tests.borough import NOW, ada, at, make_agencies
from tests.casework.acts.people import child_of, notices, owed, pass_time
from tests.casework.looking.staff import make_staff

pytestmark = pytest.mark.usefixtures("database")

DAY = 24 * 3600

ELSEWHERE = replace(ada(), area="Enfold")
"""The same toddler, said to live where no agency of this record answers for children."""


def sent(
    kind: str,
    facts: dict[str, Fact],
    keys: dict[str, str],
    *,
    agency: str = "hospital",
    child: Described,
    now: int = NOW,
) -> Received:
    """One event that turns to somebody, received."""
    told = Event(
        ref="e1", kind=kind, child=child.ref, happened=at(now - 60), told=now - 30, keys=keys, facts=facts
    )
    report = Report(id="r1", agency=agency, people=(child,), events=(told,))
    return receive(report, Author(agency, "system"), now, live.open_record(), bootstrap.open_handbook())


def to_social_care(area: str, child: Described) -> Received:
    """A referral of the hospital's to the social care of an area."""
    facts: dict[str, Fact] = {"to": "children's social care", "in writing": True}
    return sent(
        "referral made", {**facts, **({"area": area} if area else {})}, {"referral": "r"}, child=child
    )


def lines(received: Received) -> dict[str, set[str]]:
    """What stands on whose list because of it: by agency, the marks of its lines."""
    found: dict[str, set[str]] = {}
    for changed in received.changed:
        for line in changed.fresh:
            mark = next((each for each in (NOBODY_TOLD, NOBODY_ANSWERS) if each in line.owed), "")
            found.setdefault(line.agency, set()).add(mark)
    return found


def test_a_referral_to_a_council_that_is_not_here_is_kept_and_said_to_have_reached_nobody() -> None:
    make_agencies()
    received = to_social_care("Norhavn", ada())
    assert len(received.kept) == 1
    (said,) = received.refusals
    assert (said.ref, said.grave) == ("e1", False)
    assert "no other agency here is children's social care of Norhavn" in said.reason
    assert "it stays with you" in said.reason
    assert "Did you mean “Norhaven”?" in said.reason
    assert notices().count(("hospital", Why.UNREACHED)) == 1
    assert lines(received)["hospital"] >= {NOBODY_TOLD}
    assert not {"council", "southby"} & lines(received).keys()
    assert sum(changed.unowned for changed in received.changed) > 0


def test_it_is_said_again_when_it_is_sent_again_and_nobody_is_told_twice() -> None:
    make_agencies()
    first = to_social_care("Enfold", ada())
    again = to_social_care("Enfold", ada())
    assert again.kept == ()
    assert again.refusals == first.refusals
    assert notices().count(("hospital", Why.UNREACHED)) == 1


def test_the_area_that_others_told_of_stands_in_no_answer() -> None:
    make_agencies()
    sent("view recorded", {"conclusion": "no concerns"}, {}, agency="police", child=ELSEWHERE)
    stranger = replace(ada(), area="")
    (said,) = to_social_care("", stranger).refusals
    assert "Enfold" not in said.reason
    assert "where the child is recorded to live" in said.reason


def test_what_reaches_somebody_is_said_to_nobody() -> None:
    make_agencies()
    received = to_social_care("Norhaven", ada())
    assert received.refusals == ()
    assert Why.UNREACHED not in {why for _, why in notices()}
    assert "council" in lines(received)
    assert ("council", Why.DUTY) in notices()


def test_of_several_who_are_asked_those_who_are_not_here_are_named() -> None:
    make_agencies()
    asked: dict[str, Fact] = {"to": frozenset({"police", "probation"}), "question": "what is known"}
    received = sent("information requested", asked, {"request": "q"}, agency="council", child=ada())
    (said,) = received.refusals
    assert "no other agency here is probation" in said.reason
    assert "police" not in said.reason
    assert {"police", "council"} & lines(received).keys() == {"police"}


def test_a_request_that_nobody_here_gets_stands_on_the_list_of_whoever_asks() -> None:
    make_agencies()
    asked: dict[str, Fact] = {"to": frozenset({"probation"}), "question": "what is known"}
    received = sent("information requested", asked, {"request": "q"}, agency="council", child=ada())
    assert lines(received) == {"council": {NOBODY_TOLD}}


def test_an_offer_of_the_councils_work_to_nobody_stays_its_own() -> None:
    make_agencies()
    offer: dict[str, Fact] = {"to": "children's social care", "area": "Enfold", "in writing": True}
    received = sent("hand-over offered", offer, {"hand-over": "h"}, agency="council", child=ada())
    assert received.refusals
    assert lines(received) == {"council": {NOBODY_TOLD}}


def test_what_nobody_answers_for_stands_with_whoever_began_it() -> None:
    make_agencies()
    opinion: dict[str, Fact] = {"strength": "strong concern", "by a paediatrician": True, "grounds": "sites"}
    received = sent("medical opinion", opinion, {"injury": "i"}, child=ELSEWHERE)
    assert lines(received).keys() == {"hospital"}
    assert NOBODY_ANSWERS in lines(received)["hospital"]
    assert sum(changed.unowned for changed in received.changed) > 0
    assert any(
        "No agency in this record answers for it as" in line.because
        for changed in received.changed
        for line in changed.fresh
    )


def test_it_stands_with_the_hub_of_the_childs_area_too_and_with_no_other_hub() -> None:
    from heeded.adapters.record.agencies import forget_agencies  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - as above

    make_agencies()
    make_staff()
    Practitioner.objects.filter(id__in=["manager", "southby-worker"]).update(
        roles=[str(Role.HUB_COORDINATOR)]
    )
    forget_agencies()
    received = sent("practice review started", {}, {"incident": "i"}, agency="police", child=ada())
    assert lines(received) == {"police": {NOBODY_ANSWERS}, "council": {NOBODY_ANSWERS}}
    assert ("council", Why.DUTY) in notices()


def test_what_was_delivered_and_nobody_takes_in_is_told_to_both_when_a_working_day_has_passed() -> None:
    make_agencies()
    child = child_of(to_social_care("Norhaven", ada()))
    assert ("council", "sent-referral-is-taken-in") in owed(child)
    assert ("hospital", "sent-referral-is-seen-to-arrive") in owed(child)
    pass_time(NOW + DAY // 2)
    assert not {Why.OVERDUE, Why.UNANSWERED, Why.HANDED_BACK} & {why for _, why in notices()}
    pass_time(NOW + 2 * DAY)
    told = set(notices())
    assert {("council", Why.OVERDUE), ("council", Why.UNANSWERED)} <= told
    assert {("hospital", Why.OVERDUE), ("hospital", Why.HANDED_BACK)} <= told
    assert not {agency for agency, _ in told} & {"southby", "police", "school"}


def test_once_the_council_says_that_it_has_it_nothing_is_left_of_that() -> None:
    make_agencies()
    child = child_of(to_social_care("Norhaven", ada()))
    answered = sent(
        "referral acknowledged",
        {},
        {"referral": "hospital:r"},
        agency="council",
        child=ada("c-1"),
        now=NOW + 3600,
    )
    gone = {line.finding.rule for changed in answered.changed for line in changed.gone}
    assert gone >= {"sent-referral-is-taken-in", "sent-referral-is-seen-to-arrive"}
    pass_time(NOW + 2 * DAY)
    assert Why.UNANSWERED not in {why for _, why in notices()}
    assert "sent-referral-is-taken-in" not in {rule for _, rule in owed(child, NOW + 2 * DAY)}
