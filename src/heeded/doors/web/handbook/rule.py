"""A rule of the handbook by itself: its wordings, examples, amounts, and how well it is kept."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from heeded.core.procedures.account.source import source_of
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import Duty, OfFinding, Rule
from heeded.doors.web.handbook.book import Chapter, open_book, today
from heeded.doors.web.handbook.shown.drawing import drawing
from heeded.doors.web.handbook.shown.examples import ExampleShown, example_shown
from heeded.doors.web.handbook.shown.kept import kept
from heeded.doors.web.handbook.shown.prose import parts
from heeded.doors.web.handbook.shown.rules import rule_shown, title_of
from heeded.doors.web.page import Visitor, for_practitioners, nothing, page


@require_safe
@for_practitioners
def rule(request: HttpRequest, visitor: Visitor, name: str) -> HttpResponse:
    """A rule, by its name or its published number; where several bear the number, the first."""
    book, on = open_book(), today(visitor.now)
    handbook = book.handbook
    named = handbook.rules_named(name)
    wordings = [each for each in named if each.name == named[0].name] if named else []
    if not wordings:
        return nothing(request)
    latest = wordings[-1]
    chapter = book.chapter_of(latest)
    counted = kept(visitor.actor)
    return page(
        request,
        "web/handbook/rule.html",
        {
            "title": title_of(latest),
            "name": latest.name,
            "ref": latest.ref,
            "chapter": chapter,
            "wordings": [
                (rule_shown(each, handbook, on), source_of(each, handbook).block.strip("\n"))
                for each in reversed(wordings)
            ],
            "examples": [*_examples(latest.name, chapter, handbook)],
            "drawing": drawing(wordings[-1:], title_of(latest)),
            "starts": [(each.name, title_of(each)) for each in handbook.rules if _starts_on(each, latest)],
            "kept": counted,
            "count": counted.of(latest.name),
        },
    )


def _examples(name: str, chapter: Chapter, handbook: Handbook) -> Iterator[ExampleShown]:
    """The examples of a chapter that say what becomes of a rule."""
    blocks = [part for part in parts(chapter.step.text) if part.language == "example"]
    number = 0
    for example in handbook.examples:
        told = {one.rule for one in (*example.expected, *example.not_owed)}
        if example.file == chapter.step.file and name in told:
            number += 1
            text = next((part.text for part in blocks if part.first <= example.line <= part.last), "")
            yield example_shown(example, text, number)


def _starts_on(rule: Rule, other: Rule) -> bool:
    form = rule.form
    return isinstance(form, Duty) and isinstance(form.when, OfFinding) and form.when.rule == other.name
