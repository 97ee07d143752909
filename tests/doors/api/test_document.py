"""Tests of the API's description: whole, sound, and the same as what the pages say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from tools.reference.api import openapi

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "api.md").read_text("utf-8")
PUBLIC = {"getHealth", "getKinds", "getCheckpoint", "getExtension"}


@cache
def document() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(openapi())
    return told


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document()["paths"].items():
        for method, told in methods.items():
            yield f"{method.upper()} {path}", told


def media(told: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    """Everything in a part of the description that has a schema of its own."""
    if isinstance(told, dict):
        content = told.get("content")
        yield from content.values() if isinstance(content, dict) else ()
        for value in told.values():
            yield from media(value)


def test_every_operation_says_what_it_is_for_and_what_may_go_wrong() -> None:
    answers = document()["components"]["responses"]
    for name, told in operations():
        assert told["summary"], name
        assert len(told["description"]) > 20, name
        assert told["tags"], name
        statuses = {int(status) for status in told["responses"]}
        assert statuses & {200, 201}, name
        assert 422 in statuses, name
        assert ({401, 403} <= statuses) is (told["operationId"] not in PUBLIC), name
        for status, answer in told["responses"].items():
            said = answers[answer["$ref"].rpartition("/")[2]] if "$ref" in answer else answer
            assert said["description"], (name, status)
            assert list(said["content"]) == ["application/problem+json"] or int(status) < 400, (name, status)


def test_every_operation_says_who_may_call_it() -> None:
    for name, told in operations():
        assert bool(told["security"]) is (told["operationId"] not in PUBLIC), name
        for each in told["security"]:
            (scopes,) = each.values()
            assert all(f"`{scope}`" in PAGE for scope in scopes), name


def test_every_field_and_parameter_says_what_it_means_and_every_body_has_an_example() -> None:
    for name, told in operations():
        for parameter in told.get("parameters", []):
            assert parameter["in"] == "path" or parameter.get("description"), (name, parameter["name"])
        for content in media(told.get("requestBody", {"content": {}})):
            assert content["schema"], name
        examples = told.get("requestBody", {}).get("content", {}).get("application/json", {"examples": {}})
        assert examples.get("examples") != {} or "requestBody" not in told, name
    for title, schema in document()["components"]["schemas"].items():
        for field, about in schema.get("properties", {}).items():
            assert "description" in about or "$ref" in json.dumps(about), (title, field)


def test_every_example_of_a_body_fits_its_schema() -> None:
    schemas = {"$defs": document()["components"]["schemas"]}
    seen = 0
    for name, told in operations():
        for content in media(told.get("requestBody")):
            for example in content.get("examples", {}).values():
                whole = json.loads(
                    json.dumps({**schemas, **content["schema"]}).replace("#/components/schemas/", "#/$defs/")
                )
                assert not [*Draft202012Validator(whole).iter_errors(example["value"])], name
                seen += 1
    assert seen >= 15


def test_the_description_is_sound_for_a_strict_reader() -> None:
    assert document()["openapi"] == "3.1.0"
    references = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(document())))
    assert references <= set(document()["components"]["schemas"])
    ids = [told["operationId"] for _, told in operations()]
    assert len(ids) == len(set(ids))


def test_the_page_has_every_operation_and_every_kind_of_problem() -> None:
    from heeded.doors.api.problem import Kind  # noqa: PLC0415 - after Django is set up

    for name, _ in operations():
        path = re.sub(r"\{[^}]+\}", "…", name.partition(" ")[2])
        found = re.sub(r"\$[A-Z]+", "…", PAGE).replace("…/api", "/api")
        assert re.search(re.escape(path) + r"(?![\w/-])", found), name
    for kind in Kind:
        assert f"| `{kind.slug}` | {kind.status} |" in PAGE


def test_no_two_shapes_have_one_name() -> None:
    openapi()
    from ninja import Schema  # noqa: PLC0415 - after Django is set up

    shapes, classes = [Schema], set()
    while shapes:
        more = shapes.pop().__subclasses__()
        classes |= {each for each in more if each.__module__.startswith("heeded.doors.api")}
        shapes += more
    found = [each.__name__ for each in classes]
    assert sorted({name for name in found if found.count(name) > 1}) == []
