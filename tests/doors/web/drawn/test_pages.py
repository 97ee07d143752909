"""The drawings on the pages of a child's record: what they hold, whom they keep back, and their tables."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import Described, Event
from tests.borough import at, bruised, make_agencies
from tests.casework.looking.staff import make_staff
from tests.casework.looking.telling import one
from tests.doors.web.test_structure import faults
from tests.doors.web.visiting import opened, said, signed_in, tell

DAY = 86_400


@pytest.fixture
def admin(database: str) -> Iterator[str]:
    """The administrator's connection string of a record that holds the borough's agencies and staff."""
    from heeded.bootstrap import looking  # noqa: PLC0415 - after Django is set up

    make_agencies()
    make_staff()
    yield database
    looking.recorder().close()


def ada_and_hers(admin: str) -> str:
    """Ada lives with Eve, her mother; Finn, who left, is alleged to be her father; Greta has access."""
    now = int(time.time())
    report = bruised(now=now)
    (ada,) = report.people
    sexes = {"Eve": "F", "Finn": "male", "Greta": ""}
    adults = tuple(
        Described(ref=who, name=f"{who} Invented", adult=True, sex=sex) for who, sex in sexes.items()
    )

    def event(ref: str, kind: str, when: int, **facts: Fact) -> Event:
        return Event(ref=ref, kind=kind, child=ada.ref, happened=at(when), told=now - 60, facts=facts)

    more = (
        *(
            event(f"in-{who}", "household joined", now - 90 * DAY, person=who, household="home")
            for who in (ada.ref, "Eve", "Finn")
        ),
        event("out", "household left", now - 10 * DAY, person="Finn", household="home"),
        event("visits", "access began", now - 30 * DAY, person="Greta"),
        event("mother", "relationship recorded", now - DAY, person="Eve", to=ada.ref, relation="mother"),
        event(
            "father",
            "relationship recorded",
            now - DAY,
            person="Finn",
            to=ada.ref,
            relation="father",
            alleged=True,
        ),
    )
    whole = replace(
        report,
        people=(replace(ada, born=date(2021, 3, 2)), *adults),
        events=(*report.events, *more),
    )
    return tell(whole, admin)


def drawn(page: str) -> str:
    """The drawing on a page."""
    found = re.search(r'<div class="drawing".*?</svg>', page, re.DOTALL)
    assert found is not None
    return found[0]


def test_the_family_is_drawn_with_what_is_recorded_and_said_in_tables(admin: str) -> None:
    child = ada_and_hers(admin)
    made = signed_in("dr-okoro")
    opened(made, child)
    answer = made.get(f"/children/{child}/family")
    page, words = answer.content.decode(), said(answer)
    assert answer.status_code == 200, words
    assert faults(page) == []
    drawing = drawn(page)
    assert all(f">{who}" in drawing for who in ("Eve", "Finn", "Greta"))
    assert "drawn-broken" in drawing
    assert 'role="img"' in drawing
    assert "Finn Invented is father of" in words
    assert "alleged, not established" in words
    assert "lives there since" in words
    assert "style=" not in drawing


def test_a_drawing_says_what_it_leaves_out_and_what_it_draws_in_doubt(admin: str) -> None:
    child = ada_and_hers(admin)
    made = signed_in("dr-okoro")
    opened(made, child)
    before = said(made.get(f"/children/{child}/family"))
    assert "1 relationship is in doubt" in before
    assert "contradict" not in before
    turned = one(
        "relationship recorded",
        people=(Described(ref="Eve", name="Eve Invented", adult=True),),
        agency="hospital",
        facts={"person": "ada", "to": "Eve", "relation": "mother"},
        now=int(time.time()),
    )
    tell(turned, admin)
    answer = made.get(f"/children/{child}/family")
    words = said(answer)
    assert "is not drawn: it contradicts the others" in words
    assert "Ada Invented is mother of" in words
    assert faults(answer.content.decode()) == []


def test_the_family_of_another_day_is_of_that_day(admin: str) -> None:
    child = ada_and_hers(admin)
    made = signed_in("dr-okoro")
    opened(made, child)
    before = date.fromtimestamp(time.time() - 20 * DAY).isoformat()  # noqa: DTZ012 - a day of the record
    then = said(made.get(f"/children/{child}/family", {"on": before}))
    today = said(made.get(f"/children/{child}/family"))
    assert then.count("lives there since") == 2
    assert today.count("lives there since") == 1
    for strange in ("tomorrow", "0001-01-01", "9999-12-31"):
        assert made.get(f"/children/{child}/family", {"on": strange}).status_code == 200


def test_who_could_be_with_the_child_is_drawn_against_the_injury_and_leads_to_entries(admin: str) -> None:
    child = ada_and_hers(admin)
    made = signed_in("dr-okoro")
    opened(made, child)
    answer = made.get(f"/children/{child}/access")
    page, words = answer.content.decode(), said(answer)
    assert faults(page) == []
    drawing = drawn(page)
    assert 'role="group"' in drawing
    assert all(style in drawing for style in ("drawn-lived", "drawn-access", "drawn-window", "drawn-unsaid"))
    assert "Had access" in words
    links = re.findall(rf'href="(/children/{child}/chronology/[0-9a-f-]+)#entry-', drawing)
    assert links
    assert all(made.get(link).status_code == 200 for link in set(links))
    assert "likely" not in words.replace("likely source", "")


def test_nothing_is_drawn_for_who_has_no_standing_or_has_not_said_why_they_look(admin: str) -> None:
    child = ada_and_hers(admin)
    unasked = signed_in("dr-okoro").get(f"/children/{child}/family")
    stranger = signed_in("teacher")
    opened(stranger, child)
    for part in ("family", "access"):
        assert b"Finn" not in stranger.get(f"/children/{child}/{part}").content
    assert b"Finn" not in unasked.content


def test_who_may_be_kin_is_suggested_in_words_with_what_suggests_it_and_is_written_by_a_person(
    admin: str,
) -> None:
    child = ada_and_hers(admin)
    made = signed_in("dr-okoro")
    opened(made, child)
    now = int(time.time())
    ben = Described(ref="Ben", name="Ben Invented", born=date(2019, 4, 5))
    eve = Described(ref="Eve", name="Eve Invented", adult=True)
    of_ben = {"person": "Eve", "to": "Ben", "relation": "mother"}
    told = {"agency": "hospital", "people": (ben, eve), "now": now}
    tell(one("relationship recorded", facts=of_ben, **told), admin)  # type: ignore[arg-type]
    lives = {"person": "Ben", "household": "home"}
    tell(one("household joined", facts=lives, name="in-Ben", **told), admin)  # type: ignore[arg-type]
    answer = made.get(f"/children/{child}/family")
    page, words = answer.content.decode(), said(answer)
    assert faults(page) == []
    assert "Ada Invented may be sibling of Ben Invented." in words
    assert "one parent in common" in words
    assert "Eve Invented is mother of Ben Invented, " in words
    assert "Ben Invented is sibling" not in words
    begun = made.post(f"/children/{child}/record/kinds", {"kind": "relationship recorded"})
    assert begun.status_code == 302
    assert begun["Location"].startswith("/drafts/")
    siblings = {"person": "Ben", "to": "ada", "relation": "sibling"}
    tell(one("relationship recorded", facts=siblings, name="kin", **told), admin)  # type: ignore[arg-type]
    after = said(made.get(f"/children/{child}/family"))
    assert "may be sibling" not in after
    assert "Ben Invented is sibling of Ada Invented" in after
