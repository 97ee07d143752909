"""Tests of the server's settings: what it takes of a machine follows from what the machine has."""

from __future__ import annotations

from pathlib import Path

import pytest

from heeded.adapters.postgres.settings import of_disk, of_memory, switches

GIBI = 2**30


@pytest.mark.parametrize(
    ("has", "own"), [(GIBI // 2, "256MB"), (16 * GIBI, "1024MB"), (512 * GIBI, "2048MB")]
)
def test_it_keeps_a_share_of_the_memory_in_hand(has: int, own: str) -> None:
    assert of_memory(has)["shared_buffers"] == own


@pytest.mark.parametrize(("has", "ahead"), [(GIBI, "1024MB"), (64 * GIBI, "4096MB"), (4096 * GIBI, "8192MB")])
def test_its_log_runs_ahead_by_no_more_than_a_share_of_the_disk(has: int, ahead: str) -> None:
    assert of_disk(has)["max_wal_size"] == ahead


def test_each_setting_is_given_once_on_the_command_line(tmp_path: Path) -> None:
    flags, given = (
        [*switches(str(tmp_path), "../socket", 5432)][::2],
        [*switches(str(tmp_path), "../socket", 5432)][1::2],
    )
    names = [each.partition("=")[0] for each in given]
    assert set(flags) == {"-c"}
    assert len(set(names)) == len(names)
    assert {"fsync", "shared_buffers", "max_wal_size", "unix_socket_directories"} <= set(names)
