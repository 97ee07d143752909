"""Every page and every address of the API, by the routers themselves: new ones join unasked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.doors.crawl.seeded import Canary

Answer = tuple[str, bytes]
"""What was asked, and everything that came back: status, headers and body."""

PURPOSE = {
    "Heeded-Purpose": "safeguarding",
    "Heeded-Basis": "CA2004-s11",
    "Heeded-Reason": "We look after this child this week",
}


def pages() -> list[str]:
    """The address of every page, with its parameters as the router writes them."""
    return sorted(
        {route for route in _routes(get_resolver().url_patterns, "") if not route.startswith("api/")}
    )


def addresses() -> list[tuple[str, str]]:
    """Every address of the API with its methods, as it describes itself."""
    document = json.loads(Client(SERVER_NAME="localhost").get("/api/openapi.json").content)
    return [
        (method, path)
        for path, methods in document["paths"].items()
        for method in methods
        if method in {"get", "post", "put", "patch", "delete"}
    ]


def crawl_pages(browser: Client, canary: Canary, names: Sequence[str]) -> Iterator[Answer]:
    """Ask for every page about a child, opened and read, and sent empty."""
    for route in sorted(pages(), key=lambda route: (route.startswith("account/"), "logout" in route, route)):
        for filled in _filled(route, canary, names):
            for method in ("get", "post"):
                if "<uuid:child>" in route:
                    browser.post(f"/children/{canary.child}/purpose/record", {"purpose": "safeguarding"})
                answer = getattr(browser, method)(f"/{filled}", follow=True)
                yield f"{method} /{filled}", _whole(answer)


def crawl_api(
    client: Client, canary: Canary, names: Sequence[str], headers: dict[str, str]
) -> Iterator[Answer]:
    """Ask for every address of the API about a child, with a purpose and without."""
    bodies: tuple[dict[str, Any], ...] = (
        {"system": "local", "value": canary.ref},
        {"child": canary.child, "kind": "visit", "facts": {}},
        {"events": []},
        {},
    )
    for method, path in addresses():
        for filled in _filled(path.lstrip("/"), canary, names):
            for asked in ({**headers, **PURPOSE}, headers):
                for body in bodies if method == "post" else (None,):
                    sent = (
                        {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
                    )
                    with_key = {**asked, "Idempotency-Key": uuid4().hex}
                    answer = getattr(client, method)(f"/{filled}", headers=with_key, **sent)
                    yield f"{method} /{filled} {body or ''}", _whole(answer)


def found(answers: Iterable[Answer], canaries: Iterable[Canary]) -> list[str]:
    """Where a canary's word stands in an answer, in whatever case."""
    words = [canary.word.lower().encode() for canary in canaries]
    return [asked for asked, answer in answers if any(word in answer.lower() for word in words)]


def _whole(answer: Any) -> bytes:  # noqa: ANN401 - as Django's client gives it, streamed or not
    body = b"".join(answer) if answer.streaming else answer.content
    return repr(dict(answer.headers)).encode() + bytes(body)


def _routes(patterns: Iterable[URLPattern | URLResolver], before: str) -> Iterator[str]:
    for each in patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _routes(each.url_patterns, route)
        else:
            yield route


def _filled(route: str, canary: Canary, names: Sequence[str]) -> Iterator[str]:
    """An address with its parameters filled by each name of the record that may stand there."""
    if "^" in route or "(?" in route:
        return
    start = min((route.find(sign) for sign in "<{" if sign in route), default=-1)
    if start < 0:
        yield route
        return
    end = min(place for place in (route.find(sign, start) for sign in ">}") if place >= 0)
    name = route[start + 1 : end].rpartition(":")[2]
    values = [canary.child] if name == "child" else ["record", "looks"] if name == "then" else list(names)
    for value in values:
        yield from _filled(route[:start] + value + route[end + 1 :], canary, names)
