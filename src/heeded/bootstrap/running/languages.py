"""The languages in which the pages can be read: English, and each into which somebody has translated them."""

from __future__ import annotations

from pathlib import Path

from django.conf.locale import LANG_INFO

CATALOGUES = Path(__file__).parents[2] / "doors" / "web" / "locale"
"""Where the catalogues lie, a folder a language."""
ENGLISH = ("en-gb", "English")


def offered(folder: Path = CATALOGUES) -> list[tuple[str, str]]:
    """The codes of languages with their own names for themselves, English first.

    A language is offered once something of it is translated: what is not, is read in English.
    """
    found = sorted(each.parents[1].name for each in folder.glob("*/LC_MESSAGES/django.mo"))
    return [ENGLISH, *((code, LANG_INFO[code]["name_local"]) for code in found if code in LANG_INFO)]
