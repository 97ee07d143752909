"""Explanations and disclosures: what was said of each injury, what was disclosed, and what came before."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy

from heeded.doors.web.child.parts.part import Read, part
from heeded.doors.web.child.shown.accounts import Accounts, told
from heeded.doors.web.child.shown.accounts import accounts as shown
from heeded.doors.web.shown.few import few

AT_FIRST = 12
"""Of how many injuries, disclosures and earlier episodes the page tells at first."""
_CALLED = (
    gettext_lazy("Injuries and how they are said to have come about"),
    gettext_lazy("What was disclosed"),
    gettext_lazy("Earlier episodes"),
)


@part("accounts")
def accounts(read: Read) -> Mapping[str, object]:
    """What was said, side by side, and what came before."""
    opened, now = read.opened, read.visitor.now
    held = told(opened, now)
    injuries = few(held.injuries, AT_FIRST, read.request)
    disclosures = few(held.disclosures, AT_FIRST, read.request)
    episodes = few(held.episodes, AT_FIRST, read.request)
    found = Accounts(injuries.shown, disclosures.shown, episodes.shown)
    return {
        "accounts": shown(found, opened, read.names, now),
        "cut": zip(_CALLED, (injuries, disclosures, episodes), strict=True),
    }
