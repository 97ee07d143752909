"""Tests that the watch over pages sees what is amiss: each fault planted on a page of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Sit
from tests.browser.program import NAMED, arguments, program
from tests.browser.reader import Reader

if TYPE_CHECKING:
    from playwright.sync_api import Route

SOUND = "<main><h1>Sound</h1><p>Fine.</p><p><a href='#end'>The end</a></p><h2 id=end>End</h2></main>"
DARK = "<style>@media (prefers-color-scheme: dark) { p { color: #333; background: #222 } }</style>"
NO_FOCUS = "<style>a:focus-visible { outline: none }</style>"
COVERED = (
    "<style>h1 { position: fixed; inset: 0; margin: 0; background: #fff }</style>"
    "<main><h1>Over all</h1><p><a href='#end'>The end</a></p><h2 id=end>End</h2></main>"
)
AMISS = {
    "image-alt": "<main><h1>A picture</h1><img src='data:,'></main>",
    "color-contrast: <p style": "<main><h1>Pale</h1><p style='color: #ccc'>Pale words</p></main>",
    "in the dark, color-contrast": f"{DARK}{SOUND}",
    "is 2008 wide where 320": f"{SOUND}<p style='width: 2000px'>Wide</p>",
    "leads to #nowhere": "<main><h1>Astray</h1><a href='#nowhere'>Nowhere</a></main>",
    "target-size": "<main><h1>Small</h1>" + "<button style='all: unset'>.</button>" * 9 + "</main>",
    "error: ": f"{SOUND}<link rel=stylesheet href='http://localhost:1/none.css'>",
    "Content Security Policy": (
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"
        f"{SOUND}<p style='top: 0'>x</p>"
    ),
}


def planted(sit: Sit, body: str) -> Reader:
    """Somebody before whom a page of ours stands at /planted."""
    page = f"<!DOCTYPE html><html lang=en><title>Planted</title><link rel=icon href='data:,'>{body}</html>"

    def answered(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html", body=page)

    reader = sit()
    reader.page.route("**/planted", answered)
    return reader


def test_a_sound_page_is_found_sound(sit: Sit) -> None:
    planted(sit, SOUND).goes("/planted")


@pytest.mark.parametrize(("said", "body"), AMISS.items())
def test_what_is_amiss_is_seen(sit: Sit, said: str, body: str) -> None:
    with pytest.raises(AssertionError, match=said):
        planted(sit, body).goes("/planted")


@pytest.mark.parametrize(("said", "body"), [("shows no focus", NO_FOCUS + SOUND), ("lies behind", COVERED)])
def test_a_focus_that_cannot_be_seen_is_no_focus(sit: Sit, said: str, body: str) -> None:
    reader = planted(sit, body)
    reader.goes("/planted")
    with pytest.raises(AssertionError, match=said):
        reader.reaches("link", "The end")


def test_what_no_key_leads_to_is_out_of_reach(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.browser.reader.STOPS", 20)
    reader = planted(sit, SOUND.replace("<a ", "<a tabindex=-1 "))
    reader.goes("/planted")
    with pytest.raises(AssertionError, match="no key leads to"):
        reader.reaches("link", "The end")


def test_the_scripts_of_a_page_do_not_run_though_axe_does(sit: Sit) -> None:
    reader = planted(sit, f"{SOUND}<script>document.title = 'ran'</script>")
    for _ in range(2):
        reader.goes("/planted")
        assert reader.page.title() == "Planted"


def test_a_page_that_is_not_answered_as_it_should_be_is_told(sit: Sit) -> None:
    with pytest.raises(AssertionError, match="was answered with 404"):
        sit().goes("/no/such/page")


def test_another_browser_can_be_named() -> None:
    assert program({NAMED: "/bin/sh"}) == "/bin/sh"
    assert program({NAMED: "no-such-program", "PATH": "/usr/bin"}) is None
    assert program({"PATH": ""}) is None
    assert "--disable-background-networking" in arguments()
