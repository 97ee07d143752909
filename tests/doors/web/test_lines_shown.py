"""Lines of what is owed: the steps of one disagreement are one line, and none of them is lost."""

from __future__ import annotations

import re
import time
from dataclasses import replace

from heeded.casework.ports.duties import Owed
from heeded.casework.ports.lists import Listed
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import Event, Report
from heeded.core.evaluation.finding import Finding, Verdict
from heeded.doors.web.shown.line import matters
from tests.borough import ada, at, bruised
from tests.casework.looking.telling import send
from tests.doors.web.visiting import opened, said, signed_in, tell

DAY = 86_400
STEP, OTHER = "disagreement-step-1", "strategy-discussion-is-held"
"""A rule of the handbook that is judged by disagreement, and one that is not."""


def line(ref: str, key: str = "", agency: str = "hospital") -> Listed:
    """A line known by its id: a step of a disagreement where one is named."""
    finding = Finding(
        edition="e",
        rule=STEP if key else OTHER,
        ref="1",
        family="f",
        child="c",
        key=key,
        about="",
        trigger=ref.rstrip("+"),
        owed_by="whoever",
        verdict=Verdict.DUE,
    )
    owed = Owed(finding=finding, agency=agency, owed="Settle it", because="", cites=(), since=0)
    return Listed(id=ref, family="f", owed=owed)


def test_steps_of_one_disagreement_stand_in_the_first_of_them_and_others_for_themselves() -> None:
    lines = [line("1", "a"), line("2"), line("3", "b"), line("4", "a"), line("5"), line("6", "a")]
    found = matters([*lines, line("4+", "a", "police")])
    assert [[[each.id for each in step] for step in matter] for matter in found] == [
        [["1"], ["4", "4+"], ["6"]],
        [["2"]],
        [["3"]],
        [["5"]],
    ]


def says(agency: str, ref: str, kind: str, when: int, practitioner: str = "", **facts: Fact) -> None:
    """An agency tells the record of Ada at a moment."""
    event = Event(ref=ref, kind=kind, child="ada", happened=at(when), told=when, keys={}, facts=facts)
    event = replace(event, practitioner=practitioner)
    send(Report(id=f"{agency} {ref}", agency=agency, people=(ada(),), events=(event,)), when)


def test_a_disagreement_that_nobody_took_up_is_one_line_of_the_record(admin: str) -> None:
    now = int(time.time())
    before = now - 20 * DAY
    child = tell(bruised(now=before), admin)
    says("hospital", "o1", "medical opinion", before, "dr-okoro", strength="suspect", grounds="a hand")
    says("police", "v1", "view recorded", before + 60, "constable", conclusion="no concerns", grounds="calm")
    says("hospital", "n1", "observation recorded", now, words="seen again")
    page = opened(signed_in("manager"), child)
    owed = page.content.decode().partition('id="owed"')[2].partition("</section>")[0]
    (number,) = map(int, re.findall(r"(\d+) later steps? of the same disagreement", owed))
    (later,) = re.findall("<ol class=.lines.>(.*)</ol>", owed, re.DOTALL)
    assert number > 1
    assert later.count('<li class="line">') == number
    assert "It has gone up since. Last: " in said(page)
