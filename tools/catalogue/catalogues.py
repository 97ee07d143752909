"""Catalogues: templates for whoever translates, each language's own files, and what Django reads of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from itertools import chain
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.catalogue import in_agreements, in_python, in_templates
from tools.catalogue.text import WEB, Text

FOLDER = WEB / "locale"
"""Where the catalogues lie, in the package, since the pages need what is made of them."""
_FILLED = re.compile(r"%\(\w+\)s")
_ABOUT = {
    "pages": "What pages say. Written by make catalogue: to be copied, never edited.",
    "agreements": "What rules ask, and the words of the record. Written by make catalogue: never edited.",
}


def texts() -> dict[str, list[Text]]:
    """Every text, by the catalogue in which it stands."""
    pages = chain.from_iterable(map(in_python.texts_in, in_python.modules()))
    shown = chain.from_iterable(map(in_templates.texts_in, in_templates.templates()))
    agreed = (
        *in_agreements.of_the_handbook(),
        *in_agreements.of_the_record(),
        *in_agreements.of_looking(),
    )
    return {"pages": [*pages, *shown], "agreements": [text for text in agreed if text.words]}


def template(found: Iterable[Text]) -> Catalog:
    """A catalogue of texts without their translations, each once, with every place where it stands."""
    catalog = Catalog()
    for text in sorted(found, key=lambda each: (each.place, each.words)):
        words = (text.words, text.plural) if text.plural else text.words
        catalog.add(words, locations=[(text.place, 0)], context=text.context or None)
    return catalog


def written(catalog: Catalog, about: str) -> str:
    """A catalogue as a file, the same whenever and wherever it is written."""
    file = BytesIO()
    write_po(file, catalog, width=100, omit_header=True, sort_output=True, ignore_obsolete=True)
    said = ["Content-Type: text/plain; charset=UTF-8"]
    if catalog.locale is not None:
        said += [f"Language: {catalog.locale_identifier}", f"Plural-Forms: {catalog.plural_forms}"]
    head = "".join(f'"{line}\\n"\n' for line in said)
    return f'# {about}\nmsgid ""\nmsgstr ""\n{head}\n{file.getvalue().decode()}'


def templates() -> dict[str, str]:
    """The files that whoever translates begins with, by name."""
    return {
        f"{name}.pot": written(template(found), _ABOUT[name]).replace("\r", "")
        for name, found in texts().items()
    }


def begun(language: str, template_text: str, before: str = "") -> Catalog:
    """A language's catalogue: every text there is, with what was translated before."""
    wanted = read_po(BytesIO(template_text.encode()))
    catalog = read_po(BytesIO(before.encode()), locale=language) if before else Catalog(locale=language)
    catalog.update(wanted, no_fuzzy_matching=True)
    for message in catalog:
        if message.pluralizable and not any(message.string or ()):
            message.string = ("",) * catalog.num_plurals
    return catalog


def amiss(catalog: Catalog) -> list[str]:
    """What is wrong with translations: a name that is filled in left out, or one that nothing fills."""
    said = ((message, errors) for message, errors in catalog.check() if _said(message))
    wrong = [f"{message.id!r}: {error}" for message, errors in said for error in errors]
    whole = (each for each in catalog if each.id and not each.pluralizable and _said(each))
    left_out = ((each.id, name) for each in whole for name in _filled(each.id) - _filled(each.string))
    return wrong + [f"{words!r}: the translation leaves out {name}" for words, name in left_out]


def compiled(catalogs: Iterable[Catalog], language: str) -> bytes:
    """What Django reads: the translated texts of a language's catalogues; nothing where there are none."""
    whole = Catalog(locale=language)
    for catalog in catalogs:
        for message in catalog:
            if message.id and not message.fuzzy and _said(message):
                whole.add(message.id, message.string, context=message.context)
    file = BytesIO()
    write_mo(file, whole)
    return file.getvalue() if len(whole) else b""


def _filled(words: object) -> set[str]:
    """The names that a text has filled in."""
    return set(_FILLED.findall(str(words)))


def _said(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, list | tuple) else bool(message.string)


def languages() -> list[str]:
    """The languages into which somebody translates, by their folders."""
    return sorted(path.name for path in FOLDER.iterdir() if (path / "LC_MESSAGES").is_dir())


def files_of(language: str) -> Path:
    """Where a language's files lie, as Django looks for them."""
    return FOLDER / language / "LC_MESSAGES"
