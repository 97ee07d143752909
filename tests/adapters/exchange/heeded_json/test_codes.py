"""Regions of the body in a report: by their words or their codes, old words too, and near ones hinted at."""

from __future__ import annotations

import json
from typing import Any

import pytest

from heeded.adapters.exchange.heeded_json import read_report
from heeded.core.chronology.body import REGIONS
from heeded.core.chronology.report import Report

EVENT: dict[str, Any] = {
    "ref": "E1",
    "kind": "injury observed",
    "child": "T",
    "happened": "2024-03-08T16:00",
    "told": "2024-03-08T16:20",
}


def reported(sites: list[str]) -> Report:
    """A report of a bruise at some sites."""
    event = {**EVENT, "facts": {"what": "bruise", "sites": sites}}
    sent = {"report": "R1", "people": [{"ref": "T", "name": "T Invented"}], "events": [event]}
    return read_report(json.dumps(sent).encode(), "hospital")


@pytest.mark.parametrize("sites", [["left-shoulder-blade", "torso"], ["left shoulder blade", "torso"]])
def test_a_code_is_read_as_the_regions_name(sites: list[str]) -> None:
    (event,) = reported(sites).events
    assert event.facts["sites"] == {"left shoulder blade", "torso"}


def test_every_code_is_read() -> None:
    (event,) = reported([region.code for region in REGIONS][:90]).events
    assert event.facts["sites"] == {region.name for region in REGIONS[:90]}


def test_a_stranger_is_set_aside_with_the_nearest_word_and_where_all_stand() -> None:
    report = reported(["left sholder blade"])
    (refusal,) = [each for each in report.refusals if "sites" in each.place]
    assert "left shoulder blade" in refusal.reason
    assert "docs/standard/body-regions.md" in refusal.reason
    assert report.events[0].facts == {"what": "bruise"}
