"""An old backup put back: what is missing is counted, since when, and whom to ask for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from psycopg.conninfo import make_conninfo

from heeded import bootstrap
from heeded.adapters.postgres.backup.restoring import restore
from heeded.adapters.postgres.backup.taking import back_up
from heeded.adapters.seals import Verifiers
from heeded.bootstrap import live, sealing
from heeded.casework.ports import Author
from heeded.casework.receive import receive
from heeded.casework.verify import Evidence, verify
from heeded.casework.verify.found import How
from heeded.core.chronology.when import local
from heeded.core.log.note import VerifierKey
from tests.borough import NOW, bruised, make_agencies, somebody

DAY = 24 * 3600


@pytest.mark.parametrize("later", [0, 2])
def test_what_came_after_a_backup_is_counted_and_asked_for(database: str, tmp_path: Path, later: int) -> None:
    make_agencies()
    record, handbook = live.open_record(), bootstrap.open_handbook()

    def told(day: int) -> list[str]:
        child = somebody(f"child{day}")
        report = bruised(f"m{day}", child=child, now=NOW + day * DAY)
        received = receive(report, Author("hospital", "system"), NOW + day * DAY, record, handbook)
        return [sealing.receipt(kept) for kept in received.kept]

    told(0)
    receipts: list[str] = []
    back_up(database, tmp_path / "old.backup")
    for day in range(1, 1 + later):
        receipts += told(day)
    checkpoint = sealing.proving().checkpoint(NOW + later * DAY)
    from django.db import connections  # noqa: PLC0415 - after Django is set up

    connections["default"].close()
    restore(tmp_path / "old.backup", database, set_aside=True)
    live.connect_as_app(make_conninfo(database))

    verifiers = Verifiers((VerifierKey.parse(sealing.verifier_key()),))
    held = [verifiers.receipt(written) for written in receipts]
    log = sealing.verifying()
    evidence = Evidence([verifiers.checkpoint(checkpoint)], held, ("Northgate Hospital",) if held else ())
    found = verify(log, evidence)
    rolled_back = [fault for fault in found.faults if fault.how is How.ROLLED_BACK]
    if not later:
        assert found.sound
        return
    (fault,) = rolled_back
    assert f"{4 * later} entries are missing since {local(NOW):%Y-%m-%d %H:%M}" in fault.says
    assert "Northgate Hospital" in fault.says
    assert sum(fault.how is How.RECEIPT for fault in found.faults) == len(receipts)
