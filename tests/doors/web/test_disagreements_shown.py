"""Disagreements as pages show them: both answers beside each other, "I disagree", and settling from above."""

from __future__ import annotations

import html
import re
import time
from dataclasses import replace
from urllib.parse import quote

import pytest
from django.test import Client

from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import Event, Report
from tests.borough import ada, at, bruised
from tests.casework.looking.telling import send
from tests.doors.web.test_structure import faults
from tests.doors.web.visiting import opened, said, signed_in, tell

AGAINST = "the shape of a hand"
EASY = "a calm <home>"


def says(agency: str, ref: str, kind: str, practitioner: str = "", **facts: Fact) -> None:
    """An agency tells the record now what it thinks of Ada."""
    now = int(time.time())
    event = Event(ref=ref, kind=kind, child="ada", happened=at(now), told=now, keys={}, facts=facts)
    event = replace(event, practitioner=practitioner)
    send(Report(id=f"{agency} {ref}", agency=agency, people=(ada(),), events=(event,)), now)


@pytest.fixture
def child(admin: str) -> str:
    """Ada: a paediatrician suspects harm, the police see nothing."""
    found = tell(bruised(now=int(time.time())), admin)
    says("hospital", "o1", "medical opinion", "dr-okoro", strength="suspect", grounds=AGAINST)
    says("police", "v1", "view recorded", "constable", conclusion="no concerns", grounds=EASY)
    return found


def hidden(page: str, name: str) -> str:
    """What a form carries under a name."""
    (found,) = set(re.findall(rf'name="{name}" value="([^"]*)"', page))
    return html.unescape(found)


def disagreement_of(here: Client, child: str) -> str:
    """The address of the page of the one disagreement that a child's page links to."""
    page = opened(here, child).content.decode()
    (which,) = set(re.findall(rf"/children/{child}/disagreement\?which=([^\"]+)\"", page))
    return f"/children/{child}/disagreement?which={which}"


def test_neither_answer_stands_on_the_page_without_the_other(child: str) -> None:
    page = opened(signed_in("manager"), child)
    told = html.unescape(said(page))
    whole = told.partition("Where those who know the child disagree")[2].partition("What is in force")[0]
    assert "may the child be coming to harm?" in whole
    assert AGAINST in whole
    assert EASY in whole
    assert "Ada Okoro" in whole
    assert "Open, at step 1 of the ladder." in whole
    assert "Northgate Hospital" in whole.partition("What is asked for next")[2]
    events = told.partition("What came last")[2]
    of_the_police = events.partition("View recorded")[2]
    assert AGAINST in of_the_police.partition("Against it stands:")[2]
    assert EASY in events.partition("Medical opinion")[2].partition("Against it stands:")[2]
    assert faults(page.content.decode()) == []


def test_i_disagree_finds_the_other_side_from_the_entry(child: str) -> None:
    here = signed_in("manager")
    page = opened(here, child, part="chronology").content.decode()
    links = re.findall(rf'/children/{child}/disagree/([0-9a-f-]+)">([^<]+)', page)
    (entry,) = {entry for entry, words in links if "view recorded" in words}
    form = here.get(f"/children/{child}/disagree/{entry}")
    assert EASY in html.unescape(said(form))
    assert faults(form.content.decode()) == []
    address, request = f"/children/{child}/disagree/{entry}", hidden(form.content.decode(), "request")
    assert "five words" in said(here.post(address, {"grounds": "no", "request": request}))
    sent = {"grounds": "nobody has looked at her back yet", "request": request}
    assert here.post(address, sent).status_code == 302
    whole = html.unescape(said(here.get(f"/children/{child}"))).partition("What is in force")[0]
    assert "nobody has looked at her back yet" in whole
    own = signed_in("constable")
    opened(own, child)
    assert "themselves" in said(own.post(address, {**sent, "grounds": "I have thought of it again now"}))


def test_a_side_is_shown_no_way_to_settle_and_takes_none(child: str) -> None:
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - after Django is set up

    Practitioner.objects.create(
        id="sister",
        email="sister@hospital.example",
        name="Sue Sister",
        agency_id="hospital",
        roles=["team manager"],
    )
    for side in ("nurse", "sister", "constable"):
        here = signed_in(side)
        address = disagreement_of(here, child)
        page = here.get(address)
        assert "Settle it, with these reasons" not in said(page)
        assert faults(page.content.decode()) == []
        tried = here.post(address, settlement(child, address, "any"))
        assert tried.status_code == 400
        assert re.search("never resolved by one of its sides|of neither side resolves it", said(tried)), said(
            tried
        )
    assert "Open, at step 1" in said(opened(signed_in("manager"), child))


def settlement(child: str, address: str, request: str, shown: str = "") -> dict[str, str]:
    """What somebody above both sides makes of it."""
    assert quote(child) in address
    return {
        "do": "settle",
        "request": request,
        "shown": shown,
        "to_raised": "the mark that they describe is on the photographs too",
        "to_denied": "the home was calm, and that says nothing of the mark",
        "reasons": "the photographs show the mark of a grown hand",
    }


def test_somebody_above_both_settles_it_with_an_answer_to_each(child: str) -> None:
    here = signed_in("manager")
    address = disagreement_of(here, child)
    form = here.get(address).content.decode()
    assert faults(form) == []
    shown = hidden(form, "shown")
    unsaid = {**settlement(child, address, "s1", shown), "to_denied": ""}
    assert here.post(address, unsaid).status_code == 400
    late = settlement(child, address, "s2", shown.split()[0])
    assert "an answer came in since" in said(here.post(address, late))
    done = here.post(address, settlement(child, address, "s3", shown))
    assert done.status_code == 302, said(done)
    whole = html.unescape(said(here.get(f"/children/{child}/plan"))).partition("Where those who")[2]
    assert "Settled." in whole
    assert AGAINST in whole
    assert "the home was calm, and that says nothing of the mark" in whole
    assert "disagreement-step" not in whole
