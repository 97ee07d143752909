"""The handbook's contents: its chapters, editions and review dates, and a search through all of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from heeded.core.procedures.account.search import Found, search
from heeded.core.procedures.check.reviews import is_past
from heeded.core.procedures.handbook import Edition
from heeded.doors.web.handbook.book import Book, open_book, today
from heeded.doors.web.handbook.shown.rules import title_of
from heeded.doors.web.page import Visitor, for_practitioners, page
from heeded.doors.web.shown.moments import day

MOST = 60
"""How many places a search shows."""
LONGEST = 200
"""How many letters of a search are read, and of a place that it finds are shown at most."""


@require_safe
@for_practitioners
def contents(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """The contents; with `q`, where the words stand."""
    book, on = open_book(), today(visitor.now)
    sought = request.GET.get("q", "").strip()[:LONGEST]
    found = [*search(book.handbook, sought)] if sought else []
    return page(
        request,
        "web/handbook/contents.html",
        {
            "book": book.handbook,
            "chapters": [(each, each.late(on)) for each in book.chapters],
            "rules": sum(len(each.rules) for each in book.chapters),
            "editions": [_edition(each, now=each.covers(on)) for each in book.handbook.editions],
            "owner": book.handbook.owner,
            "review_by": day(book.handbook.review_by) if book.handbook.review_by else "",
            "review_late": is_past(book.handbook.review_by, on),
            "sought": sought,
            "found": [_found(each, book) for each in found[:MOST]],
            "number": len(found),
            "more": max(0, len(found) - MOST),
        },
    )


def _edition(edition: Edition, *, now: bool) -> dict[str, object]:
    return {
        "name": edition.name,
        "title": edition.title,
        "since": day(edition.since),
        "until": day(edition.until) if edition.until else "",
        "agreed_by": edition.agreed_by,
        "agreed_on": day(edition.agreed_on) if edition.agreed_on else "",
        "unverified": edition.unverified,
        "now": now,
    }


def _found(found: Found, book: Book) -> dict[str, object]:
    chapter = next(each for each in book.chapters if each.step == found.step)
    text = found.text if len(found.text) <= 2 * LONGEST else f"{found.text[: 2 * LONGEST].rstrip()} …"
    return {
        "chapter": chapter,
        "rule": found.rule,
        "title": title_of(found.rule) if found.rule else "",
        "text": text,
    }
