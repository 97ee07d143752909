"""Bundles for the tests: the sample, and what is made of it."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from heeded.adapters.exchange.fhir import read_bundle
from heeded.core.chronology.report import Report

REPORTS = Path(__file__).parents[3] / "data" / "reports"
SAMPLE = REPORTS / "child_t_hospital_fhir_r4.json"

Resource = dict[str, object]


def read_with(change: Callable[[dict[str, Resource]], object], *more: Mapping[str, object]) -> Report:
    """The sample read after its resources, by id, were changed and others were added."""
    bundle = json.loads(SAMPLE.read_text("utf-8"))
    change({entry["resource"]["id"]: entry["resource"] for entry in bundle["entry"]})
    bundle["entry"] += [{"resource": dict(resource)} for resource in more]
    return read_bundle(json.dumps(bundle).encode(), "hospital")


def read_adding(*more: Mapping[str, object]) -> Report:
    """The sample read with other resources added."""
    return read_with(lambda _: None, *more)
