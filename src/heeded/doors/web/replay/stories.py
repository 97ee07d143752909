"""Stories that ship with Heeded, told step by step: anybody who has signed in may walk through them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from heeded import bootstrap
from heeded.bootstrap.running import replaying
from heeded.casework.replay.walking import Walk
from heeded.core.chronology.scenario import Scenario
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page
from heeded.doors.web.replay.recorded import may_replay
from heeded.doors.web.replay.shown.ending import ending
from heeded.doors.web.replay.turning import moments_of, step_page


@dataclass(frozen=True, slots=True)
class Chosen:
    """How a story is told: with which ending, by which edition (empty: of the time), as known to whom."""

    story: Scenario
    ending: str
    edition: str = ""
    known: str = ""

    @property
    def walk(self) -> Walk:
        """The story told so."""
        return replaying.walk(self.story.name, self.ending, self.edition, self.known or None)

    def address(self, number: int) -> str:
        """The address of a step of the story told so."""
        told = {"ending": self.ending, "edition": self.edition, "known": self.known}
        first = {"ending": self.story.variants[0].name, "edition": "", "known": ""}
        query = urlencode({name: value for name, value in told.items() if value != first[name]})
        place = reverse("web:replay-story-step", args=(self.story.name, number))
        return f"{place}?{query}" if query else place


@require_safe
@for_practitioners
def stories(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """The stories there are, and how the record of a child is replayed."""
    held = [replaying.story(name) for name in bootstrap.scenarios()]
    return page(
        request, "web/replay/stories.html", {"stories": held, "may_replay": may_replay(visitor.actor)}
    )


@require_safe
@for_practitioners
def story(request: HttpRequest, visitor: Visitor, name: str) -> HttpResponse:  # noqa: ARG001 - as every page
    """What a story is, how it can be told, and its moments."""
    chosen = _chosen(request, name)
    if chosen is None:
        return nothing(request)
    handbook = bootstrap.open_handbook()
    told = chosen.story
    return page(
        request,
        "web/replay/story.html",
        {
            "story": told,
            "chosen": chosen,
            "notes": [
                (_("The people"), told.notes["people"]),
                (_("The dates"), told.notes["dates"]),
                (_("What is silent"), told.notes["silence"]),
            ],
            "hindsight": told.notes["hindsight"],
            "text": told.notes["text"],
            "editions": handbook.editions,
            "agencies": told.chronology.agencies.values(),
            "moments": moments_of(chosen.walk, chosen.address),
            "first": chosen.address(1),
        },
    )


@require_safe
@for_practitioners
def step(request: HttpRequest, visitor: Visitor, name: str, number: int) -> HttpResponse:  # noqa: ARG001 - as above
    """One step of a story."""
    chosen = _chosen(request, name)
    if chosen is None:
        return nothing(request)
    beginning = chosen.address(1).replace(
        reverse("web:replay-story-step", args=(name, 1)), reverse("web:replay-story", args=(name,))
    )
    about: dict[str, object] = {
        "title": chosen.story.title,
        "beginning": beginning,
        "invented": True,
        "ending": next(each for each in chosen.story.variants if each.name == chosen.ending).title,
        "edition": chosen.edition,
    }
    if number == len(chosen.walk.moments):
        about["ends"] = ending(chosen.walk)
    return step_page(request, chosen.walk, number, chosen.address, about)


def _chosen(request: HttpRequest, name: str) -> Chosen | None:
    """How the story is to be told; None where there is no such story, ending, edition or agency."""
    try:
        found = replaying.story(name)
    except LookupError:
        return None
    ending = request.GET.get("ending") or found.variants[0].name
    edition, known = request.GET.get("edition", ""), request.GET.get("known", "")
    editions = {"", *(each.name for each in bootstrap.open_handbook().editions)}
    if (
        ending not in {each.name for each in found.variants}
        or edition not in editions
        or known not in {"", *found.chronology.agencies}
    ):
        return None
    return Chosen(found, ending, edition, known)
