"""The retention file: what ships can be read, and a wrong rule is refused with place and remedy."""

import pytest

from heeded.adapters.policy import WrongPolicy, read_retention, shipped_retention

RULE = """
rules:
  - id: own
    record: child in need record
    controller: Leeds
    keep:
      - {from: birth, years: 25}
    at end: dispose
    source: a schedule
"""


def test_a_rule_is_read() -> None:
    (rule,) = read_retention(RULE, "own.yaml")
    assert (rule.controller, rule.periods[0].years, rule.unverified) == ("Leeds", 25, "")


def test_a_rule_for_any_controller_names_none() -> None:
    (rule,) = read_retention(RULE.replace("Leeds", "any"), "own.yaml")
    assert rule.controller == ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("child in need record", "letters"), '"own", "record": "letters" is none of'),
        (("years: 25", "years: 0"), '"years": must be whole years from 1'),
        (("years: 25", "years: true"), '"years": must be whole years from 1'),
        (("years: 25", "years: soon"), '"years": must be whole years from 1'),
        (("from: birth", "from: noon"), '"from": "noon" is none of'),
        (("at end: dispose", "at end: burn"), '"at end": "burn" is none of'),
        (("    source: a schedule\n", ""), "missing: source"),
        (("years: 25", "years: 25, if died before: 18"), "did not die young"),
        (("{from: birth, years: 25}", "birth"), "number 1: must hold names"),
    ],
)
def test_a_wrong_rule_is_refused_with_place_and_remedy(change: tuple[str, str], said: str) -> None:
    with pytest.raises(WrongPolicy, match=said) as refused:
        read_retention(RULE.replace(*change), "own.yaml")
    assert str(refused.value).startswith("own.yaml")


def test_a_rule_written_twice_is_refused() -> None:
    with pytest.raises(WrongPolicy, match="written twice: own"):
        read_retention(RULE + RULE.partition("rules:\n")[2], "own.yaml")


def test_no_shipped_rule_is_read_second_hand_without_a_mark() -> None:
    marked = {rule.id for rule in shipped_retention() if rule.unverified}
    assert {rule.id for rule in shipped_retention()} - marked == {
        "adoption-devon",
        "protection-flag-12-months",
    }
