"""Everyone who may have been there, as the page of a child's record shows them."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from heeded.core.chronology.entry import Fact
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


def ada_at_home(admin: str) -> str:
    """Ada, bruised, lives with Eve and Finn, who was arrested before; who she is in the record."""
    now = int(time.time())
    report = bruised(now=now)
    (ada,) = report.people
    adults = tuple(Described(ref=name, name=f"{name} Invented", adult=True) for name in ("Eve", "Finn"))

    def event(ref: str, kind: str, when: int, **facts: Fact) -> Event:
        return Event(ref=ref, kind=kind, child=ada.ref, happened=at(when), told=when + 60, facts=facts)

    more = (
        *(
            event(f"in-{who}", "household joined", now - 90_000, person=who, household="home")
            for who in (ada.ref, "Eve", "Finn")
        ),
        event("arrest", "arrest", now - 60_000, person="Finn"),
        event("well", "seen well", now - 50_000, how="examined undressed"),
        event(
            "weighed",
            "possible source considered",
            now - 600,
            person="Eve",
            finding="remains possible",
            evidence="she was at home that night",
        ),
        event(
            "taken",
            "assumption recorded",
            now - 40_000,
            words="Finn is on remand",
            condition="person in custody",
            person="Finn",
        ),
        event(
            "promised",
            "assumption recorded",
            now - 39_000,
            words="she is examined by then",
            condition="medical takes place",
            **{"last day": date(2099, 3, 5)},
        ),
    )
    return tell(replace(report, people=(ada, *adults), events=(*more, *report.events)), admin)


def test_the_record_shows_who_may_have_been_there_and_what_decisions_rest_on(admin: str) -> None:
    worker, child = signed_in("worker"), ada_at_home(admin)
    page = opened(worker, child, part="access")
    text = re.sub(r" (?=[:,.;”)])", "", re.sub(r"\s+", " ", said(page)))
    part = text.partition("Everyone who may have been there")[2]
    eve, finn = part.partition("Eve Invented")[2], part.partition("Finn Invented")[2]
    assert "Weighed: remains possible" in eve[:600]
    assert "“she was at home that night”" in eve[:600]
    assert "Recorded as away: custody" in finn[:600]
    assert "Could not have been there, by that record." in finn[:700]
    assert "Nobody has weighed the evidence about this person." in finn[:800]
    assert "Somebody whom nobody recorded." in part
    assert faults(page.content.decode()) == []
    page = opened(worker, child, part="plan")
    part = re.sub(r" (?=[:,.;”)])", "", said(page)).partition("What decisions rest on")[2]
    assert "Person in custody (Finn Invented): “Finn is on remand”" in part
    assert "Speaks against it: injury observed" in part
    assert "Medical takes place: “she is examined by then”. By the end of 5 March 2099." in part
    assert faults(page.content.decode()) == []


def test_a_record_too_long_to_be_read_at_once_says_so(admin: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["heeded.casework.looking.open_record"], "WHOLE", 2)
    page = opened(signed_in("worker"), ada_at_home(admin))
    assert "what it took in last is left out" in said(page)
    assert faults(page.content.decode()) == []
