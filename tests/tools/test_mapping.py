"""The mapping to the draft national standard: every property and kind once, in codes that it has."""

from __future__ import annotations

from collections import Counter
from typing import Any

from heeded.adapters.exchange.judgement.schema import judgement_schema
from heeded.core.chronology.vocabulary import KINDS
from tools.reference.mapping.missing import MISSING
from tools.reference.mapping.national import CODES
from tools.reference.mapping.rows import KINDS_MAPPED, PROPERTIES, Match

SCHEMA: dict[str, Any] = judgement_schema()
PARTS = {
    name: set(part["properties"])
    for name, part in SCHEMA["$defs"].items()
    if "properties" in part and not name.startswith("answer-of-") and "$ref" not in part
}
OURS = {(name, each) for name, held in PARTS.items() for each in held}
DOCUMENT = {
    ("document", name)
    for name, held in SCHEMA["properties"].items()
    if "#/$defs/" not in str(held.get("items", held)) or name in ("child", "came_again", "people", "agencies")
}
THEIRS = {code for codes in CODES.values() for code in codes}


def test_each_property_of_each_part_is_mapped_once() -> None:
    mapped = Counter((row.part, name) for row in PROPERTIES for name in row.names)
    assert set(mapped) - {each for each in mapped if each[0] == "document"} == OURS
    assert {each for each in mapped if each[0] == "document"} >= DOCUMENT
    assert [each for each, times in mapped.items() if times > 1] == []


def test_each_kind_in_which_judgement_is_told_is_mapped_once() -> None:
    mapped = Counter(name for row in KINDS_MAPPED for name in row.names)
    assert [each for each, times in mapped.items() if times > 1 or each not in KINDS] == []
    told = {
        kind
        for part in _said_in(SCHEMA["$defs"])
        for kind in part["properties"]["kind"]["enum"]
        if len(part["properties"]["kind"]["enum"]) < len(KINDS)
    }
    assert told <= set(mapped)


def _said_in(value: object) -> list[Any]:
    """Every part of a schema that restricts the kinds in which something is said."""
    if isinstance(value, dict):
        own = [value] if "enum" in _kind(value) and value.get("$ref") == "#/$defs/said" else []
        return own + [found for part in value.values() for found in _said_in(part)]
    return [found for part in value for found in _said_in(part)] if isinstance(value, list) else []


def _kind(value: dict[str, Any]) -> dict[str, Any]:
    properties = value.get("properties", {})
    kind = properties.get("kind", {}) if isinstance(properties, dict) else {}
    return kind if isinstance(kind, dict) else {}


def test_a_code_is_one_that_the_draft_has_and_what_has_no_place_names_none() -> None:
    for row in (*PROPERTIES, *KINDS_MAPPED):
        assert row.code in {"", *THEIRS}, row
        assert (row.match is Match.NONE) == (row.element == ""), row


def test_a_proposal_adds_what_is_not_there_and_says_for_what_of_ours() -> None:
    known = {*KINDS, *PARTS, "document"}
    for each in MISSING:
        assert set(each.ours) <= known, each
        assert not THEIRS & {code.strip() for code in each.code.split(",")}, each


def test_whatever_has_no_place_there_is_asked_for() -> None:
    asked = {name for each in MISSING for name in each.ours}
    assert {name for row in KINDS_MAPPED if row.match is Match.NONE for name in row.names} <= asked
