"""What a shield holds back is nowhere on the pages that draw: not in a drawing, title, label, table, list."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from django.test import Client

from heeded.core.chronology.report import Described
from tests.borough import ada
from tests.casework.looking.telling import rows
from tests.doors.web.child.telling import DAY, event, referred, report_of
from tests.doors.web.visiting import opened, said, signed_in, tell

PLACE = "14 Hazelwood Close"
NAME = "Finnegan"
SHOWN = ("family", "access", "chronology", "injuries", "accounts")
"""The parts that draw, or that name people beside a drawing."""


@pytest.fixture
def child(admin: str) -> str:
    """Ada, who fled from Finnegan with her mother: he was in custody, and words give their place away."""
    now = int(time.time())
    people = (
        Described(ref="Eve", name="Eve Invented", adult=True),
        Described(ref=NAME, name=f"{NAME} Invented", adult=True, sex="male"),
    )
    events = (
        *(
            event(f"in-{who}", "household joined", now - 90 * DAY, person=who, household="home")
            for who in ("ada", "Eve", NAME)
        ),
        event("out", "household left", now - 20 * DAY, person=NAME, household="home"),
        event("away", "whereabouts", now - 20 * DAY, person=NAME, place="custody"),
        event("visits", "access began", now - 10 * DAY, person=NAME),
        event("father", "relationship recorded", now - DAY, person=NAME, to="ada", relation="father"),
        event("mother", "relationship recorded", now - DAY, person="Eve", to="ada", relation="mother"),
        event(
            "hurt",
            "injury observed",
            now - 30 * DAY,
            keys={"injury": "I1"},
            what="bruise",
            seen_by=f"at {PLACE}",
        ),
        event(
            "said",
            "explanation given",
            now - 29 * DAY,
            keys={"injury": "I1"},
            speaker=NAME,
            words=f"she fell at {PLACE}",
        ),
        referred(),
    )
    report = report_of(*events, people=people)
    there = replace(ada(), address=f"{PLACE}, Norhaven", postcode="NR9 4QX")
    return tell(replace(report, people=(there, *people)), admin)


@pytest.fixture
def worker(child: str) -> Client:
    """A social worker who has said why she looks."""
    made = signed_in("worker")
    assert opened(made, child).status_code == 200
    return made


def shielded(here: Client, child: str, person: str, what: str) -> None:
    told = {"person": person, "what": what, "reason": "He has said that he will find them"}
    assert "It is shielded from now on" in said(here.post(f"/children/{child}/shield", told, follow=True))


def sources(here: Client, child: str) -> dict[str, str]:
    """Everything that each part sends to a browser: text, drawing, titles, labels, addresses."""
    found = {part: here.get(f"/children/{child}/{part}") for part in SHOWN}
    assert {answer.status_code for answer in found.values()} == {200}
    return {part: answer.content.decode() for part, answer in found.items()}


def person(admin: str, name: str) -> str:
    ((id_,),) = rows(admin, "SELECT id FROM record.person WHERE name LIKE %s", f"{name}%")
    return str(id_)


def test_without_a_shield_name_and_place_are_there_so_that_these_tests_can_fail(
    worker: Client, child: str
) -> None:
    pages = sources(worker, child)
    assert all(NAME in page for page in pages.values() if page is not pages["injuries"])
    assert PLACE in pages["accounts"]
    assert PLACE in pages["injuries"]
    assert "custody" in pages["access"]


def test_a_shielded_address_is_in_nothing_that_is_sent(admin: str, worker: Client, child: str) -> None:
    shielded(worker, child, child, "address")
    assert admin
    for part, page in sources(worker, child).items():
        assert "hazelwood" not in page.lower(), part
        assert "NR9" not in page, part


def test_the_name_of_a_shielded_adult_is_in_nothing_that_is_sent_and_they_are_drawn_all_the_same(
    admin: str, worker: Client, child: str
) -> None:
    before = sources(worker, child)["family"].count('class="drawn-sign"')
    shielded(worker, child, person(admin, NAME), "identity")
    pages = sources(worker, child)
    for part, page in pages.items():
        assert NAME.lower() not in page.lower(), part
    assert pages["family"].count('class="drawn-sign"') == before


def test_where_a_shielded_adult_is_stands_nowhere(admin: str, worker: Client, child: str) -> None:
    shielded(worker, child, person(admin, NAME), "whereabouts")
    for part, page in sources(worker, child).items():
        assert "custody" not in page, part
