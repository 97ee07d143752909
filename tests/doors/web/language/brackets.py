"""A language for tests: every text of the pages in brackets, so that what is in no catalogue stands bare."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from tools.catalogue.catalogues import begun, compiled, templates

CODE = "cy"
"""It borrows the code of a language that Django knows and that nobody has translated yet."""
_HIDDEN = frozenset({"script", "style"})
_HEARD = frozenset({"aria-label", "alt", "title", "placeholder"})
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def written(folder: Path) -> None:
    """Put the language into a folder, as Django looks for it."""
    catalogs = [begun(CODE, each) for each in templates().values()]
    for catalog in catalogs:
        for message in catalog:
            if isinstance(message.id, tuple):
                message.string = tuple(f"⟦{message.id[1]}⟧" for _ in range(catalog.num_plurals))
            elif message.id:
                message.string = f"⟦{message.id}⟧"
    place = folder / CODE / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "django.mo").write_bytes(compiled(catalogs, CODE))


def bare(page: str) -> list[str]:
    """What a page says outside all brackets, piece by piece, as it is read and heard."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.bare


class _Reader(HTMLParser):
    """A page read for what stands outside brackets; brackets may reach over marks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.bare: list[str] = []
        self._hidden = False
        self._deep = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read what is heard of a mark."""
        self._hidden = tag in _HIDDEN
        for name, value in attrs:
            if name in _HEARD:
                self._take(value or "", 0)

    def handle_endtag(self, tag: str) -> None:
        """Leave what nobody reads."""
        if tag in _HIDDEN:
            self._hidden = False

    def handle_data(self, data: str) -> None:
        """Read what stands between marks."""
        if not self._hidden:
            self._deep = self._take(data, self._deep)

    def _take(self, text: str, deep: int) -> int:
        for piece in re.split("([⟦⟧])", text):
            deep += {"⟦": 1, "⟧": -1}.get(piece, 0)
            if not deep and _LETTERS.search(piece):
                self.bare.append(" ".join(piece.split()))
        return deep
