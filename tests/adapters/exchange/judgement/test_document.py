"""Judgement as data: whatever the stories hold keeps to the published schema, and what is wrong does not."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from typing import Any

import pytest

from heeded.adapters.exchange.judgement.schema import LISTS, judgement_schema
from heeded.bootstrap import judgement, open_scenario, scenarios
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.scenario import Scenario
from tests.adapters.exchange.test_schemas import faults, validator

Path = tuple[str | int, ...]
OPEN = ("facts", "keys", "withheld")
"""Objects whose properties depend on what they hold."""
TOLD = [(name, variant.name) for name in scenarios() for variant in open_scenario(name).variants]


@cache
def story(name: str, variant: str) -> Scenario:
    """A story as it is told."""
    return open_scenario(name).told_as(variant)


def data(chronology: Chronology, child: str, now: int, to: str | None = None) -> object:
    """The judgement of a record as JSON carries it."""
    return json.loads(json.dumps(judgement.of_record(chronology, child, now, to)))


@cache
def child_t() -> object:
    """The whole of Child T's."""
    told = story("child-t", "brief")
    return data(told.chronology, told.children[0], 2**31)


def objects(value: object, path: Path = ()) -> Iterator[Path]:
    """The paths of all objects in a value."""
    if isinstance(value, dict):
        yield path
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in parts:
        yield from objects(part, (*path, step))


@cache
def shapes() -> tuple[Path, ...]:
    """The path of one object for each place in the document and each set of properties there."""
    found = {
        (tuple(step for step in path if isinstance(step, str)), tuple(at(child_t(), path))): path
        for path in objects(child_t())
    }
    return tuple(found.values())


def at(value: Any, path: Path) -> Any:  # noqa: ANN401 - JSON has no one type
    """What stands at a path."""
    for step in path:
        value = value[step]
    return value


@pytest.mark.parametrize(("name", "variant"), TOLD)
def test_a_story_keeps_to_the_schema_at_each_of_its_moments_whoever_looks(name: str, variant: str) -> None:
    told = story(name, variant)
    moments = sorted({entry.told for entry in told.chronology.entries})
    looking = cycle((None, *told.chronology.agencies))
    for now, child, to in zip((moments[0] - 1, *moments), cycle(told.children), looking, strict=False):
        assert faults(data(told.chronology, child, now, to), "judgement") == []
    assert faults(data(told.chronology, told.children[0], moments[-1]), "judgement") == []


def test_child_t_fills_every_list() -> None:
    assert [name for name in LISTS if not at(child_t(), (name,))] == []


def test_a_record_of_nothing_keeps_to_the_schema() -> None:
    assert faults(data(Chronology("f", ()), "somebody", 10**9), "judgement") == []


def test_nothing_may_be_added_anywhere_no_score_least_of_all() -> None:
    taken = []
    for path in shapes():
        if path and path[-1] in ("keys", "withheld"):
            continue
        changed = copy.deepcopy(child_t())
        at(changed, path)["score"] = 7
        if validator("judgement").is_valid(changed):
            taken.append(path)
    assert taken == []


def test_nothing_may_be_left_out_but_what_was_not_said() -> None:
    taken = []
    for path in shapes():
        if path and path[-1] in OPEN:
            continue
        for name in at(child_t(), path):
            changed = copy.deepcopy(child_t())
            del at(changed, path)[name]
            if validator("judgement").is_valid(changed):
                taken.append((*path, name))
    assert taken == []


WRONG: dict[str, tuple[str, Any]] = {
    "an answer that is none": ("answers/0/answer", "probably"),
    "a strength in other words": ("answers/0/strength", "80%"),
    "an answer told in a kind that answers nothing": ("answers/0/said/kind", "bail"),
    "an explanation that fits in other words": ("explanations/0/explanations/0/said/facts/fit", "likely"),
    "an explanation told as something else": ("explanations/0/explanations/0/said/kind", "disclosure"),
    "a site that no list holds": ("injuries/0/marks/0/facts/sites", ["somewhere"]),
    "an age of a bruise": ("injuries/0/marks/0/facts/age", "2 days"),
    "an injury without a mark": ("injuries/0/marks", []),
    "an age before birth": ("injuries/0/least_months", -1),
    "a prompt that says likely": ("injuries/0/prompts/0/reading", "likely"),
    "a possible source without a way in": ("sources/0/people/0/access", []),
    "a source excluded by nobody": ("sources/0/people/0/considered", "excluded"),
    "a source who was out": ("sources/0/people/0/away", ["out"]),
    "a disclosure without its words' entry": ("disclosures/0/said", []),
    "a part of an answer that no answer has": ("disclosures/0/unanswered", ["mood"]),
    "an assumption in a form that no record can check": ("assumptions/0/condition", "all is well"),
    "a decision on a question of its own": ("decisions/0/question", "is the child happy"),
    "a disagreement of one side": ("disagreements/0/raised", []),
    "a disagreement that never was a step": ("disagreements/0/reached", 0),
    "a question that stands well": ("unknowns/questions/0/standing", "fine"),
    "a decision over anything but a disagreement": ("decisions/0/dissent", [""]),
    "a time in words": ("decisions/0/said/told", "yesterday"),
    "a time of no zone": ("as_of", "2011-02-14T11:00:00"),
    "another form": ("form", "heeded judgement 2"),
    "a list of sources that does not say what it means": ("means", []),
    "a sector that is none": ("agencies/0/sector", "press"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_departs_from_the_schema(name: str) -> None:
    place, value = WRONG[name]
    *path, last = (int(step) if step.isdigit() else step for step in place.split("/"))
    changed = copy.deepcopy(child_t())
    at(changed, tuple(path))[last] = value
    assert faults(changed, "judgement")


def test_no_part_of_the_schema_is_without_a_use() -> None:
    schema = judgement_schema()
    parts = schema["$defs"]
    assert isinstance(parts, dict)
    used = json.dumps(schema)
    unused = {name for name in parts if f'"#/$defs/{name}"' not in used}
    assert {name for name in unused if not name.startswith("answer-of-")} == set()
