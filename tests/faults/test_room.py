"""A disk that is nearly full: all but concerns is refused, concerns are kept, and it recovers by itself."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Barrier

import pytest

from heeded import bootstrap
from heeded.adapters.exchange.heeded_json import write_report
from heeded.adapters.record.store.room import RESERVE, URGENT, Room
from heeded.bootstrap import door, live
from heeded.casework.ports import Author
from heeded.casework.ports.room import NoRoom
from heeded.casework.receive import receive
from heeded.core.chronology.report import Event, Report
from heeded.core.chronology.vocabulary import KINDS
from tests.borough import NOW, ada, at, bruised, make_agencies
from tests.doors.api.callers import bearer, post

MIB = 2**20
WHOLE = 100 * 2**30


@dataclass(slots=True)
class Disk:
    """A disk of 100 GiB of which so much is free."""

    free: int

    def measured(self) -> tuple[int, int]:
        """Its size and what is free of it."""
        return WHOLE, self.free


def attended(name: str = "v1") -> Report:
    """A visit: nothing that cannot wait."""
    event = Event(ref=name, kind="visit", child="ada", happened=at(NOW - 60), told=NOW - 30)
    return Report(id=name, agency="council", people=(ada(),), events=(event,))


def record_in(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the record be one in this room."""
    record = live.open_record()
    monkeypatch.setattr(record, "_room", room)
    monkeypatch.setattr(live, "open_record", lambda: record)
    monkeypatch.setattr(door, "record", lambda: record)


def test_what_is_urgent_is_in_the_vocabulary() -> None:
    assert set(URGENT) <= set(KINDS)


def test_below_the_reserve_only_concerns_are_admitted(tmp_path: Path) -> None:
    disk = Disk(RESERVE)
    room = Room(tmp_path, disk.measured, ballast=MIB)
    room.admit(["visit"])
    disk.free = RESERVE - 1
    with pytest.raises(NoRoom, match="kept for concerns about children"):
        room.admit(["visit"])
    for kind in URGENT:
        room.admit(["visit", kind])
    disk.free = RESERVE
    room.admit(["visit"])


def test_the_ballast_is_thrown_off_for_a_concern_alone_and_taken_on_again(tmp_path: Path) -> None:
    disk = Disk(RESERVE + MIB)
    room = Room(tmp_path, disk.measured, ballast=MIB)
    room.admit(["visit"])
    ballast = tmp_path / "ballast"
    assert ballast.stat().st_blocks * 512 >= MIB
    disk.free = MIB - 1
    with pytest.raises(NoRoom):
        room.admit(["visit"])
    assert ballast.exists()
    room.admit(["injury observed"])
    assert not ballast.exists()
    disk.free = RESERVE
    room.admit(["visit"])
    assert not ballast.exists()
    disk.free = RESERVE + MIB
    room.admit(["visit"])
    assert ballast.exists()


def test_many_who_take_the_ballast_on_at_once_make_one_and_warn_of_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(30):
        folder = tmp_path / str(number)
        folder.mkdir()
        together = Barrier(8)

        def admitted(folder: Path = folder, together: Barrier = together) -> None:
            room = Room(folder, Disk(WHOLE).measured, ballast=MIB)
            together.wait()
            room.admit(["visit"])

        with ThreadPoolExecutor(8) as threads:
            for each in [threads.submit(admitted) for _ in range(8)]:
                each.result()
        assert sorted(path.name for path in folder.iterdir()) == ["ballast", "ballast.lock"]
    assert caplog.messages == []


def test_what_a_killed_process_left_of_a_ballast_is_used_again(tmp_path: Path) -> None:
    (tmp_path / "ballast.new").write_bytes(b"0" * 3 * MIB)
    Room(tmp_path, Disk(WHOLE).measured, ballast=MIB).admit(["visit"])
    assert not (tmp_path / "ballast.new").exists()
    assert (tmp_path / "ballast").stat().st_size == MIB


def test_a_record_without_room_keeps_concerns_and_nothing_of_the_rest(
    database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert database
    make_agencies()
    disk, handbook = Disk(MIB), bootstrap.open_handbook()
    record_in(Room(tmp_path, disk.measured, ballast=MIB), monkeypatch)
    record = live.open_record()
    council = Author("council", "system")
    with pytest.raises(NoRoom):
        receive(attended(), council, NOW, record, handbook)
    assert len(receive(bruised(), Author("hospital", "system"), NOW, record, handbook).kept) == 4
    disk.free = WHOLE
    again = receive(attended(), council, NOW, record, handbook)
    assert (len(again.kept), len(again.held_already)) == (1, 0)


def test_the_api_says_so_with_507_and_still_takes_concerns(
    database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert database
    make_agencies()
    record_in(Room(tmp_path, Disk(MIB).measured, ballast=MIB), monkeypatch)
    visit = replace(attended(), agency="council")
    refused = post("/api/events", write_report(visit), bearer("council", "events:write"))
    assert refused.status_code == 507
    assert refused.json()["type"] == "urn:heeded:problem:no-room"
    assert refused["Retry-After"] == "600"
    kept = post("/api/events", write_report(bruised()), bearer("hospital", "events:write"))
    assert kept.status_code == 201
