"""A chapter of the handbook: its prose, and each rule in its place, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from heeded.doors.web.handbook.book import Book, Chapter, open_book, today
from heeded.doors.web.handbook.shown.drawing import drawing
from heeded.doors.web.handbook.shown.examples import example_shown
from heeded.doors.web.handbook.shown.kept import Kept, kept
from heeded.doors.web.handbook.shown.prose import Part, headings, parts
from heeded.doors.web.handbook.shown.rules import amounts_shown, rule_shown
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page


@require_safe
@for_practitioners
def chapter(request: HttpRequest, visitor: Visitor, address: str) -> HttpResponse:
    """A chapter, with the chapters before and after it."""
    book = open_book()
    found = book.chapter(address)
    if found is None:
        return nothing(request)
    before, after = book.beside(found)
    counted = kept(visitor.actor)
    return page(
        request,
        "web/handbook/chapter.html",
        {
            "book": book.handbook,
            "chapter": found,
            "parts": [*_parts(found, book, counted, visitor.now)],
            "headings": headings(found.step.text),
            "before": before,
            "after": after,
            "drawing": drawing(found.rules, found.step.title) if found.rules else None,
            "kept": counted,
        },
    )


def _parts(found: Chapter, book: Book, counted: Kept, now: int) -> Iterator[dict[str, object]]:
    """The parts of the chapter in their order, each as what it is."""
    handbook, on, examples = book.handbook, today(now), 0
    for part in parts(found.step.text):
        match part.language:
            case "rule":
                for rule in found.rules:
                    if _within(rule.line, part):
                        shown = rule_shown(rule, handbook, on)
                        yield {"rule": shown, "kept": counted.of(rule.name)}
            case "example":
                for example in handbook.examples:
                    if example.file == found.step.file and _within(example.line, part):
                        examples += 1
                        yield {"example": example_shown(example, part.text, examples)}
            case "amounts":
                held = [
                    amounts_shown(each, on)
                    for each in handbook.amounts.values()
                    if each.file == found.step.file and any(_within(line.line, part) for line in each.lines)
                ]
                yield {"amounts": [line for lines in held for line in lines]}
            case _:
                yield {"html": part.html}


def _within(line: int, part: Part) -> bool:
    return part.first <= line <= part.last
