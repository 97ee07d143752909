"""Witnesses in other agencies, as real programs: an honest log, a forked one, and an old backup put back."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from heeded import bootstrap
from heeded.adapters.postgres.backup.restoring import restore
from heeded.adapters.postgres.backup.taking import back_up
from heeded.bootstrap import live, sealing
from heeded.bootstrap.keeping.checkpoints import LATEST, checkpoint_folders, evidence, verifiers
from heeded.bootstrap.witnessing.carrying import carry
from heeded.bootstrap.witnessing.standing import standing
from heeded.casework.ports import Author
from heeded.casework.ports.notices import Why
from heeded.casework.ports.witnessing import PATIENCE
from heeded.casework.receive import receive
from heeded.casework.verify import verify
from heeded.casework.verify.found import How
from heeded.core.log.checkpoint import Checkpoint
from heeded.core.log.note import Note
from tests.borough import NOW, bruised, make_agencies, somebody
from tests.faults.witnesses import Agency, witnessing
from tests.record_fixtures import fresh

HOSPITAL = Author("hospital", "hospital-system")
DAY = 24 * 3600


@pytest.fixture
def agencies(database: str, tmp_path: Path) -> Iterator[list[Agency]]:
    """Three witnesses of a record with nothing in it yet."""
    assert database
    make_agencies()
    forget_checkpoints()
    with witnessing(tmp_path, ["police", "council", "school"]) as found:
        yield found
    forget_checkpoints()


def forget_checkpoints() -> None:
    """Take away the checkpoints of other tests' logs, which are kept beside this one's."""
    for place in checkpoint_folders():
        for kept in place.glob("*.checkpoint"):
            kept.unlink()


def told(number: int, now: int = NOW) -> None:
    """Let the hospital tell of four events."""
    report = bruised(f"m{number}", child=somebody(f"child{number}"), now=now)
    receive(report, HOSPITAL, now, live.open_record(), bootstrap.open_handbook())


def notices(database: str) -> list[tuple[object, ...]]:
    """Why agencies were told of the log itself, and how many times."""
    with psycopg.connect(database) as connection:
        return connection.execute(
            "SELECT why, count(*), count(DISTINCT agency) FROM record.notice WHERE why = ANY (%s) "
            "GROUP BY why",
            [[Why.UNWITNESSED, Why.REWRITTEN]],
        ).fetchall()


def test_an_honest_log_is_witnessed_and_verified(agencies: list[Agency], database: str) -> None:
    told(1)
    assert standing().witnessed_to == 0
    assert len(carry(NOW + 60).cosigned) == 3
    told(2, NOW + 120)
    stands = standing()
    assert (stands.quorum, stands.size, stands.witnessed_to, stands.since) == (2, 8, 4, NOW + 120)
    agencies[0].stop()
    heard = carry(NOW + 180)
    assert ([*heard.not_reached], len(heard.cosigned)) == ([agencies[0].name], 2)
    assert standing().witnessed_to == 8
    agencies[0].start()
    assert len(carry(NOW + 240).cosigned) == 3
    latest = (checkpoint_folders()[0] / LATEST).read_text("utf-8")
    assert [name for name, _ in verifiers().checkpoint(latest).seen] == sorted(each.name for each in agencies)
    public = sealing.proving().checkpoint(NOW + 300)
    assert verifiers().checkpoint(public).quorum
    log = sealing.verifying()
    found = verify(log, evidence((), ()))
    assert (found.sound, found.witnessed_to, found.unwitnessed) == (True, 8, 0)
    assert notices(database) == []
    assert "8 entries" in agencies[0].heeded("seen").stdout


def test_too_few_witnesses_are_told_of_once_a_day_and_hold_no_concern_up(
    agencies: list[Agency], database: str
) -> None:
    for each in agencies[1:]:
        each.stop()
    told(1)
    carry(NOW + PATIENCE)
    assert standing().lacking(NOW + PATIENCE) is None
    assert notices(database) == []
    for minute in (1, 2):
        carry(NOW + PATIENCE + 60 * minute)
    assert standing().lacking(NOW + PATIENCE + 60) == NOW
    told_once = notices(database)
    assert [why for why, *_ in told_once] == [Why.UNWITNESSED]
    assert all(count == agencies_told for _, count, agencies_told in told_once)
    told(2, NOW + PATIENCE + 180)
    carry(NOW + DAY)
    assert notices(database)[0][1] == 2 * int(str(told_once[0][1]))
    agencies[1].start()
    carry(NOW + DAY + 60)
    assert standing().lacking(NOW + DAY + 60) is None


def test_a_forked_log_is_refused_by_every_witness_and_told_of_at_once(
    agencies: list[Agency], cluster: str, caplog: pytest.LogCaptureFixture
) -> None:
    told(1)
    carry(NOW + 60)
    seen = (checkpoint_folders()[0] / LATEST).read_text("utf-8")
    with fresh(cluster) as forked:
        make_agencies()
        told(7)
        told(8, NOW + 60)
        with caplog.at_level(logging.CRITICAL, "heeded.worker"):
            heard = carry(NOW + 120)
        assert {each.witness for each in heard.objections} == {each.name for each in agencies}
        assert not heard.cosigned
        assert [why for why, *_ in notices(forked)] == [Why.REWRITTEN]
        stands = standing()
        assert (stands.witnessed_to, len(stands.objections)) == (0, 3)
        assert sum("OBJECTS" in message for message in caplog.messages) == 3
        for each in agencies:
            assert "REFUSED" in each.told
            assert "REFUSED 1, kept as proof" in each.heeded("seen").stdout
        log = sealing.verifying()
        kept = agencies[0].folder / "before.checkpoint"
        kept.write_text(seen)
        found = verify(log, evidence((), (kept,)))
        assert {fault.how for fault in found.faults} == {How.ROOT}


def test_an_old_backup_put_back_is_found_by_the_witnesses_though_nothing_is_written(
    agencies: list[Agency], database: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    told(1)
    carry(NOW + 60)
    back_up(database, tmp_path / "old.backup")
    told(2, NOW + 120)
    carry(NOW + 180)
    latest = checkpoint_folders()[0] / LATEST
    before = latest.read_text("utf-8")
    from django.db import connections  # noqa: PLC0415 - after Django is set up

    connections["default"].close()
    restore(tmp_path / "old.backup", database, set_aside=True)
    live.connect_as_app(make_conninfo(database))
    with caplog.at_level(logging.CRITICAL, "heeded.worker"):
        heard = carry(NOW + 240)
    assert {each.said for each in heard.objections} == {
        "it has seen 8 entries, but the log was never so long"
    }
    assert latest.read_text("utf-8") == before
    assert any("the log has 4 entries" in message and "it had 8" in message for message in caplog.messages)
    assert [why for why, *_ in notices(database)] == [Why.REWRITTEN]
    told(3, NOW + 300)
    told(4, NOW + 360)
    assert {each.said[-36:] for each in carry(NOW + 420).objections} == {
        "begin with the 8 that were seen here"
    }
    for each in agencies:
        anew = each.heeded("begin-anew", sealing.origin(), "--yes")
        assert "begins anew" in anew.stdout, anew.stderr
    assert len(carry(NOW + 480).cosigned) == 3
    assert not standing().objections


def test_a_request_is_answered_by_hand_where_no_network_leads(agencies: list[Agency]) -> None:
    told(1)
    note = sealing.proving().checkpoint(NOW, older=0)
    answer = agencies[0].heeded("cosign", given=f"old 0\n\n{note}")
    assert answer.returncode == 0, answer.stderr
    signed = verifiers().checkpoint(note + answer.stdout)
    assert [name for name, _ in signed.seen] == [agencies[0].name]
    again = agencies[0].heeded("cosign", given=f"old 0\n\n{note}")
    assert (again.returncode, "409" in again.stderr) == (1, True)
    assert Checkpoint.parse(Note.parse(note).text).size == 4
