"""The benchmark's log: always the same, and with something for every rule to say."""

from collections import Counter

import pytest

from bench.log import LogPlan, of_days, table
from bench.peers.plain_python import by_child, judge
from bench.schema import NOW

SMALL = LogPlan(events=20_000, children=1_000, seed=7)


def test_a_seed_gives_one_log() -> None:
    assert table(SMALL).equals(table(SMALL))
    assert not table(SMALL).equals(table(LogPlan(events=20_000, children=1_000, seed=8)))


def test_the_log_has_the_size_asked_for_and_no_two_events_of_a_child_at_one_second() -> None:
    rows = table(SMALL).select(["child", "happened", "recorded"]).to_pylist()
    assert len(rows) == SMALL.events
    assert len({(row["child"], row["happened"]) for row in rows}) == SMALL.events
    assert all(row["happened"] <= row["recorded"] <= NOW for row in rows)


def test_a_log_too_small_for_its_children_says_what_to_ask_for() -> None:
    with pytest.raises(ValueError, match="ask for more events or fewer children"):
        table(LogPlan(events=1_000, children=1_000))


def test_the_log_of_days_moves_each_event_to_the_start_of_its_day() -> None:
    days = table(LogPlan(events=20_000, children=1_000, seed=7, days=True))
    assert of_days(days)
    assert not of_days(table(SMALL))
    moved = zip(table(SMALL)["happened"].to_pylist(), days["happened"].to_pylist(), strict=True)
    assert all(0 <= instant - day < 25 * 3600 for instant, day in moved)


def test_every_rule_is_kept_and_not_kept_somewhere() -> None:
    found = Counter((rule, verdict) for rule, _, _, _, verdict in judge(by_child(table(SMALL)), NOW))
    duties = {
        ("R" + number, verdict) for number in "1 2 3 4 5 9 10".split() for verdict in ("kept", "kept late")
    }
    gates = {("R" + number, verdict) for number in "678" for verdict in ("kept", "broken")}
    ended = {(rule, verdict) for rule in ("R3", "R5", "R9") for verdict in ("void", "missed")}
    assert duties | gates | ended | {("R5", "due"), ("R1", "overdue")} <= found.keys()
