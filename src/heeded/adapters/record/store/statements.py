"""The record's SQL, by name, from the files beside this module."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_WRITES = re.compile(r"\b(INSERT INTO|MERGE INTO|(?<!FOR )(?<!KEY )UPDATE \w)")
_HEADING = re.compile(r"^-- \[(?P<name>[a-z_]+)\].*$", re.MULTILINE)


@cache
def statement(file: str, name: str) -> str:
    """The statement headed `-- [name]` in `sql/file.sql`; KeyError where there is none."""
    return _statements(file)[name]


@cache
def writes(file: str, name: str) -> bool:
    """Whether a named statement puts anything into a table, so that it takes room."""
    return _WRITES.search(statement(file, name)) is not None


@cache
def _statements(file: str) -> dict[str, str]:
    text = (files("heeded.adapters.record") / "sql" / f"{file}.sql").read_text("utf-8")
    headings = [*_HEADING.finditer(text)]
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    return {
        heading["name"]: text[heading.end() : end].strip()
        for heading, end in zip(headings, ends, strict=True)
    }
