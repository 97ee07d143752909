"""The pages in another language: nothing of theirs is left in English, and who chooses is heard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.test import Client, override_settings
from django.utils.translation import override

from heeded.bootstrap.settings import languages
from heeded.core.chronology.vocabulary import EVERY_KIND
from heeded.doors.web.shown import moments
from tests.doors.web.language.brackets import CODE, bare, written
from tests.doors.web.visiting import Answer, ada_now, browser, opened, signed_in


@pytest.fixture
def brackets(tmp_path: Path, admin: str) -> Iterator[str]:
    """A record whose pages can also be read in the language of brackets; its connection string."""
    written(tmp_path)
    with override_settings(LOCALE_PATHS=[tmp_path], LANGUAGES=languages(tmp_path)):
        yield admin


def reading(made: Client) -> Client:
    """A browser set to the language of brackets."""
    made.defaults["HTTP_ACCEPT_LANGUAGE"] = f"{CODE}, en;q=0.5"
    return made


NAMES = {"Heeded", "– Heeded", "Wanda Worker", "Ada Invented", "; Norhaven", "English", "Cymraeg"}
"""What is called the same in every language."""


def own_words(page: Answer) -> set[str]:
    """What a page says of its own in English: neither a name, nor a word of the record."""
    kinds = EVERY_KIND.values()
    fields = [field for kind in kinds for field in kind.fields]
    record = {word for field in fields for word in (field.name, *field.choices)}
    record |= {word for kind in kinds for word in (kind.name, kind.chapter, kind.meaning)}
    return {
        piece
        for piece in bare(page.content.decode())
        if piece not in NAMES and piece.casefold() not in {word.casefold() for word in record}
    }


def test_nothing_of_the_pages_own_is_left_in_english(brackets: str) -> None:
    child = ada_now(brackets)
    here = reading(signed_in("worker"))
    pages = {
        "found": opened(here, child, part="access"),
        **{part: opened(here, child, part=part) for part in ("accounts", "family", "plan", "requests")},
        "shield": here.get(f"/children/{child}/shield"),
        "find": here.get("/find"),
        "kinds": here.get("/record/kinds"),
        "drafts": here.get("/drafts"),
        "empty list": here.get("/?whose=mine"),
        "notices": here.get("/notices"),
        "nothing": here.get("/no/such/page"),
    }
    assert {name: left for name, page in pages.items() if (left := own_words(page))} == {}
    assert all("⟦" in page.content.decode() for page in pages.values())


def test_what_is_owed_and_why_one_looks_is_said_in_the_language_too(brackets: str) -> None:
    child = ada_now(brackets)
    here = reading(signed_in("worker"))
    assert "⟦Hold a strategy discussion⟧" in here.get("/?whose=agency").content.decode()
    asked = here.get(f"/children/{child}").content.decode()
    assert "⟦preventing or detecting crime against a child⟧" in asked
    assert "⟦law-enforcement processing by the police, under rules of its own⟧" in asked
    kinds = here.get("/record/kinds").content.decode()
    assert '<option value="injury observed">⟦injury observed⟧</option>' in kinds


def test_bare_words_are_seen() -> None:
    page = '<p title="⟦held⟧">⟦who <b>said</b> so⟧ bare <i aria-label="heard">⟦x⟧</i><script>no</script></p>'
    assert bare(page) == ["bare", "heard"]


def test_a_page_is_in_the_language_that_is_asked_for_and_says_which(brackets: str) -> None:
    assert brackets
    find = "/account/login/"
    for asked, said in ((CODE, CODE), ("fr", "en-gb"), ("", "en-gb"), (f"fr, {CODE};q=0.4", CODE)):
        page = browser().get(find, HTTP_ACCEPT_LANGUAGE=asked)
        assert f'<html lang="{said}">' in page.content.decode(), asked
        assert page["Content-Language"] == said


def test_whoever_chooses_a_language_keeps_it(brackets: str) -> None:
    assert brackets
    here = signed_in("worker")
    assert ">Cymraeg</option>" in here.get("/find").content.decode()
    chosen = here.post("/language", {"language": CODE, "next": "/find"})
    assert (chosen.status_code, chosen["Location"]) == (302, "/find")
    page = here.get("/find", HTTP_ACCEPT_LANGUAGE="en-gb").content.decode()
    assert f'<html lang="{CODE}">' in page
    assert "⟦Skip to the content⟧" in page
    astray = here.post("/language", {"language": "en-gb", "next": "https://elsewhere.example/"})
    assert "elsewhere" not in astray["Location"]
    assert '<html lang="en-gb">' in here.get("/find").content.decode()


def test_nothing_is_to_choose_while_nobody_has_translated_anything(admin: str) -> None:
    assert admin
    page = reading(signed_in("worker")).get("/find").content.decode()
    assert '<html lang="en-gb">' in page
    assert 'action="/language"' not in page


def test_a_day_is_written_as_the_language_writes_it() -> None:
    first = date(2026, 9, 1)
    said = {}
    for code in ("en-gb", CODE):
        with override(code):
            said[code] = (moments.day(first), moments.short_day(first), moments.weekday(first))
    assert said == {
        "en-gb": ("1 September 2026", "1 Sep 2026", "Tuesday"),
        CODE: ("1 Medi 2026", "1 Med 2026", "Dydd Mawrth"),
    }
