"""A text that somebody translates: its words, where it stands, and in which sense it is meant."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "heeded"
WEB = PACKAGE / "doors" / "web"


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a place; `plural` where it is counted, `context` where one word means several things."""

    words: str
    place: str
    plural: str = ""
    context: str = ""


def place_of(path: Path) -> str:
    """Where a file lies in the checkout, written alike on every machine."""
    return path.relative_to(ROOT).as_posix()
