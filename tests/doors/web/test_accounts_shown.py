"""What was said and what came before, as the page of a child's record shows them."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from heeded.core.chronology.report import Described, Event
from tests.borough import at, bruised, make_agencies
from tests.casework.looking.staff import make_staff
from tests.doors.web.test_structure import faults
from tests.doors.web.visiting import opened, said, signed_in, tell


@pytest.fixture
def admin(database: str) -> Iterator[str]:
    """The administrator's connection string of a record that holds the borough's agencies and staff."""
    from heeded.bootstrap import looking  # noqa: PLC0415 - after Django is set up

    make_agencies()
    make_staff()
    yield database
    looking.recorder().close()


DAY = 86_400


def ada_told_of(admin: str) -> str:
    """Ada, bruised again, of whom two accounts and a disclosure are recorded; who she is in the record."""
    now = int(time.time())
    report = bruised(now=now)
    (ada,) = report.people
    eve = Described(ref="Eve", name="Eve Invented", adult=True)

    def event(ref: str, kind: str, when: int, keys: dict[str, str], **facts: str) -> Event:
        return Event(
            ref=ref, kind=kind, child=ada.ref, happened=at(when), told=when + 60, keys=keys, facts=facts
        )

    mark = {"injury": "hospital:old"}
    more = (
        event("old", "injury observed", now - 90 * DAY, mark, what="bruise"),
        event(
            "a",
            "explanation given",
            now - 90 * DAY,
            mark,
            speaker="Eve",
            words="she <fell>",
            mechanism="fall",
        ),
        event(
            "b", "explanation given", now - 89 * DAY, mark, speaker="Eve", words="the dog", mechanism="animal"
        ),
        event("w", "explanation weighed", now - 88 * DAY, mark, fit="implausible", grounds="there is no dog"),
        event("d", "disclosure", now - DAY, {"disclosure": "hospital:d"}, words="it hurts", speaker=ada.ref),
    )
    return tell(replace(report, people=(ada, eve), events=(*more, *report.events)), admin)


def test_the_record_shows_what_was_said_side_by_side_what_waits_and_what_came_before(admin: str) -> None:
    page = opened(signed_in("worker"), ada_told_of(admin), part="accounts")
    text = re.sub(r" (?=[:,.;”)])", "", re.sub(r"\s+", " ", said(page)))
    part = text.partition("What was said, and what came before")[2]
    assert "The same speaker named another thing that did it." in part
    whole = page.content.decode().partition("What was said, and what came before")[2]
    assert whole.index("“she &lt;fell&gt;”") < whole.index("“the dog”")
    assert "fit: implausible; grounds: there is no dog" in part
    disclosed = part.partition("what was disclosed")[2]
    assert "“it hurts”" in disclosed
    assert "Nobody has answered it." in disclosed
    assert "A decision is awaited for each of:" in disclosed
    earlier = disclosed.partition("Earlier episodes")[2]
    assert "injury hospital:old" in earlier
    assert "Nobody has recorded reading it and what it changes." in earlier
    assert faults(page.content.decode()) == []
