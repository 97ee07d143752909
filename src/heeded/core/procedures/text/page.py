"""Pages: the files of a handbook as they were taken apart, before their blocks are understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from heeded.core.procedures.handbook import Edition
from heeded.core.procedures.text.line import Block


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page says of the handbook as a whole."""

    title: str
    area: str
    editions: tuple[Edition, ...]
    owner: str = ""
    review_by: date | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One file: its name within the handbook, its title, its text and its fenced blocks."""

    file: str
    title: str
    text: str
    blocks: tuple[Block, ...]
