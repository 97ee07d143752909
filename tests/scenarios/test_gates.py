"""Asking before an act is done: which gates stand in its way, and that asking changes nothing."""

from dataclasses import replace

import pytest

from heeded.bootstrap import open_handbook, open_scenario
from heeded.casework.judging.gates import Gates
from heeded.casework.judging.judge import AsKnown, verdicts
from heeded.casework.judging.proposal import PROPOSED
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.chronology.when import When
from heeded.core.evaluation import definition

SATURDAY = When.parse("2010-06-19T10:00")
_REOPENED = ("case closed", "case reopened")


@pytest.fixture(scope="module")
def chronology() -> Chronology:
    return open_scenario("child-t").told_as("brief").chronology


@pytest.fixture(scope="module")
def gates() -> Gates:
    return Gates.of(open_handbook())


def act(kind: str, child: str = "T", **facts: str) -> Entry:
    """Something that the hospital is about to do on the Saturday morning."""
    second = SATURDAY.earliest
    return Entry(
        id="planned",
        kind=kind,
        child=child,
        happened=SATURDAY,
        told=second,
        source=Source("hospital"),
        facts=facts,
    )


def refs(gates: Gates, chronology: Chronology, planned: Entry) -> set[str]:
    return {judged.rule.ref for judged in gates.in_the_way(planned, chronology, AsKnown(SATURDAY.earliest))}


def test_a_discharge_that_is_only_planned_meets_its_gate(gates: Gates, chronology: Chronology) -> None:
    assert "HO-01" in refs(gates, chronology, act("hospital discharge", to="home"))


def test_taking_the_child_to_safety_meets_no_gate(gates: Gates, chronology: Chronology) -> None:
    assert refs(gates, chronology, act("police protection started")) == set()
    assert refs(gates, chronology, act("became looked after")) == set()


def test_a_child_of_whom_nothing_is_known_meets_no_gate(gates: Gates, chronology: Chronology) -> None:
    assert refs(gates, chronology, act("hospital discharge", child="Iris", to="home")) == set()


def test_police_protection_opens_the_gate(gates: Gates, chronology: Chronology) -> None:
    protected = replace(
        act("police protection started"), id="protected", happened=When.parse("2010-06-19T09:00")
    )
    safer = replace(chronology, entries=(*chronology.entries, protected))
    assert "HO-01" not in refs(gates, safer, act("hospital discharge", to="home"))


def test_before_anything_is_known_nothing_stands_in_the_way(gates: Gates, chronology: Chronology) -> None:
    assert gates.standing(chronology, AsKnown(When.parse("2010-06-17").latest)) == ()


def test_each_gate_says_which_acts_it_would_meet_and_why(gates: Gates, chronology: Chronology) -> None:
    found = gates.standing(chronology, AsKnown(When.parse("2010-06-18T23:30").latest))
    home = [gate for gate in found if gate.judged.rule.ref == "HO-01"]
    assert {act for gate in home for act in gate.acts} == {"hospital discharge", "child returned home"}
    assert all(gate.judged.because.startswith("Because ") for gate in home)
    assert {gate.judged.finding.child for gate in found} == {"T"}


@pytest.mark.parametrize(("since", "stands"), [((), True), (("case closed",), False), (_REOPENED, True)])
def test_what_has_been_closed_is_not_closed_once_more(
    gates: Gates, chronology: Chronology, since: tuple[str, ...], *, stands: bool
) -> None:
    now = When.parse("2010-06-18T23:30").latest
    told = tuple(
        replace(
            act(kind), id=f"{kind} {number}", source=Source("haringey"), keys={"referral": "R9"}, told=now - 9
        )
        for number, kind in enumerate(("hand-over offered", *since))
    )
    at = [replace(each, happened=When.parse(f"2010-06-18T2{n}:00")) for n, each in enumerate(told)]
    held = replace(chronology, entries=(*chronology.entries, *at))
    found = gates.standing(held, AsKnown(now))
    closing = [each for each in found if each.judged.finding.key == "R9"]
    assert any("case closed" in each.acts for each in closing) is stands


def test_asking_records_nothing(gates: Gates, chronology: Chronology) -> None:
    before = chronology.entries
    gates.standing(chronology, AsKnown(SATURDAY.latest))
    assert chronology.entries == before
    assert PROPOSED not in {entry.id for entry in chronology.entries}


def test_every_act_that_a_gate_speaks_of_can_be_proposed(gates: Gates, chronology: Chronology) -> None:
    for moment in ("2010-06-18T23:30", "2010-07-08T10:00", "2011-02-14T10:30"):
        for gate in gates.standing(chronology, AsKnown(When.parse(moment).latest)):
            assert set(gate.acts) <= set(KINDS)


@pytest.mark.parametrize(
    "moment", ["2010-06-18T19:40", "2010-06-22", "2010-07-13", "2011-02-12", "2011-02-16", "2013-10-10"]
)
@pytest.mark.parametrize("known_to", [None, "haringey", "police"])
def test_the_kernels_and_the_definition_tell_the_same_story(
    chronology: Chronology, moment: str, known_to: str | None
) -> None:
    handbook, now = open_handbook(), When.parse(moment).latest
    told = (
        verdicts(chronology, handbook, AsKnown(now, known_to)),
        definition.evaluate(chronology, handbook, now, known_to),
    )
    quick, slow = ({finding.identity: finding.judged for finding in found} for found in told)
    assert quick == slow
    assert [each.rule for each in told[0]] == [each.rule for each in told[1]]
