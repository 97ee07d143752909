"""Tests that no shielded address leaves the record by any door, to anybody (trust.md, A7).

`HEEDED_CANARIES=1000` seeds so many; the suite seeds a few.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from heeded.bootstrap.settings_names import ADMIN_URL
from heeded.doors.api.scope import Scope
from heeded.doors.cli import main
from tests.borough import AGENCIES
from tests.casework.looking.staff import STAFF
from tests.casework.looking.telling import rows
from tests.doors.api.callers import bearer, caller
from tests.doors.crawl.crawler import crawl_api, crawl_pages, found, pages
from tests.doors.crawl.seeded import Canary, seed
from tests.doors.web.conftest import admin
from tests.doors.web.visiting import signed_in

__all__ = ["admin"]

COUNT = int(os.environ.get("HEEDED_CANARIES", "2"))
EACH_ROLE = "worker council-officer council-lead records nurse southby-worker auditor administrator".split()
LEAVING = ("notice", "delivery", "look", "glass", "passed_on", "seen", "acknowledgement", "wake")


@pytest.fixture
def canaries(admin: str) -> list[Canary]:
    """Shielded children, and their addresses' words."""
    return seed(admin, COUNT)


def _names(admin: str, canary: Canary) -> list[str]:
    """Names of lines and entries about a child, with which addresses are filled."""
    lines = rows(admin, "SELECT id FROM record.duty WHERE person = %s LIMIT 1", canary.child)
    entries = rows(
        admin,
        "SELECT entry.id FROM record.entry JOIN record.subject ON subject.id = subject"
        " WHERE person = %s ORDER BY index DESC LIMIT 1",
        canary.child,
    )
    return [str(each) for (each,) in (*lines, *entries)]


def test_the_canaries_are_in_the_record(admin: str, canaries: list[Canary]) -> None:
    held = repr(rows(admin, "SELECT facts, keys FROM record.entry") + rows(admin, "TABLE record.address"))
    assert all(canary.word in held for canary in canaries)


def test_the_crawl_finds_what_is_not_shielded(admin: str) -> None:
    (canary,) = seed(admin, 1, shielded=False)
    names = _names(admin, canary)
    assert found(crawl_pages(signed_in("nurse"), canary, names), [canary])
    headers = bearer("hospital", *map(str, Scope))
    assert found(crawl_api(caller(), canary, names, headers), [canary])


def test_no_page_shows_a_shielded_address_to_anybody(admin: str, canaries: list[Canary]) -> None:
    assert any("children/<uuid:child>" in page for page in pages())
    asked = 0
    for number, name in enumerate(EACH_ROLE if len(canaries) <= 4 else [each[0] for each in STAFF]):
        browser = signed_in(name)
        for canary in canaries[number % 4 :: 4] if len(canaries) > 4 else canaries[:1]:
            answers = list(crawl_pages(browser, canary, _names(admin, canary)))
            asked += len(answers)
            assert found(answers, canaries) == [], name
    assert asked > 100


def test_no_answer_of_the_api_tells_it(admin: str, canaries: list[Canary]) -> None:
    asked = 0
    for agency, *_ in AGENCIES:
        headers = bearer(agency, *map(str, Scope))
        for canary in canaries[:1] if len(canaries) <= 4 else canaries[:250]:
            answers = list(crawl_api(caller(), canary, _names(admin, canary), headers))
            asked += len(answers)
            assert found(answers, canaries) == [], agency
    assert asked > 100


def logs(folder: Path) -> list[Path]:
    """The logs below a folder in which other tests make and take away databases meanwhile."""
    named = [Path(place) / name for place, _, names in os.walk(folder) for name in names]
    return [file for file in named if file.name.endswith("log") and file.is_file()]


def test_nothing_that_is_sent_queued_logged_or_printed_tells_it(
    admin: str, canaries: list[Canary], deployment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ADMIN_URL, admin)
    told = [(table, repr(rows(admin, f"TABLE record.{table}")).encode()) for table in LEAVING]
    told += [("jobs", repr(rows(admin, "TABLE public.procrastinate_jobs")).encode())]
    told += [(log.name, log.read_bytes()) for log in logs(deployment)]
    for words in (
        ("retention", "due", "hospital", "--all"),
        ("worklist", "rebuild"),
        ("retention", "due", "x"),
    ):
        printed = CliRunner().invoke(main, list(words), prog_name="heeded")
        told.append((" ".join(words), printed.output.encode()))
    assert all(content for name, content in told if name.startswith("retention"))
    assert found(told, canaries) == []
