"""The pages that are timed: what each is called, its address, and what is filled in of it by chance."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import uuid4

from bench.record.borough import nhs_number
from bench.record.pages.people import Sitting
from bench.record.sender import Request

SMALL_STEPS, LARGE_STEPS, STORY_STEPS = 1, 120, 20
"""Up to which step a short record, a long one and a story are walked through."""
_CHILD = "/children/{child}"
_KEPT = {"do": "keep", "version": "0", "what": "Invented: she fell."}
_PARTS = ("", "/chronology", "/injuries", "/accounts", "/access", "/family", "/plan", "/unknown", "/requests")


@dataclass(frozen=True, slots=True)
class Opened:
    """A page: what it is called, its address, the form that is sent to it, if one is.

    In address and form stand, in braces, a child (of those with a short or a long record), an id that is
    new, a number of a step, an NHS number, the discussion that its reader called.
    """

    what: str
    address: str
    form: Mapping[str, str] = field(default_factory=dict)
    part: bool = False

    def asked(self, by: Sitting, draw: random.Random) -> Request:
        """The page asked for by somebody, of a child and a step by chance."""
        large = self.what.endswith("long record")
        values = {
            "child": draw.choice(by.large if large else by.small),
            "new": uuid4(),
            "step": draw.randint(1, LARGE_STEPS if large else SMALL_STEPS),
            "story": draw.randint(1, STORY_STEPS),
            "number": nhs_number(draw.randrange(1_000_000)),
            **by.made,
        }
        headers = {"Cookie": by.cookie, "Accept": "text/html"}
        if self.part:
            headers["HX-Request"] = "true"
        path = self.address.format(**values)
        if not self.form:
            return Request("GET", path, headers)
        said = {name: value.format(**values) for name, value in self.form.items()}
        body = urlencode({**said, "csrfmiddlewaretoken": by.token}).encode()
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return Request("POST", path, headers, body)


def _of_a_child(length: str) -> list[Opened]:
    parts = [Opened(f"child: {part.strip('/') or 'now'}, {length}", f"{_CHILD}{part}") for part in _PARTS]
    return [
        *parts,
        Opened(f"child: household pack, {length}", f"{_CHILD}/pack"),
        Opened(f"child: who looked, {length}", f"{_CHILD}/looks"),
        Opened(f"report about a child, {length}", "/record/{new}?child={child}"),
        Opened(f"replay: beginning, {length}", "/replay/children/{child}"),
        Opened(f"replay: a step, {length}", "/replay/children/{child}/{step}"),
    ]


OPENED: Sequence[Opened] = (
    Opened("my day: mine", "/?whose=mine"),
    Opened("my day: my team", "/?whose=team"),
    Opened("my day: the agency's list", "/?whose=agency"),
    Opened("notices", "/notices"),
    Opened("record: a new report", "/record/{new}"),
    Opened("record: who, by name as typed", "/record/{new}/who", {"sought": "Invented"}, part=True),
    Opened("record: who, by number as typed", "/record/{new}/who", {"sought": "{number}"}, part=True),
    Opened("record: kept as written", "/record/{new}", _KEPT, part=True),
    Opened("record: drafts", "/drafts"),
    Opened("find: the form", "/find"),
    Opened("find: by number", "/find", {"system": "NHS number", "value": "{number}"}),
    *_of_a_child("short record"),
    *_of_a_child("long record"),
    Opened("room: a discussion", _CHILD.replace("child}", "met}") + "/discussions/{discussion}"),
    Opened("hub: the board", "/hub"),
    Opened("hub: the board as looked at anew", "/hub", part=True),
    Opened("hub: a column", "/hub?column=decided"),
    Opened("hub: what is overdue", "/hub?overdue=yes"),
    Opened("hub: mine", "/hub?mine=yes"),
    Opened("hub: hand-overs", "/hub/hand-overs"),
    Opened("hub: escalation", "/hub/escalation"),
    Opened("handbook: contents", "/handbook"),
    Opened("handbook: a search", "/handbook?q=discussion"),
    Opened("handbook: a rule", "/handbook/rules/strategy-discussion-is-held"),
    Opened("replay: the stories", "/replay"),
    Opened("replay: a story", "/replay/stories/child-t"),
    Opened("replay: a step of a story", "/replay/stories/child-t/{story}"),
)  # fmt: skip
