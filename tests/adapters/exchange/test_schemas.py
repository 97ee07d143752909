"""The published schemas: as the code would write them, sound by themselves, and true of what is read."""

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from referencing import Registry, Resource

from heeded.adapters.exchange.heeded_json import read_report_value, write_report
from heeded.core.chronology.report import Report
from tests.adapters.exchange.heeded_json.any_report import report
from tests.adapters.exchange.heeded_json.test_refusals import DETAILS, EVENT, GRAVE, PEOPLE, PERSON
from tools.reference.standard import STANDARD, lists, schemas

REPORTS = Path(__file__).parents[2] / "data" / "reports"

BEYOND_A_SCHEMA = {
    "a day that does not exist",
    "a correction of itself",
    "a birth that does not exist",
}
"""What only reading finds amiss."""


@cache
def published() -> Registry[dict[str, object]]:
    """The published schemas, each under the name of its file, as whoever has the folder finds them."""
    files = {path.name: json.loads(path.read_text("utf-8")) for path in STANDARD.glob("*.schema.json")}
    return Registry().with_resources((name, Resource.from_contents(file)) for name, file in files.items())


@cache
def validator(name: str, part: str = "") -> Draft202012Validator:
    """The published schema of that name, or a part of it, ready to judge."""
    within = f"#/$defs/{part}" if part else ""
    return Draft202012Validator({"$ref": f"{name}.schema.json{within}"}, registry=published())


def faults(value: object, name: str = "report", part: str = "") -> list[str]:
    """What the schema says against a value: where, and what."""
    return [f"{error.json_path}: {error.message:.200}" for error in validator(name, part).iter_errors(value)]


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_as_make_docs_would_write_it(name: str) -> None:
    assert (STANDARD / name).read_text("utf-8") == schemas()[name], "run make docs"
    Draft202012Validator.check_schema(json.loads(schemas()[name]))


@pytest.mark.parametrize("name", lists())
def test_a_list_is_as_make_docs_would_write_it(name: str) -> None:
    assert (STANDARD / name).read_text("utf-8") == lists()[name], "run make docs"


def test_there_is_no_schema_that_nothing_writes() -> None:
    assert {path.name for path in STANDARD.glob("*.json")} == {
        name for name in {**schemas(), **lists()} if name.endswith(".json")
    }


@pytest.mark.parametrize(
    ("sample", "name"), [("child_t_hospital.json", "report"), ("police_notice.json", "police-notice")]
)
def test_the_samples_keep_to_their_schemas(sample: str, name: str) -> None:
    assert faults(json.loads((REPORTS / sample).read_text("utf-8")), name) == []


@settings(max_examples=60)
@given(report())
def test_whatever_is_written_keeps_to_the_schema(sent: Report) -> None:
    assert faults(json.loads(write_report(sent))) == []


@pytest.mark.parametrize("name", sorted({*GRAVE, *DETAILS} - BEYOND_A_SCHEMA))
def test_what_the_reader_sets_aside_of_an_event_departs_from_the_schema(name: str) -> None:
    changed = (GRAVE | DETAILS)[name][0]
    whole = {"id": "r1", "people": [PERSON], "events": [EVENT | changed]}
    assert read_report_value(whole, "hospital").refusals
    assert faults(whole)


@pytest.mark.parametrize("name", sorted(set(PEOPLE) - BEYOND_A_SCHEMA))
def test_what_the_reader_sets_aside_of_a_person_departs_from_the_schema(name: str) -> None:
    assert faults({"id": "r1", "people": [PERSON | PEOPLE[name][0]], "events": [EVENT]})


def test_a_sound_report_keeps_to_the_schema() -> None:
    assert faults({"id": "r1", "people": [PERSON], "events": [EVENT]}) == []
