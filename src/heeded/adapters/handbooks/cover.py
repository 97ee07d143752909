"""The cover of a handbook: title, area, calendar, owner, review date and editions, from front matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

import yaml

from heeded.adapters.handbooks.calendar_file import read_calendar, shipped_calendar
from heeded.adapters.handbooks.front_matter import FrontMatter, Said
from heeded.core.procedures.calendar import Calendar
from heeded.core.procedures.handbook import Edition
from heeded.core.procedures.mistake import Mistake, Refused
from heeded.core.procedures.text.page import Cover
from heeded.core.procedures.text.span import read_date

COVER = ("title", "area", "calendar", "owner", "review by", "editions")
EDITION = ("name", "title", "in force from", "in force until", "agreed by", "agreed on", "unverified")
_NEEDED = {
    "title": "title: Child protection in Anytown",
    "area": "area: Anytown",
    "calendar": "calendar: england-and-wales",
    "editions": "editions: and under it “- name: …”",
}
_EDITION_NEEDED = {
    "name": 'name: "2026"',
    "in force from": "in force from: 2026-01-01",
    "agreed by": "agreed by: the safeguarding partners",
}


@dataclass(frozen=True, slots=True)
class Opening:
    """What the front matter of the first file gives, as far as it holds."""

    cover: Cover | None
    calendar: Calendar | None
    mistakes: tuple[Mistake, ...]


def read_opening(file: str, text: str, folder: Path) -> Opening:
    """The cover and the calendar that a first file names; a calendar may be a CSV file beside it."""
    matter = FrontMatter(file, text)
    found = matter.entries(COVER)
    _need(matter, found, _NEEDED)
    said = {name: matter.said(found.get(name)) for name in COVER if name != "editions"}
    calendar = _calendar(matter, said["calendar"], folder)
    parts = matter.parts(found["editions"]) if "editions" in found else []
    editions = tuple(edition for part in parts if (edition := _edition(matter, part)))
    review_by = _date(matter, said["review by"])
    cover = Cover(_text(said["title"]), _text(said["area"]), editions, _text(said["owner"]), review_by)
    holds = bool(cover.title and cover.area and editions)
    return Opening(cover if holds else None, calendar, tuple(matter.mistakes))


def read_title(file: str, text: str) -> tuple[str, tuple[Mistake, ...]]:
    """The title in the front matter of a later file."""
    matter = FrontMatter(file, text)
    title = matter.said(matter.entries(("title",)).get("title"))
    return _text(title), tuple(matter.mistakes)


def _edition(matter: FrontMatter, node: yaml.Node) -> Edition | None:
    found = matter.named(node, EDITION)
    if not found:
        return None
    _need(matter, found, _EDITION_NEEDED, node)
    said = {name: matter.said(found.get(name)) for name in EDITION}
    since, name = _date(matter, said["in force from"]), _text(said["name"])
    until, agreed_on = _date(matter, said["in force until"]), _date(matter, said["agreed on"])
    if since is None or not name:
        return None
    return Edition(
        name=name,
        title=_text(said["title"]) or name,
        since=since,
        until=until,
        agreed_by=_text(said["agreed by"]),
        agreed_on=agreed_on,
        unverified=_text(said["unverified"]),
        line=matter.line(node).number,
    )


def _need(
    matter: FrontMatter,
    found: Mapping[str, yaml.Node],
    needed: Mapping[str, str],
    node: yaml.Node | None = None,
) -> None:
    """Keep as mistakes the names that are missing or say nothing."""
    for name, shape in needed.items():
        given = found.get(name)
        if given is None or (isinstance(given, yaml.ScalarNode) and not given.value.strip()):
            line = matter.line(given or node) if given or node else matter.start  # type: ignore[arg-type]
            whose = "The edition" if node else "The front matter"
            matter.keep(line.wrong(f"{whose} does not give “{name}”.", f"Add “{shape}”."))


def _text(said: Said | None) -> str:
    return said.text if said else ""


def _date(matter: FrontMatter, said: Said | None) -> date | None:
    if said is None or not said.text:
        return None
    try:
        return read_date(said.text, said.line)
    except Refused as refusal:
        matter.keep(refusal)
        return None


def _calendar(matter: FrontMatter, said: Said | None, folder: Path) -> Calendar | None:
    if said is None or not said.text:
        return None
    try:
        return _named_calendar(said.text, folder)
    except OSError as wrong:
        matter.keep(said.line.wrong(f"The calendar cannot be opened: {wrong.strerror}.", _BESIDE))
    except ValueError as wrong:
        matter.keep(said.line.wrong(str(wrong)))
    return None


_BESIDE = "A calendar of one's own lies in the handbook's folder: write its file name alone."


def _named_calendar(name: str, folder: Path) -> Calendar:
    if not name.endswith(".csv"):
        return shipped_calendar(name)
    if PurePath(name).name != name:
        raise ValueError(f"“{name}” is not a file name. {_BESIDE}")
    return read_calendar(folder / name)
