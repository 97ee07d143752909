"""Tests of the page on which somebody says that they are away, and who covers."""

from __future__ import annotations

from datetime import date, timedelta

from tests.casework.looking.telling import rows
from tests.doors.web.visiting import said, signed_in

TODAY = date.today()  # noqa: DTZ011 - the borough's own day, as a form sends it


def arranged(
    by: str = "colleague", last: date = TODAY + timedelta(days=7), absent: str = "worker"
) -> dict[str, str]:
    """What the form sends."""
    return {"absent": absent, "first": TODAY.isoformat(), "last": last.isoformat(), "by": by}


def test_somebody_who_is_away_says_who_covers_and_both_see_it(admin: str) -> None:
    answer = signed_in("worker").post("/cover", arranged(), follow=True)
    assert "It is arranged" in said(answer)
    assert "You (Wanda Worker)" in said(answer)
    assert "You (Colin Colleague)" in said(signed_in("colleague").get("/cover"))
    ((since, until),) = rows(admin, "SELECT since, until FROM record.cover")
    assert until - since >= 7 * 24 * 3600


def test_cover_that_ends_before_it_begins_is_refused_in_words(admin: str) -> None:
    answer = signed_in("worker").post("/cover", arranged(last=TODAY - timedelta(days=2)))
    assert answer.status_code == 400
    assert "Cover ends after it begins" in said(answer)
    assert rows(admin, "SELECT 1 FROM record.cover") == []


def test_nobody_but_a_manager_says_that_another_is_away(admin: str) -> None:
    assert signed_in("worker").post("/cover", arranged(by="stranger", absent="colleague")).status_code == 400
    assert rows(admin, "SELECT 1 FROM record.cover") == []
    assert "It is arranged" in said(signed_in("manager").post("/cover", arranged(), follow=True))
