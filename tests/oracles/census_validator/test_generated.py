"""Three hundred random returns: the validator and we name the same rows, but where it must be otherwise."""

from __future__ import annotations

from collections import Counter

from tests.oracles.census_validator import peer
from tests.oracles.census_validator.agreement import not_kept
from tests.oracles.census_validator.expected import breaks_down, differences, explained
from tests.oracles.census_validator.generated import Json, one_return, together
from tests.oracles.census_validator.reasons import Reason, Side
from tests.oracles.census_validator.tables import EPISODES, Tables

RETURNS = 300
TOGETHER = "8670Q 8675Q 8569Q 8867 8868 2990 8831 8832 4000 2991Q 8825Q".split()
"""The rules that are judged on whole councils' returns, one for each reference day."""
ALONE = "8565"
"""The rule on which the validator breaks down: few returns at a time, so that the others are judged."""
AT_CLOSING = {Reason.NOT_YET_BEGUN, Reason.ENDED_LATER, Reason.ANSWERED_BEFORE}

Flagged = dict[str, list[int]]


def held_to(rule: str, tables: Tables, flagged: Flagged) -> tuple[Counter[Reason | None], list[str]]:
    """How often the two agree (None) and differ for each reason, and what nothing explains."""
    theirs = {(table, row) for table, rows in flagged.items() for row in rows}
    ours = {row for row in not_kept(rule, tables) if row[0] in flagged}
    found = {(row, Side.OURS) for row in ours - theirs} | {(row, Side.THEIRS) for row in theirs - ours}
    expected = differences(rule, tables)
    unmet = [f"{rule} {row}: {reason.name} no more ({side})" for (row, side), reason in expected.items()
             if (row, side) not in found]  # fmt: skip
    strange = [
        f"{rule} {row}: named by {side} alone"
        for row, side in found - expected.keys()
        if row[0] != EPISODES or not explained(row[1], side, tables, expected)
    ]
    return Counter({None: len(ours & theirs)}) + Counter(expected.values()), sorted(unmet + strange)


def test_whole_returns_by_eleven_rules() -> None:
    returns = together(map(one_return, range(RETURNS)), RETURNS)
    seen: dict[str, Counter[Reason | None]] = {rule: Counter() for rule in TOGETHER}
    wrong: list[str] = []
    for given, answer in zip(returns, peer.judge(returns, TOGETHER), strict=True):
        tables = Tables.from_json(given)
        for rule in TOGETHER:
            counted, strange = held_to(rule, tables, answer[rule])
            seen[rule] += counted
            wrong.extend(strange)
    assert "\n".join(wrong) == ""
    assert {rule: set(counted) - {None} for rule, counted in seen.items()} == {
        "8670Q": {Reason.COUNTED_SHORT, Reason.HOLIDAYS_FROM_2022, Reason.ANSWERED_BEFORE},
        "8675Q": {Reason.COUNTED_SHORT, Reason.HOLIDAYS_FROM_2022, Reason.ANSWERED_BEFORE},
        "8569Q": {Reason.COUNTED_SHORT},
        "2990": {Reason.NOT_YET_BEGUN},
        "8867": AT_CLOSING,
        "8868": AT_CLOSING | {Reason.BOTH_SAID},
        "8831": {Reason.BEFORE_THE_REFERRAL},
        "8832": {Reason.TABLES_SWAPPED},
        "4000": set(),
        "2991Q": set(),
        "8825Q": {Reason.ASSESSED_AFTER_CLOSING},
    }
    assert all(counted[None] > 0 for counted in seen.values()), seen


def test_small_returns_by_the_rule_on_which_it_breaks_down() -> None:
    returns: list[Json] = together(map(one_return, range(RETURNS)), 3)
    seen: Counter[Reason | None] = Counter()
    wrong: list[str] = []
    broken = 0
    for number, (given, answers) in enumerate(zip(returns, peer.judge(returns, [ALONE]), strict=True)):
        tables, answer = Tables.from_json(given), answers[ALONE]
        if isinstance(answer, str) != breaks_down(tables):
            wrong.append(f"return {number}: {answer}")
        if isinstance(answer, str):
            broken += 1
            continue
        counted, strange = held_to(ALONE, tables, answer)
        seen += counted
        wrong.extend(f"return {number}: {each}" for each in strange)
    assert "\n".join(wrong) == ""
    assert set(seen) == {None, Reason.PLANS_OVERWRITTEN}
    assert broken > 0
