"""The few pieces of Markdown of which the reference's pages are made."""

from collections.abc import Iterable, Sequence

WRITTEN = "<!-- Written by `make docs`: change the code or the handbook, not this page. -->"


def page(title: str, about: str, parts: Iterable[str]) -> str:
    """Put a page together: its title, what it is about, its parts with a blank line between."""
    return "\n\n".join([WRITTEN, f"# {title}", about, *parts]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Draw a table; a bar or a line's end inside a cell would break it and is written otherwise."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell(text) for text in line) + " |" for line in lines)


def cell(text: str) -> str:
    """Write a text so that it can stand in one cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")
