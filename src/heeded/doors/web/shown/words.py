"""Words that are no page's own, in the language of whoever reads: what rules ask, purposes, laws."""

from __future__ import annotations

from django.utils.translation import pgettext

ASKED, WORD, MEANING = "what a rule asks", "a word of the record", "a meaning"
NOTICE, PURPOSE, LAW = "why a notice came", "a purpose", "a law"
"""In which sense a text is meant: the same words may be an event here and a button there."""


def asked(words: str) -> str:
    """What a rule asks of whoever owes it; in English where nobody has translated it."""
    return pgettext(ASKED, words) if words else ""


def purpose(title: str) -> str:
    """A purpose for which a record is opened, by its title."""
    return pgettext(PURPOSE, title)


def law(title: str) -> str:
    """A law on which a purpose rests, by its title."""
    return pgettext(LAW, title)
