"""The wiring: the one place where doors are given the adapters that casework's ports ask for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from heeded.adapters.exchange.events_table import read_kinds
from heeded.adapters.exchange.reports import ReportFolder, record_of, table_of
from heeded.adapters.exchange.scenario import read_scenario
from heeded.adapters.exchange.source import open_source
from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.adapters.handbooks.folder import read_folder
from heeded.casework.ports import Audited, Families, Terms
from heeded.core.chronology.scenario import Scenario
from heeded.core.procedures.assembly import Draft
from heeded.core.procedures.handbook import Handbook

SHIPPED_HANDBOOK = "england"

Folder = ReportFolder
"""A folder that takes an audit: findings line by line, then the audits, then everything in its place."""


def draft_handbook(path: Path | None = None) -> Draft:
    """The handbook at a path, or the one for England that comes with Heeded, with its mistakes."""
    if path is not None:
        return read_folder(path)
    with as_file(files("heeded") / "handbooks" / SHIPPED_HANDBOOK) as shipped:
        return read_folder(shipped)


def open_handbook(path: Path | None = None) -> Handbook:
    """The handbook at a path (None: England's), to judge by; ValueError lists what is wrong in it.

    It is read, not checked: `heeded handbook check` runs its examples.
    """
    return _shipped_handbook() if path is None else _sound(draft_handbook(path))


@cache
def _shipped_handbook() -> Handbook:
    """The handbook that comes with Heeded: it does not change while the program runs."""
    return _sound(draft_handbook())


def _sound(draft: Draft) -> Handbook:
    """The handbook of a draft; ValueError lists what is wrong in it."""
    if draft.handbook is None or not draft.sound:
        wrong = "\n".join(str(mistake) for mistake in draft.mistakes if mistake.grave)
        raise ValueError(f"The handbook cannot be used:\n{wrong}")
    return draft.handbook


def handbook_folder(path: Path | None = None) -> Path:
    """The folder of the handbook at a path, or of the one that comes with Heeded."""
    return path or Path(str(files("heeded") / "handbooks" / SHIPPED_HANDBOOK))


def open_families(path: Path, terms: Terms, name: str = "") -> Families:
    """A census return, an event table or a dataset as a source of chronologies; close it when done.

    ValueError says what is wrong with it, where, and what to do.
    """
    try:
        return open_source(path, terms, name)
    except UnreadableFile as wrong:
        raise ValueError(str(wrong)) from wrong


def kinds_named(words: Iterable[str]) -> tuple[str, ...]:
    """The kinds of event that some words name; ValueError names the word that is none."""
    return read_kinds(words)


def report_folder(folder: Path, ending: str) -> ReportFolder:
    """A folder that takes an audit's findings, as csv, jsonl or parquet; OSError where it cannot be made."""
    return ReportFolder(folder, ending)


def audit_record(audits: Iterable[Audited]) -> dict[str, Any]:
    """Audits as one object for JSON."""
    return record_of(audits)


def audit_table(audits: Iterable[Audited], ending: str) -> bytes:
    """The table of some audits as csv or parquet."""
    return table_of(audits, ending)


def scenarios() -> tuple[str, ...]:
    """The names of the stories that come with Heeded."""
    shipped = files("heeded") / "scenarios"
    return tuple(sorted(folder.name.replace("_", "-") for folder in shipped.iterdir() if folder.is_dir()))


def open_scenario(name: str) -> Scenario:
    """The story of that name, or in the folder at that path.

    LookupError where there is neither; ValueError names the file, the line and the remedy where
    it cannot be read.
    """
    try:
        if name in scenarios():
            with as_file(files("heeded") / "scenarios" / name.replace("-", "_")) as shipped:
                return read_scenario(shipped)
        if not Path(name).is_dir():
            raise LookupError(name)
        return read_scenario(Path(name))
    except UnreadableFile as wrong:
        raise ValueError(str(wrong)) from wrong
