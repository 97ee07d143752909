"""Somebody who follows the links of pages until each kind that they lead to has been looked at."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

if TYPE_CHECKING:
    from tests.browser.reader import Reader

AREA = "web:"
EACH = 1
"""How many pages of one kind are looked at by one reader after another, together."""


def named(path: str) -> str:
    """The name of the page at a path, within the namespace of the workspace; empty for what is none of it."""
    try:
        found = resolve(path).view_name
    except Resolver404:
        return ""
    return found.removeprefix(AREA) if found.startswith(AREA) else ""


def crawl(reader: Reader, begin: str, passed_by: frozenset[str], met: dict[str, int]) -> list[str]:
    """Look at the pages to which links lead from a path; what is wrong with them, page by page.

    `passed_by` names what is not asked for. `met` counts the pages of each kind that were looked at, by this
    reader and by those before, and is added to.
    """
    wrong, seen, ahead = [], {begin}, deque([begin])
    while ahead:
        path = ahead.popleft()
        kind = named(urlsplit(path).path)
        if met.get(kind, 0) >= EACH:
            continue
        answer = reader.page.goto(f"{reader.site}{path}")
        arrived = named(urlsplit(reader.page.url).path)
        if answer is None or answer.status != 200:
            wrong.append(f"{path} was answered with {answer and answer.status}")
            continue
        met[arrived] = met.get(arrived, 0) + 1
        wrong += [f"{path}: {said}" for said in reader.amiss()]
        for each in _ways_on(reader):
            if each not in seen and named(urlsplit(each).path) not in {"", *passed_by}:
                seen.add(each)
                ahead.append(each)
    return wrong


def _ways_on(reader: Reader) -> list[str]:
    """The addresses on the same site to which the page's links lead, without their places in a page."""
    there: list[str] = reader.page.locator("a[href]").evaluate_all(
        "all => all.map(each => new URL(each.getAttribute('href'), location.href))"
        ".filter(each => each.origin === location.origin)"
        ".map(each => each.pathname + each.search)"
    )
    return list(dict.fromkeys(there))
