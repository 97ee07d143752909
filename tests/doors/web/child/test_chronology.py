"""The chronology on its page: drawn in lanes, as known then, page by page, and what is not witnessed yet."""

from __future__ import annotations

import re
import time
from html import unescape

import pytest
from django.test import Client

from heeded.bootstrap.running.standing import Stands
from heeded.core.chronology.report import Event
from heeded.core.chronology.when import local
from tests.casework.looking.telling import rows
from tests.doors.web.child.telling import DAY, day_ago, event, referred, told_of
from tests.doors.web.test_structure import faults
from tests.doors.web.visiting import ada_now, opened, said, signed_in


def text_of(here: Client, path: str) -> str:
    answer = here.get(path)
    assert answer.status_code == 200, said(answer)
    return answer.content.decode()


def kinds(page: str) -> list[str]:
    """The kinds of event of a page's list, in its order."""
    return re.findall(r'<li id="entry-.*?<h3>([^<]+?)(?: <strong|</h3>)', page, re.DOTALL)


def marks(page: str) -> dict[str, str]:
    """Where each mark of the drawing leads, by what it says."""
    drawing = page.partition('<div class="drawing"')[2].partition("</svg>")[0]
    return {
        unescape(label): unescape(to)
        for to, label in re.findall(r'<a href="([^"]+)" aria-label="([^"]+)"', drawing)
    }


def test_the_drawing_has_a_lane_an_agency_and_each_mark_leads_to_its_entry(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("worker")
    opened(here, child)
    page = text_of(here, f"/children/{child}/chronology")
    assert faults(page) == []
    found = marks(page)
    assert sorted(label.partition(", ")[0] for label in found) == [
        "Northgate Hospital: hospital attendance",
        "Northgate Hospital: injury observed",
        "Northgate Hospital: medical opinion",
        "Northgate Hospital: referral made",
    ]
    for address in found.values():
        path, _, name = address.partition("#")
        assert f'id="{name}"' in text_of(here, path)


def test_a_mark_of_what_is_narrowed_leads_to_its_entry_among_the_same(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("worker")
    opened(here, child)
    page = text_of(here, f"/children/{child}/chronology?kind=injury+observed")
    ((label, address),) = marks(page).items()
    assert "injury observed" in label
    assert "?kind=injury+observed#entry-" in address
    assert kinds(text_of(here, address.partition("#")[0])) == ["Injury observed"]


def late(admin: str) -> str:
    """Ada is seen three times, and each is told a day later."""
    return told_of(
        admin,
        *(
            event(f"v{days}", "visit", day_ago(days), told=day_ago(days - 1), purpose=words)
            for days, words in ((9, "first"), (6, "second"), (3, "third"))
        ),
        referred(),
    )


def test_the_slider_goes_through_what_came_to_be_known_moment_by_moment(admin: str) -> None:
    child = late(admin)
    here = signed_in("worker")
    opened(here, child)
    shown = []
    for step in range(4):
        page = text_of(here, f"/children/{child}/chronology?step={step}")
        assert f'name="step" min="0" max="3" value="{step}"' in page
        assert ("The moment before" in page, "The next moment" in page) == (step > 0, step < 3)
        shown.append(kinds(page))
    assert shown == [["Visit"], ["Visit"] * 2, ["Visit"] * 3, ["Referral made", "Visit", "Visit", "Visit"]]
    beyond = text_of(here, f"/children/{child}/chronology?step=99")
    assert 'max="3" value="3"' in beyond


def test_by_the_end_of_a_day_nothing_is_there_that_was_told_later_and_the_line_stands_on_it(
    admin: str,
) -> None:
    child = late(admin)
    here = signed_in("worker")
    opened(here, child)
    day = f"{local(day_ago(6)):%Y-%m-%d}"
    page = text_of(here, f"/children/{child}/chronology?on={day}")
    assert kinds(page) == ["Visit"]
    assert "drawn-known" in page
    assert "drawn-known" not in text_of(here, f"/children/{child}/chronology")
    assert len(marks(page)) == 1


def long_record(admin: str, entries: int) -> str:
    """Ada, of whom so many visits are told."""
    visits: list[Event] = [
        event(f"v{number}", "visit", day_ago(2) - number * DAY) for number in range(entries - 1)
    ]
    return told_of(admin, *visits, referred(day_ago(1)))


def pages(here: Client, address: str, link: str = "next") -> list[str]:
    """Every page from an address on, by its link to the next."""
    found: list[str] = []
    while address and len(found) < 40:
        page = text_of(here, address)
        found.append(page)
        more = re.search(rf'<a rel="{link}" href="([^"]+)"', page)
        address = unescape(more[1]) if more else ""
    return found


def entries(page: str) -> list[str]:
    return re.findall(r'<li id="entry-([0-9a-f-]+)"', page)


def test_a_record_of_more_than_500_entries_is_reached_page_by_page_and_by_every_link_of_its_drawing(
    admin: str,
) -> None:
    child = long_record(admin, 530)
    here = signed_in("worker")
    opened(here, child)
    found = pages(here, f"/children/{child}/chronology")
    seen = [entry for page in found for entry in entries(page)]
    held = {str(id_) for (id_,) in rows(admin, "SELECT id FROM record.entry")}
    assert len(seen) == len(set(seen)) == 530
    assert set(seen) == held
    back = pages(here, f"/children/{child}/chronology/{seen[-1]}", "prev")
    assert [entries(page) for page in reversed(back)] == [entries(page) for page in found]
    links = marks(found[0])
    assert any(link.partition("#entry-")[2] not in entries(found[0]) for link in links.values())
    for link in list(links.values())[:: max(1, len(links) // 8)]:
        path, _, name = link.partition("#")
        assert f'id="{name}"' in text_of(here, path), link


def test_an_entry_beyond_the_first_page_is_found_in_its_place_by_its_own_address(admin: str) -> None:
    child = long_record(admin, 100)
    here = signed_in("worker")
    opened(here, child)
    found = pages(here, f"/children/{child}/chronology")
    last = entries(found[-1])[-1]
    page = text_of(here, f"/children/{child}/chronology/{last}")
    assert entries(page) == entries(found[-1])
    assert "81 to 100 of 100" in said(here.get(f"/children/{child}/chronology/{last}"))


def test_what_witnesses_have_not_signed_yet_is_marked_so_and_nothing_where_nobody_witnesses(
    admin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from heeded.doors.web.child.parts import chronology  # noqa: PLC0415 - after Django is set up

    child = ada_now(admin)
    here = signed_in("worker")
    opened(here, child)
    (first, *rest) = sorted(index for (index,) in rows(admin, "SELECT index FROM record.entry"))
    assert rest
    address = f"/children/{child}/chronology"
    assert "not yet witnessed outside" not in text_of(here, address)
    monkeypatch.setattr(chronology, "stands", lambda _now: Stands(witnessed_to=first + 1))
    assert text_of(here, address).count("not yet witnessed outside") == len(rest)
    monkeypatch.setattr(chronology, "stands", lambda _now: Stands(witnessed_to=max(rest) + 1))
    assert "not yet witnessed outside" not in text_of(here, address)


def test_lanes_say_who_wrote_who_knew_and_who_was_not_told(admin: str) -> None:
    child = late(admin)
    told_of(
        admin, event("n", "police notice", day_ago(1), told=int(time.time()) - 60), agency="police", name="p1"
    )
    text = said(opened(signed_in("worker"), child, part="chronology"))
    lanes = text.partition("Who knew, and when")[2]
    assert "wrote it" in lanes
    assert "with this look" in lanes
    assert "not told" in lanes
