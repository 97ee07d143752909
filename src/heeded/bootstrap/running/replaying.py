"""The wiring of replays: stories that ship, and records as somebody may see them, step by step."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from functools import lru_cache
from threading import Lock

from heeded import bootstrap
from heeded.casework.looking import Opened
from heeded.casework.replay.walking import Walk, story_of
from heeded.core.chronology.scenario import Scenario

STORIES, RECORDS = 32, 16
"""How many stories, with their endings, editions and views, and how many records are kept at hand."""


def story(name: str) -> Scenario:
    """A story that ships with Heeded, with all its endings; LookupError where there is none of that name.

    A folder of somebody's own is for the command line alone.
    """
    if name not in bootstrap.scenarios():
        raise LookupError(name)
    return _read(name)


@lru_cache(maxsize=STORIES)
def _read(name: str) -> Scenario:
    return bootstrap.open_scenario(name)


@lru_cache(maxsize=STORIES)
def walk(name: str, ending: str, edition: str = "", known_to: str | None = None) -> Walk:
    """A story with one ending, walked through by the editions of the time or, where one is named, by that.

    It is read once a process, and each of its steps judged once, when somebody first comes to it. LookupError
    where there is no such story, ending or edition.
    """
    handbook = bootstrap.open_handbook()
    chosen = story(name).told_as(ending)
    return Walk(chosen, handbook.as_edition(edition) if edition else handbook, known_to)


class _Records:
    """Walks through records, the last that were asked for."""

    def __init__(self) -> None:
        self._walks: OrderedDict[str, Walk] = OrderedDict()
        self._lock = Lock()

    def of(self, mark: str, opened: Opened) -> Walk:
        with self._lock:
            walk = self._walks.pop(mark, None)
            if walk is None:
                walk = Walk(story_of(opened.whole), bootstrap.open_handbook())
            self._walks[mark] = walk
            while len(self._walks) > RECORDS:
                self._walks.popitem(last=False)
            return walk


_RECORDS = _Records()


def walk_through(opened: Opened) -> Walk:
    """A record that was just opened, walked through as its reader may see it.

    It is kept in this process under a digest of everything that was shown: whoever may see another entry,
    name or address of the same record walks through another one, and nobody comes to it without a look that
    was recorded and that showed them just this.
    """
    whole = opened.whole
    shown = hashlib.sha256(repr((opened.child, whole.entries, sorted(whole.people.items()))).encode())
    return _RECORDS.of(shown.hexdigest(), opened)
