"""A text as its letters and figures alone: look-alikes made plain, what one cannot see left out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_LOOKALIKES = str.maketrans(
    "авеѕікмнорстухјԁɡɑαβεικνορτυχℓøłđʜɪɢᴀʙᴄᴅᴇꜰᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ",
    "abesikmhopctyxjdgaabeiknoptuxloldhigabcdefjklmnoprstuvwyz",
)
_INVISIBLE = frozenset({"Cf", "Mn", "Me", "Cc"})
_BREAKS = frozenset("\n\r\t")
_IN_WORDS = frozenset("'’‘`´")  # noqa: RUF001 - the marks that stand inside words


@dataclass(frozen=True, slots=True)
class Token:
    """A run of letters or of figures, its place in the text, and whether nothing parts it from the last."""

    text: str
    start: int
    end: int
    glued: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it is figures."""
        return self.text.isdigit()


@lru_cache(maxsize=4096)
def plain(sign: str) -> str:
    """The plain small letters or figures that a sign stands for; a space where it parts words."""
    if sign in _IN_WORDS:
        return ""
    if unicodedata.category(sign) in _INVISIBLE and sign not in _BREAKS:
        return ""
    parts = []
    for part in unicodedata.normalize("NFKD", sign).casefold().translate(_LOOKALIKES):
        if part.isdecimal():
            parts.append(str(unicodedata.decimal(part)))
        elif part.isalpha():
            parts.append(part)
        elif unicodedata.category(part) not in _INVISIBLE:
            parts.append(" ")
    return "".join(parts)


def tokens(text: str) -> list[Token]:
    """The runs of letters and of figures in a text, in order."""
    return list(_runs(text))


def _runs(text: str) -> Iterator[Token]:
    """Each run as soon as it ends."""
    run, start, end, glued = "", 0, 0, False
    for place, sign in enumerate(text):
        for part in plain(sign):
            if run and (part == " " or part.isdigit() != run[-1].isdigit()):
                yield Token(run, start, end, glued)
                run, glued = "", part != " "
            elif part == " ":
                glued = False
            if part != " ":
                start = start if run else place
                run, end = run + part, place + 1
    if run:
        yield Token(run, start, end, glued)
