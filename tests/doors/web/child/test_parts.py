"""The parts of a record as they are offered: each with what awaits somebody in it, if anything does."""

from __future__ import annotations

import re
import time

from tests.borough import bruised
from tests.casework.looking.telling import one
from tests.doors.web.child.telling import day_ago, event, told_of
from tests.doors.web.test_structure import faults
from tests.doors.web.visiting import Answer, ada_now, opened, signed_in, tell


def counts(answer: Answer) -> dict[str, str]:
    """What stands beside the name of each part, by the part."""
    page = answer.content.decode()
    assert faults(page) == []
    found = dict(re.findall(r'<span class="count" id="count-(\w+)">([^<]+)</span>', page))
    assert set(re.findall(r'aria-describedby="count-(\w+)"', page)) == set(found)
    return found


def test_a_part_says_what_awaits_somebody_in_it(admin: str) -> None:
    child = ada_now(admin)
    here = signed_in("worker")
    first = counts(opened(here, child))
    assert re.fullmatch(r"\d+ to ask", first["unknown"])
    assert set(first) == {"unknown"}
    now = int(time.time())
    calls = frozenset({"call-outs to the home"})
    asked = one(
        "information requested",
        facts={"to": frozenset({"police"}), "asks": calls},
        keys={"request": "r1"},
        now=now,
    )
    tell(asked, admin)
    injury = bruised(now=now).events[1].keys["injury"]
    clear = one(
        "view recorded",
        agency="police",
        facts={"conclusion": "no concerns"},
        keys={"injury": f"hospital:{injury}"},
        now=now,
    )
    tell(clear, admin)
    then = counts(here.get(f"/children/{child}"))
    assert then["requests"] == "1 unanswered"
    assert then["now"] == "1 open disagreement"
    assert int(then["unknown"].split()[0]) == int(first["unknown"].split()[0]) - 1
    for part in ("chronology", "injuries", "accounts", "access", "family", "plan", "unknown", "requests"):
        assert counts(here.get(f"/children/{child}/{part}")) == then


def test_nothing_stands_beside_a_part_in_which_nothing_awaits_anybody(admin: str) -> None:
    child = told_of(admin, event("v", "visit", day_ago(2)), agency="council")
    assert counts(opened(signed_in("worker"), child)) == {}
