"""Every page that a link leads to is sound; those that none leads to are named, and no other may join."""

from __future__ import annotations

from django.urls import URLPattern

from tests.browser.borough import Borough
from tests.browser.conftest import Sit
from tests.browser.crawl import crawl
from tests.browser.reader import Reader

CHILD = "child-t"


def test_every_page_that_a_link_leads_to_is_sound(sit: Sit, told: Borough) -> None:
    assert pages() >= BEHIND_A_FORM | PASSED_BY, "a name stands here that no address bears"
    met: dict[str, int] = {}
    child = told.child(CHILD)[0]
    wrong: list[str] = []
    for who, begin in (
        ("cora-invented", f"/children/{child}"),
        ("efua-invented", f"/children/{child}"),
        ("goran-invented", "/administration"),
        ("dafydd-invented", "/"),
    ):
        wrong += crawl(given_somebody(sit, who, child), begin, PASSED_BY, met)
    assert not wrong, "\n".join(wrong)
    missed = sorted(pages() - set(met) - PASSED_BY - BEHIND_A_FORM)
    assert missed == [], f"no link led to {', '.join(missed)}, and no line says why"


def given_somebody(sit: Sit, who: str, child: str) -> Reader:
    seat = sit(who)
    seat.page.goto(f"{seat.site}/children/{child}")
    why = seat.page.locator("input[name=purpose][value=safeguarding]")
    if why.count():
        why.check()
        seat.page.get_by_role("button", name="Go on").click()
    seat.complaints.clear()
    return seat


def pages() -> frozenset[str]:
    """The names of all addresses of the workspace."""
    from heeded.doors.web.urls import urlpatterns  # noqa: PLC0415 - after Django is set up

    return frozenset(each.name for each in urlpatterns if isinstance(each, URLPattern) and each.name)


PASSED_BY = frozenset({"static", "demo-sign-in", "language", "receipt-file"})
"""Files, the way in, and what is no page."""
BEHIND_A_FORM = frozenset(
    """
    administered-agree administered-undo answer ask break-glass change-purpose credential discussion
    discussion-close discussion-draft discussion-minutes discussion-news discussion-send
    discussion-tell draft family-account family-account-decision family-account-given family-account-new
    family-account-print family-accounts-why glass-review glasses handbook-rule identity
    identity-check identity-of identity-second identity-undo line-answer line-read looks notice notices-read
    person-back person-invite purpose record record-new replay-record replay-record-step replay-why
    report-sent report-shared report-there report-who room-purpose
    """.split()
)
"""What a form leads to, or a link that stands only where something waits; some are looked at by journeys.

A page that is in neither list must be led to by a link, and is looked at here.
"""
