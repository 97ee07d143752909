"""The ways to the main pages, as they stand above every page: each area adds its own line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from heeded.core.access import Role

Roles = frozenset[str]


@dataclass(frozen=True, slots=True)
class Way:
    """A page that stands in the navigation: its address by name, its words, and whom it is shown to.

    `within` are addresses whose pages also count as being there. Showing a way grants nothing: the page
    behind it asks the policy itself.
    """

    to: str
    words: str | Promise
    shown: Callable[[Roles], bool] = lambda _roles: True
    within: tuple[str, ...] = ()


def has(*roles: Role) -> Callable[[Roles], bool]:
    """Whether somebody has one of the roles."""
    wanted = frozenset(str(each) for each in roles)
    return lambda held: bool(wanted & held)


WAYS: tuple[Way, ...] = (
    Way(
        "web:my-list",
        _("My day"),
        within=("line-read", "line-done", "line-depart", "line-hand-over", "line-answer", "cover"),
    ),
    Way("web:record-new", _("Record"), within=("record", "draft", "drafts")),
    Way("web:find", _("Find a child")),
    Way(
        "web:hub",
        _("Hub"),
        has(Role.HUB_COORDINATOR, Role.TEAM_MANAGER, Role.DESIGNATED_LEAD),
        within=("hub-hand-overs", "hub-escalation"),
    ),
    Way(
        "web:identity",
        _("One child or two?"),
        has(Role.HUB_COORDINATOR),
        within=("identity-check", "identity-of", "identity-undo"),
    ),
    Way("web:notices", _("Notices")),
    Way("web:glasses", _("Looks to review"), has(Role.NAMED_OFFICER), within=("glass-review",)),
    Way("web:handbook", _("Handbook"), within=("handbook-chapter", "handbook-rule", "handbook-changes")),
    Way(
        "web:replays",
        _("Replay"),
        has(Role.DESIGNATED_LEAD, Role.RECORDS_OFFICER, Role.AUDITOR, Role.BOARD_MEMBER),
        within=("replay-story", "replay-story-step", "replay-record", "replay-record-step", "replay-why"),
    ),
    Way(
        "web:administration",
        _("Administration"),
        has(Role.ADMINISTRATOR),
        within=("agency", "agency-add", "agency-change", "person", "person-add", "administered", "amounts"),
    ),
)
"""In the order in which they stand."""


def navigation(request: HttpRequest) -> dict[str, Any]:
    """For every template (a context processor): the ways that stand above the page, and where it is."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {}
    held = frozenset(str(role) for role in getattr(request.user, "roles", ()))
    match = request.resolver_match
    here = match.url_name if match is not None else ""
    return {
        "ways": [
            (reverse(way.to), way.words, here == way.to.partition(":")[2] or here in way.within)
            for way in WAYS
            if way.shown(held)
        ]
    }
