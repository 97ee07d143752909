"""Requests by chance and by malice over every operation, as every role; what no answer may be."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.doors.api.callers import bearer, caller, make_practitioner
from tests.doors.api.hostile import changed

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
PURPOSE = {"Heeded-Purpose": "safeguarding", "Heeded-Basis": "CA2004-s11"}
SCOPES = (
    *("events:write", "children:find", "chronology:read", "worklist:read", "worklist:write", "acts:write"),
    *("glass:break", "looks:review", "walls:write", "receipts:read", "practitioners:act-for"),
)
PUBLIC = frozenset({"getHealth", "getKinds", "getCheckpoint", "getExtension"})


LET_IN_NOWHERE = frozenset({"nobody", "a withdrawn secret", "a system with no scope"})
"""The roles to which every operation but the public ones is closed."""


def roles() -> dict[str, dict[str, str]]:
    """Who asks, by name: the headers that they send."""
    people = (("ms-hale", "team manager"), ("ms-board", "board member"), ("ms-officer", "named officer"))
    for name, role in people:
        make_practitioner(name, "council", role)
    manager, board, officer = (bearer("council", *SCOPES) for _ in people)
    return {
        "nobody": {},
        "a withdrawn secret": {"Authorization": "Bearer council-test-system-00000000.x"},
        "a system with every scope": {**bearer("hospital", *SCOPES), **PURPOSE},
        "a system with no scope": {**bearer("hospital"), **PURPOSE},
        "a team manager": {**manager, **PURPOSE, "Heeded-Practitioner": "ms-hale"},
        "a named officer": {
            **officer,
            "Heeded-Practitioner": "ms-officer",
            "Heeded-Purpose": "oversight",
            "Heeded-Basis": "CA2004-s11",
        },
        "a board member": {**board, **PURPOSE, "Heeded-Practitioner": "ms-board"},
    }


@dataclass
class Seen:
    """How many requests were answered with what, by operation."""

    answers: Counter[tuple[str, int]] = field(default_factory=Counter)

    def note(self, operation: str, status: int) -> None:
        """Count an answer."""
        self.answers[operation, status] += 1

    @property
    def statuses(self) -> dict[str, set[int]]:
        """The statuses with which each operation answered."""
        found: dict[str, set[int]] = {}
        for operation, status in self.answers:
            found.setdefault(operation, set()).add(status)
        return found


def by_chance(
    document: dict[str, Any], role: Mapping[str, str], examples: int, child: str, start: int = 0
) -> Seen:
    """Ask every operation what its description allows, and what it does not, as somebody.

    Half of the requests are about a child whom the record holds.
    """
    seen = Seen()
    schema = schemathesis.openapi.from_dict(document)
    schema.app = WSGIHandler()
    for found in schema.get_all_operations():
        _ask(cast("Any", found).ok(), role, examples, child, start, seen)
    return seen


def _ask(
    operation: Any,  # noqa: ANN401 - schemathesis has no type of its own for it
    role: Mapping[str, str],
    examples: int,
    child: str,
    start: int,
    seen: Seen,
) -> None:
    name = operation.definition.raw["operationId"]

    @seed(start)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=_asked(operation), known=st.booleans())
    def ask(case: Any, known: bool) -> None:  # noqa: ANN401, FBT001 - as hypothesis gives them
        if known:
            _about(case, child)
        if "Heeded-Practitioner" not in role and case.headers:
            case.headers.pop("Heeded-Practitioner", None)
        response = case.call(headers={**role, "Host": "localhost"})
        seen.note(name, response.status_code)
        case.validate_response(response, checks=CHECKS)
        if "Authorization" not in role and name not in PUBLIC:
            assert response.status_code in {401, 404, 405, 422}, (name, response.status_code)

    ask()


def _asked(operation: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - as above
    """What the description allows and, where there is anything to spoil, what it does not."""
    fits = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
    if not any(part for part in (operation.body, operation.query, operation.headers)):
        return cast("st.SearchStrategy[Any]", fits)
    return st.one_of(fits, operation.as_strategy(generation_mode=GenerationMode.NEGATIVE))


def _about(case: Any, child: str) -> None:  # noqa: ANN401 - as above
    """Let a request be about this child, and what it tells be of a kind that there is."""
    if "child" in (case.path_parameters or {}):
        case.path_parameters["child"] = child
    if isinstance(case.body, dict):
        case.body = {**case.body, "child": child}
        if isinstance(case.body.get("kind"), str):
            case.body["kind"] = "injury observed"


def by_malice(document: dict[str, Any], role: Mapping[str, str], child: str, every: int = 1) -> Seen:
    """Send the example of every body with each of its parts made hostile; every so many of them."""
    seen = Seen()
    for path, name, body, documented in _examples(document):
        for number, sent in enumerate(changed({**body, "child": child} if "child" in body else body)):
            if number % every:
                continue
            data = json.dumps(sent).encode()
            headers = {**role, "Idempotency-Key": f"hostile-{name}-{number}"}
            answer = caller().post(path, data, content_type="application/json", headers=headers)
            seen.note(name, answer.status_code)
            assert answer.status_code in documented, (name, data[:300], answer.content[:300])
            assert answer.status_code < 400 or answer["Content-Type"] == "application/problem+json"
            answer.content.decode("utf-8")
    return seen


def _examples(document: dict[str, Any]) -> Iterator[tuple[str, str, Any, set[int]]]:
    for path, methods in document["paths"].items():
        told = methods.get("post", {})
        content = told.get("requestBody", {}).get("content", {}).get("application/json", {})
        for example in content.get("examples", {}).values():
            documented = {int(status) for status in told["responses"]}
            yield path, told["operationId"], example["value"], documented - {500}
