"""Whether a page is sound: to axe in light and dark, at three widths, in what its links and browser say."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

WIDTHS = (320, 768, 1280)
"""In CSS pixels: a telephone, or 400 % on a desk; a tablet; a desk."""
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""The rules of axe that a page must keep: WCAG 2.2 at AA, and what axe counts as good practice."""
BY_COLOUR = ("color-contrast", "link-in-text-block")
"""The rules of axe whose answer is another in the dark."""
_OPEN = "() => document.querySelectorAll('details').forEach(each => each.open = true)"
_BREADTH = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
_ASTRAY = """() => [...document.querySelectorAll('a[href^="#"]')]
  .map(each => each.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))"""


def faults(page: Page, inner: CDPSession) -> list[str]:
    """What is wrong with a page as it stands, with everything on it opened, in words.

    Scripts must be able to run meanwhile; those of the page itself have had their turn, or never get one.
    """
    page.evaluate(_OPEN)
    wrong = _by_axe(inner, {"type": "tag", "values": RULES})
    page.emulate_media(color_scheme="dark")
    wrong += [f"in the dark, {said}" for said in _by_axe(inner, {"type": "rule", "values": BY_COLOUR})]
    page.emulate_media(color_scheme="light")
    wrong += [f"a link leads to #{name}, which is not there" for name in page.evaluate(_ASTRAY)]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        whole, seen = page.evaluate(_BREADTH)
        if whole > seen:
            wrong.append(f"it is {whole} wide where {seen} are seen: {_widest(page, seen)}")
    return wrong


def _by_axe(inner: CDPSession, asked: Mapping[str, object]) -> list[str]:
    """What axe finds by some of its rules, and where; it is put in past the page's policy on scripts."""
    from axe_playwright_python.base import AXE_SCRIPT  # noqa: PLC0415 - only where the group is installed

    options = json.dumps({"runOnly": asked, "resultTypes": ["violations"], "preload": False})
    run = f"axe.run(document, {options}).then(found => JSON.stringify(found.violations))"
    inner.send("Runtime.evaluate", {"expression": AXE_SCRIPT})
    told = inner.send("Runtime.evaluate", {"expression": run, "awaitPromise": True})
    if "exceptionDetails" in told:
        raise RuntimeError(f"axe could not look at the page: {told['exceptionDetails']}")
    return [
        f"{found['id']}: {node['html'][:200]} – {node['failureSummary']}"
        for found in json.loads(told["result"]["value"])
        for node in found["nodes"]
    ]


def _widest(page: Page, seen: int) -> list[str]:
    """The marks that reach past what is seen."""
    return list(
        page.evaluate(
            "seen => [...document.querySelectorAll('body *')]"
            ".filter(each => each.getBoundingClientRect().right > seen + 1).slice(0, 5)"
            ".map(each => each.outerHTML.slice(0, 120))",
            seen,
        )
    )
