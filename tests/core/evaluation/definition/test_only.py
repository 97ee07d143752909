"""Tests of judging some triggers alone: what is told of them is what is told of them among all."""

from __future__ import annotations

from heeded import bootstrap
from heeded.core.evaluation.definition import evaluate
from heeded.core.evaluation.sequence import began_by


def test_what_is_told_of_some_triggers_alone_is_what_is_told_of_them_among_all() -> None:
    handbook = bootstrap.open_handbook()
    chronology = bootstrap.open_scenario("child-t").chronology
    now = max(entry.told for entry in chronology.entries) + 5 * 86_400
    whole = evaluate(chronology, handbook, now)
    for trigger in sorted({finding.trigger for finding in whole})[::7]:
        alone = evaluate(chronology, handbook, now, only=began_by(trigger))
        wanted = [finding for finding in whole if finding.trigger == trigger]
        assert [finding for finding in alone if finding.trigger == trigger] == wanted
        assert wanted


def test_the_trigger_of_a_lapse_names_the_lapse_before_it() -> None:
    second = "step-2/step-1/e1/ada//ada/"
    assert began_by("step-3/" + second + "/ada/")[-1] == "e1"
    assert began_by("e1") == ("e1",)
