"""Somebody at a browser, with a keyboard and nothing else, mostly on pages whose scripts do not run."""

from __future__ import annotations

import os
from datetime import date
from re import Pattern
from typing import TYPE_CHECKING, Literal

from tests.browser import sound

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, ConsoleMessage, ElementHandle, Locator, Page, Response

Name = str | Pattern[str]
Role = Literal["link", "button", "checkbox", "combobox"]
PICTURES = "HEEDED_PICTURES"
"""Names the folder in which journeys leave pictures; `make screenshots` sets it."""
STOPS = 600
"""How often Tab is pressed at most before something counts as out of reach."""
_FOCUSED = "each => each === document.activeElement"
_SEEN = """each => {
  const style = getComputedStyle(each), box = each.getBoundingClientRect();
  const drawn = style.outlineStyle === 'auto' || parseFloat(style.outlineWidth) >= 2;
  if (!drawn || style.outlineStyle === 'none') return 'shows no focus';
  const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  const free = top && (each.contains(top) || top.contains(each));
  return free ? "" : `lies behind ${top && top.outerHTML.slice(0, 80)}`;
}"""


class Reader:
    """Somebody who reads pages and acts on them by keyboard; every page is looked at on arrival.

    `complaints` holds what the browser said meanwhile: errors, warnings, refusals by the security policy.
    """

    def __init__(self, page: Page, site: str, *, scripted: bool) -> None:
        self.page = page
        self.site = site
        self.complaints: list[str] = []
        self._inner: CDPSession = page.context.new_cdp_session(page)
        self._scripted = scripted
        self._let_scripts_run(yes=False)
        self._answered = 200
        page.on("console", self._heard)
        page.on("pageerror", lambda wrong: self.complaints.append(str(wrong)))
        page.on("response", self._arrived)

    @property
    def text(self) -> str:
        """What the page says, as it is read aloud: all of it on one line."""
        return " ".join(self.page.locator("body").inner_text().split())

    @property
    def focused(self) -> str:
        """What the thing says on which the focus is."""
        return str(self.page.evaluate("document.activeElement.textContent"))

    def sits_down(self, way_in: str) -> None:
        """Be signed in by a link; the page to which it leads is looked at when it is come to."""
        self.page.goto(f"{self.site}{way_in}")

    def goes(self, path: str, answer: int = 200) -> None:
        """Type an address; the page is answered with this status and is sound."""
        self._answered = answer
        self.page.goto(f"{self.site}{path}")
        self._looks(answer)

    def follows(self, name: Name, answer: int = 200) -> None:
        """Go to a link by Tab and follow it."""
        self._leaves("link", name, answer)

    def jumps(self, role: Role, name: Name) -> None:
        """Go by Tab to what leads elsewhere on the same page, and be led there."""
        self.reaches(role, name)
        self.page.keyboard.press("Enter")
        assert self.page.locator(":target").count() == 1, f"“{name}” leads nowhere on {self.page.url}"

    def presses(self, name: Name, answer: int = 200) -> None:
        """Go to a button by Tab and press it; another page is shown."""
        self._leaves("button", name, answer)

    def picks(self, name: str) -> None:
        """Go to a group of buttons of which one holds by Tab, and to one of them by the arrows."""
        wanted = self._found(self.page.get_by_role("radio", name=name))
        group = self.page.locator("input[type=radio]:focus")
        for _ in range(STOPS):
            self.page.keyboard.press("ArrowDown" if group.count() else "Tab")
            if wanted.evaluate(_FOCUSED):
                self.page.keyboard.press("Space")
                return
        raise AssertionError(f"no key leads to “{name}”")

    def ticks(self, name: Name) -> None:
        """Go to a box by Tab and tick it."""
        self.reaches("checkbox", name)
        self.page.keyboard.press("Space")

    def writes(self, label: str, words: str) -> None:
        """Go to a field by Tab and write in it."""
        self._comes_to(self.page.get_by_label(label, exact=True), label)
        self.page.keyboard.type(words)

    def dates(self, day: date) -> None:
        """Type a day where the focus is, in the order in which this browser asks for its parts."""
        self.page.keyboard.type(f"{day:%m%d%Y}")
        assert self.page.locator(":focus").input_value() == day.isoformat()

    def chooses(self, label: str, words: str) -> None:
        """Go to a list by Tab and choose from it by typing what is wanted."""
        chosen = self.reaches("combobox", label)
        self.page.keyboard.type(words)
        assert chosen.evaluate("each => each.selectedOptions[0].text") == words

    def reaches(self, role: Role, name: Name) -> ElementHandle:
        """Press Tab until the focus is on something by its role and name, and see that it is."""
        return self._comes_to(self.page.get_by_role(role, name=name, exact=True), name)

    def pictures(self, name: str) -> None:
        """Leave a picture of the page's beginning in the folder of pictures, where one is named."""
        if folder := os.environ.get(PICTURES):
            self.page.set_viewport_size({"width": 1200, "height": 960})
            self.page.evaluate("scrollTo(0, 0)")
            self.page.screenshot(path=f"{folder}/{name}.png")

    def looks(self) -> None:
        """See that the page is sound as it stands."""
        wrong = self.amiss()
        assert not wrong, f"{self.page.url}:\n" + "\n".join(wrong)

    def amiss(self) -> list[str]:
        """What is wrong with the page as it stands, and what the browser complained of since last asked."""
        self._let_scripts_run(yes=True)
        wrong = [*sound.faults(self.page, self._inner), *self.complaints]
        self._let_scripts_run(yes=False)
        self.complaints.clear()
        return wrong

    def _comes_to(self, sought: Locator, name: Name) -> ElementHandle:
        wanted = self._found(sought)
        for _ in range(STOPS):
            self.page.keyboard.press("Tab")
            if wanted.evaluate(_FOCUSED):
                break
        else:
            raise AssertionError(f"no key leads to “{name}”")
        hidden = wanted.evaluate(_SEEN)
        assert not hidden, f"“{name}” {hidden}"
        return wanted

    def _found(self, wanted: Locator) -> ElementHandle:
        assert wanted.count(), f"nothing answers to {wanted} on {self.page.url}: {self.text}"
        return wanted.first.element_handle()

    def _let_scripts_run(self, *, yes: bool) -> None:
        """Let what looks at a page run on it; the page's own scripts have been passed over by then."""
        if not self._scripted:
            self._inner.send("Emulation.setScriptExecutionDisabled", {"value": not yes})

    def _leaves(self, role: Role, name: Name, answer: int) -> None:
        self.reaches(role, name)
        self._answered = answer
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self._looks(answer)

    def _looks(self, answer: int) -> None:
        assert self._answered == answer, f"{self.page.url} was answered with {self._answered}: {self.text}"
        self.looks()

    def _arrived(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self._answered = response.status if response.status not in (301, 302, 303) else self._answered
        elif response.status >= 400:
            self.complaints.append(f"{response.url} was answered with {response.status}")

    def _heard(self, message: ConsoleMessage) -> None:
        expected = "Failed to load resource" in message.text and self._answered >= 400
        if message.type in {"error", "warning"} and not expected:
            self.complaints.append(f"{message.type}: {message.text}")
