"""Keeps watch on what people read: all of it is in a catalogue, and the catalogues are as the code is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from heeded.core.chronology.vocabulary import EVERY_KIND
from tools.catalogue import in_python, in_templates
from tools.catalogue.catalogues import FOLDER, amiss, begun, compiled, template, templates, written
from tools.catalogue.text import WEB, Text

FOR_MACHINES = re.compile(r"(drawn|govuk|moj|icon)-|(application|attachment|text)[/;]")
"""How classes of the style sheet and headers begin."""
NAMES = {"Heeded", "– Heeded", "English"}
"""What is called the same in every language."""
NOT_READ = {
    "family/why.py": "the name under which a reason is kept",
    "family/forms.py": "an answer that a form keeps",
    "handbook/shown/drawing.py": "how a gate begins in the account of the language, looked for there",
    "hub/board.py": "a header",
    "page.py": "headers",
    "static_files.py": "headers",
    "sign_in/sitting.py": "headers, and names under which a sitting is kept",
    "recording/report.py": "a header",
    "identity/person.py": "a reason that the record keeps, in the words that every agency reads",
    "identity/acting.py": "as above",
    "identity/waterfall.py": "classes of the style sheet",
    "shown/words.py": "in which sense words are meant, for whoever translates",
    "sign_in/adapter.py": "the name under which a sitting keeps what is done",
    "looks/shown.py": "answers of the policy, each looked up for its words",
    "room/closing.py": "the name of a question that a form keeps",
}
"""Modules in which something looks like words and is read by machines, with what it is."""
DRAWN = "body"
"""Here regions are named in the vocabulary's own words, which the other catalogue holds, or are filled in."""


def vocabulary() -> set[str]:
    """The words of the record: they stand in the code as they stand in an entry."""
    fields = [field for kind in EVERY_KIND.values() for field in kind.fields]
    words = {word for field in fields for word in (field.name, *field.choices)}
    return words | {*EVERY_KIND} | {kind.chapter for kind in EVERY_KIND.values()}


@pytest.mark.parametrize("name", ["pages.pot", "agreements.pot"])
def test_a_catalogue_is_as_make_catalogue_would_write_it(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == templates()[name], "run make catalogue"


def test_no_template_says_anything_that_no_catalogue_holds() -> None:
    bare = {
        (path.name, words)
        for path in in_templates.templates()
        for words in in_templates.bare_in(path)
        if words not in NAMES
    }
    assert bare == set(), "put it in translate or blocktranslate"


def test_no_module_of_pages_says_anything_that_no_catalogue_holds() -> None:
    known = vocabulary()
    bare = {
        (name, line, words)
        for path in in_python.modules()
        if (name := path.relative_to(WEB).as_posix()) not in NOT_READ and not name.startswith(DRAWN)
        for line, words in in_python.bare_in(path)
        if words not in known and not FOR_MACHINES.match(words)
    }
    assert bare == set(), "give it to gettext, or gettext_lazy where it stands outside a function"


def test_bare_words_are_found_wherever_a_person_meets_them(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '{% load i18n %}<p title="Look here">{% translate "Held" %} said {{ who }} by <img alt="A bruise">'
        '{% blocktranslate %}not {{ this }}{% endblocktranslate %}<input type="submit" value="Send">'
        '<button value="go" aria-label="{% translate \'Go\' %}"></button><code>rule</code>',
        "utf-8",
    )
    assert list(in_templates.bare_in(page)) == ["Look here", "said", "by", "A bruise", "Send"]
    module = tmp_path / "module.py"
    module.write_text('"""What it is."""\nSAID = "Look here"\nHELD = _("Look there")\n', "utf-8")
    assert list(in_python.bare_in(module)) == [(2, "Look here")]


def test_texts_are_those_that_django_looks_up() -> None:
    """A text of one page of each sort, written down as Django asks for it."""
    held = templates()["pages.pot"]
    for text in (
        'msgid "Skip to the content"',
        'msgid_plural "%(number)d days"',
        'msgctxt "how a day is written"\nmsgid "j F Y"',
    ):
        assert text in held
    assert (
        'msgctxt "what a rule asks"\nmsgid "Accept or refuse the hand-over' in templates()["agreements.pot"]
    )


def test_what_was_translated_stays_when_texts_come_and_go() -> None:
    before = template([Text("Kept", "a.py"), Text("Gone", "a.py"), Text("%(n)d day", "a.py", "%(n)d days")])
    mine = begun("cy", written(before, ""))
    mine.get("Kept").string = "Cadwyd"  # type: ignore[union-attr]  # it is there
    now = written(template([Text("Kept", "a.py"), Text("New", "b.py")]), "")
    again = begun("cy", now, written(mine, ""))
    assert {message.id: message.string for message in again if message.id} == {"Kept": "Cadwyd", "New": ""}
    assert compiled([begun("cy", now)], "cy") == b""
    assert compiled([again], "cy")


def test_a_translation_that_leaves_out_what_is_filled_in_is_refused() -> None:
    mine = begun("cy", written(template([Text("By %(who)s", "a.py")]), ""))
    assert amiss(mine) == []
    mine.get("By %(who)s").string = "Gan rywun"  # type: ignore[union-attr]  # it is there
    assert amiss(mine) == ["'By %(who)s': the translation leaves out %(who)s"]
    mine.get("By %(who)s").string = "Gan %(who)s"  # type: ignore[union-attr]  # as above
    assert amiss(mine) == []
