"""Tests of how pages are built: headings, labels, names, marks; what assistive programs go by."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

from tests.doors.web.visiting import ada_now, browser, opened, signed_in

PARTS = ("chronology", "injuries", "accounts", "access", "family", "plan", "unknown", "requests")
EMPTY = {"meta", "link", "input", "br", "hr", "img", "path", "circle"}
LABELLED = {"input", "select", "textarea"}
UNLABELLED = {"hidden", "submit", "button"}


class Page(HTMLParser):
    """A page taken apart: its marks in order, and what is wrong with how they are nested."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.marks: list[tuple[str, dict[str, str]]] = []
        self.wrong: list[str] = []
        self._open: list[str] = []
        self._wrapping: list[str] = []
        self.feed(text)
        self.wrong += [f"{each} is never closed" for each in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take down a mark, and whether a label is around it."""
        about = {name: value or "" for name, value in attrs}
        if "label" in self._open:
            about["inside a label"] = "yes"
        self.marks.append((tag, about))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what is open; anything else is wrong."""
        if tag in EMPTY:
            return
        if not self._open or self._open.pop() != tag:
            self.wrong.append(f"{tag} closed out of turn")

    def all(self, *tags: str) -> list[dict[str, str]]:
        """The attributes of every mark of these names."""
        return [about for tag, about in self.marks if tag in tags]


def faults(text: str) -> list[str]:
    """What is wrong with a page, in words."""
    page = Page(text)
    ids = [about["id"] for _, about in page.marks if "id" in about]
    wrong = [*page.wrong, *(f"the id {each} stands twice" for each in set(ids) if ids.count(each) > 1)]
    wrong += [f"the id “{each}” holds a blank" for each in ids if " " in each]
    headings = [int(tag[1]) for tag, _ in page.marks if tag in {"h1", "h2", "h3", "h4"}]
    if headings.count(1) != 1 or headings[0] != 1:
        wrong.append(f"its headings begin otherwise than with one h1: {headings}")
    steps = pairwise(headings)
    wrong += [f"a heading leaps from h{one} to h{two}" for one, two in steps if two > one + 1]
    labels = {about.get("for", "") for about in page.all("label")}
    wrong += [
        f"{tag} {about.get('name', '')} has no label"
        for tag, about in page.marks
        if tag in LABELLED
        and about.get("type") not in UNLABELLED
        and about.get("id") not in labels
        and "inside a label" not in about
    ]
    wrong += [
        f"{name} points at {each}, which is not there"
        for _, about in page.marks
        for name in ("aria-describedby", "aria-labelledby")
        for each in about.get(name, "").split()
        if each not in ids
    ]
    scripts = [
        about for _, about in page.marks if any(name.startswith("on") or name == "style" for name in about)
    ]
    wrong += [f"it carries script or style in {about}" for about in scripts]
    if page.all("html") != [{"lang": "en-gb"}] or not page.all("main") or not page.all("title"):
        wrong.append("it lacks a language, a title or its main part")
    if "#main" not in {about.get("href") for about in page.all("a")}:
        wrong.append("it has no way past the navigation")
    return wrong


def test_every_page_is_built_as_it_should_be(admin: str) -> None:
    child = ada_now(admin)
    here, officer = signed_in("worker"), signed_in("council-officer")
    draft = here.post(f"/children/{child}/record/kinds", {"kind": "injury observed"})["Location"]
    pages = {
        "sign in": browser().get("/account/login/"),
        "sign in, wrong": browser().post("/account/login/", {"login": "a@b.example", "password": "wrong"}),
        "reset": browser().get("/account/password/reset/"),
        "second factor": here.get("/account/2fa/"),
        "sign out": here.get("/account/logout/"),
        "list": here.get("/?whose=agency"),
        "empty list": here.get("/?whose=mine"),
        "purpose": here.get(f"/children/{child}"),
        "purpose, wrong": here.post(f"/children/{child}/purpose/record", {"purpose": "none"}),
        "record": opened(here, child),
        **{part: opened(here, child, part=part) for part in PARTS},
        "ring": opened(signed_in("teacher"), child),
        "glass": here.get(f"/children/{child}/break-glass"),
        "shield": here.get(f"/children/{child}/shield"),
        "shield, wrong": here.post(f"/children/{child}/shield", {"what": "address"}),
        "connected": here.get(f"/children/{child}/connected"),
        "connected, wrong": here.post(f"/children/{child}/connected", {}),
        "find": here.get("/find"),
        "found": here.post("/find", {"system": "NHS number", "value": "943 476 5919"}),
        "mistyped": here.post("/find", {"system": "NHS number", "value": "943 476 5918"}),
        "notices": here.get("/notices"),
        "kinds": here.get("/record/kinds"),
        "draft": here.get(draft),
        "draft, wrong": here.post(draft, {"day": "", "do": "send"}),
        "drafts": here.get("/drafts"),
        "nothing": here.get("/no/such/page"),
        "refused": here.get("/glasses", follow=True),
        "looks": officer.post(f"/children/{child}/purpose/looks", {"purpose": "oversight"}, follow=True),
    }
    found = {name: wrong for name, page in pages.items() if (wrong := faults(page.content.decode()))}
    assert found == {}


def test_the_watch_sees_what_is_amiss() -> None:
    page = "<html><h2>a</h2><input name=b><p id=c><p id=c></html>"
    wrong = " ".join(faults(page))
    for words in ("out of turn", "stands twice", "one h1", "has no label", "language", "navigation"):
        assert words in wrong, words
    other = " ".join(faults("<h1>a</h1><h3>b</h3><p onclick=x aria-describedby=nowhere>"))
    for words in ("p is never closed", "not there", "script or style", "leaps"):
        assert words in other, words
