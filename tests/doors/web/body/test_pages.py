"""The map on the pages: injuries are written down by it without script, and seen on the record."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from heeded.core.chronology.body import REGIONS, WIDE
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.chronology.when import local
from tests.borough import bruised, make_agencies
from tests.casework.looking.staff import make_staff
from tests.doors.web.test_structure import faults
from tests.doors.web.visiting import Answer, ada_now, opened, said, signed_in, tell


@pytest.fixture
def admin(database: str) -> Iterator[str]:
    """The administrator's connection string of a record that holds the borough's agencies and staff."""
    from heeded.bootstrap import looking  # noqa: PLC0415 - after Django is set up

    make_agencies()
    make_staff()
    yield database
    looking.recorder().close()


def html(answer: Answer) -> str:
    """The page as it was sent."""
    return answer.content.decode()


def bruised_at(*sites: str, database: str, **facts: Fact) -> str:
    """The hospital reports now that Ada is bruised at some sites; who she is in the record."""
    report = bruised(now=int(time.time()))
    more: dict[str, Fact] = {"sites": frozenset(sites), **facts}
    events = tuple(
        replace(each, facts={**each.facts, **more}) if each.kind == "injury observed" else each
        for each in report.events
    )
    return tell(replace(report, events=events), database)


def test_every_region_and_wide_word_has_one_box_with_a_name(admin: str) -> None:
    here = signed_in("worker")
    child = ada_now(admin)
    page = html(
        here.get(here.post(f"/children/{child}/record/kinds", {"kind": "injury observed"})["Location"])
    )
    boxes = re.findall(r'<input type="checkbox" name="fact-sites" value="([^"]+)"', page)
    assert sorted(boxes) == sorted({*WIDE, *(region.name for region in REGIONS)})
    assert page.count('<svg class="shape"') == len(REGIONS)
    assert faults(page) == []


def test_what_is_ticked_on_the_map_reaches_the_record_and_stands_on_it(admin: str) -> None:
    here = signed_in("worker")
    child = ada_now(admin)
    draft = here.post(f"/children/{child}/record/kinds", {"kind": "injury observed"})["Location"]
    day = f"{local(int(time.time())):%Y-%m-%d}"
    filled = {
        "day": day,
        "fact-what": "bruise",
        "fact-sites": ["left palm", "tongue frenulum"],
        "key-injury": "I9",
    }
    saved = here.post(draft, {**filled, "do": "save"}, follow=True)
    assert html(saved).count(" checked") == 2
    assert "It stands in the record" in said(here.post(draft, {**filled, "do": "send"}))
    page = html(opened(here, child, part="injuries"))
    assert 'aria-label="left palm: mark 1"' in page
    assert 'aria-label="tongue frenulum: mark 1"' in page
    assert faults(page) == []


def test_the_record_shows_age_mobility_and_the_prompt_with_what_it_means(admin: str) -> None:
    child = bruised_at("left cheek", database=admin, mobility="walking", length=20)
    page = said(opened(signed_in("worker"), child, part="injuries"))
    assert "Moving about: walking." in page
    assert re.search(r"Age then: 2 years \d+ months?\.", page)
    assert "a bruise on the cheek (left cheek)" in page
    for words in ("81.5% (sensitivity)", "87.6% alone", "not a diagnosis", "Unverified: a part of the study"):
        assert words in page
    assert "20 mm" in page


def test_a_site_known_roughly_is_drawn_as_such(admin: str) -> None:
    page = html(opened(signed_in("worker"), bruised_at("torso", database=admin), part="injuries"))
    assert "Within the broken lines, nobody said where: mark 1." in page
    assert 'class="marked"' not in page


def test_a_colour_is_shown_with_what_it_cannot_tell(admin: str) -> None:
    page = said(
        opened(
            signed_in("worker"),
            bruised_at("chin", database=admin, colour="yellow, a week old"),
            part="injuries",
        )
    )
    assert "No bruise can be dated by it" in page
    assert "as if they told its age. They do not." in page


def test_whoever_may_not_see_the_record_sees_no_map(admin: str) -> None:
    child = bruised_at("left cheek", database=admin)
    page = html(opened(signed_in("teacher"), child, part="injuries"))
    assert "left cheek" not in page
    assert "seen-map" not in page


@pytest.mark.parametrize(("months", "title"), [(3, "A baby"), (30, "A toddler"), (130, "An older child")])
@pytest.mark.usefixtures("admin")
def test_the_form_draws_the_figure_of_the_childs_age(months: int, title: str) -> None:
    from heeded.doors.web.recording.event_form import EventForm  # noqa: PLC0415 - after Django is set up

    form = EventForm(KINDS["injury observed"], (), months=months)
    assert f"{title}: Face" in str(form["fact-sites"])
