"""A long list of a long record: a few of it stand on the page, and all of it is one link away."""

from __future__ import annotations

import re
import time
from dataclasses import replace

from heeded.core.chronology.report import Event, Report
from tests.borough import ada, at, bruised
from tests.casework.looking.telling import send
from tests.doors.web.visiting import opened, said, signed_in, tell

DAY = 86_400
INJURIES = 20


def test_of_many_injuries_the_latest_stand_on_the_page_and_all_are_one_link_away(admin: str) -> None:
    now = int(time.time())
    child = tell(bruised(now=now - 60 * DAY), admin)
    more_injuries(now)
    doctor = signed_in("dr-okoro")
    page = opened(doctor, child, part="injuries")
    assert len(articles(page.content)) < INJURIES
    assert f"of {INJURIES + 1}." in said(page)
    (way,) = re.findall(r'href="(\?[^"]*show=all[^"]*)"', page.content.decode())
    whole = doctor.get(f"/children/{child}/injuries{way}")
    assert len(articles(whole.content)) == INJURIES + 1
    assert articles(whole.content)[: len(articles(page.content))] == articles(page.content)
    assert "show=all" not in whole.content.decode()


def test_a_page_that_would_leave_little_out_leaves_nothing_out(admin: str) -> None:
    now = int(time.time())
    child = tell(bruised(now=now - 60 * DAY), admin)
    page = opened(signed_in("dr-okoro"), child, part="injuries")
    assert len(articles(page.content)) == 1
    assert "show=all" not in page.content.decode()


def more_injuries(now: int) -> None:
    """The hospital tells of an injury a day."""
    events = tuple(
        Event(
            ref=f"mark-{number}",
            kind="injury observed",
            child="ada",
            happened=at(now - number * DAY),
            told=now - number * DAY,
            keys={"injury": f"many-{number}"},
            facts={"what": "bruise", "sites": frozenset({"shin"})},
        )
        for number in range(1, INJURIES + 1)
    )
    events = tuple(replace(event, practitioner="dr-okoro") for event in events)
    send(Report(id="many", agency="hospital", people=(ada(),), events=events), now)


def articles(content: bytes) -> list[str]:
    """The injuries that a page tells of one by one."""
    return re.findall(r'<article class="entry" aria-labelledby="injury-([^"]+)"', content.decode())
