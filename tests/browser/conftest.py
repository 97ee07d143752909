"""A browser, the demonstration's borough before it, and whoever sits down at it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

import pytest

from tests.browser.borough import Borough, borough
from tests.browser.program import NO_DRIVER, REMEDY, arguments, program, surroundings
from tests.browser.reader import Reader
from tests.record_fixtures import fresh

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATIENCE = 60_000
"""For how many milliseconds a page may keep a reader waiting, on a busy machine."""


class Sit(Protocol):
    """Lets somebody sit down at a browser of their own."""

    def __call__(self, practitioner: str = "", *, site: str = "", scripted: bool = False) -> Reader:
        """Who of the borough it is, signed in; without one, somebody who is not.

        Before another server's `site`, or with a browser that runs the pages' scripts, where that is said.
        """


@pytest.fixture(scope="session")
def found() -> str:
    """The path of the browser; tests are skipped where it, or what drives it, is not there."""
    if find_spec("playwright") is None:
        pytest.skip(NO_DRIVER)
    path = program()
    if path is None:
        pytest.skip(REMEDY)
    return path


@pytest.fixture(scope="session")
def told(found: str, cluster: str) -> Iterator[Borough]:
    """The borough of the demonstration, filled and served once for all journeys."""
    assert found
    with fresh(cluster) as own, borough(own) as served:
        yield served


@pytest.fixture(scope="module")
def chromium(found: str, told: Borough) -> Iterator[Browser]:
    """The browser, without a window.

    What drives it keeps an event loop going in this thread, and Django refuses to work beside one: so the
    borough is filled before, and the browser is gone when other modules' tests begin.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where the group is installed

    assert told.site
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=arguments(), env={**surroundings()})
        yield browser
        browser.close()


@pytest.fixture
def sit(chromium: Browser, told: Borough) -> Iterator[Sit]:
    """Seats for as many as a journey has; the seats are cleared at its end."""
    seats = []

    def down(practitioner: str = "", *, site: str = "", scripted: bool = False) -> Reader:
        seat = chromium.new_context(java_script_enabled=scripted, locale="en-GB", reduced_motion="reduce")
        seat.set_default_timeout(PATIENCE)
        seats.append(seat)
        reader = Reader(seat.new_page(), site or told.site, scripted=scripted)
        if practitioner:
            reader.sits_down(told.way_in(practitioner))
        return reader

    yield down
    for seat in seats:
        seat.close()
