"""A disk that is nearly full: all but concerns is refused, concerns are kept, and it recovers by itself."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection

from heeded import bootstrap
from heeded.adapters.exchange.heeded_json import write_report
from heeded.adapters.record.store.limits import of_another
from heeded.adapters.record.store.room import LAST, RESERVE, URGENT, Need, Room, need_of, watch, watched
from heeded.bootstrap import acting, live
from heeded.bootstrap.loading.opening import open_bulk
from heeded.casework.acts.draft import discard_draft, save_draft
from heeded.casework.ports import Author
from heeded.casework.ports.room import NoRoom
from heeded.casework.receive import receive
from heeded.core.access import Actor
from heeded.core.chronology.report import Event, Report
from heeded.core.chronology.vocabulary import KINDS
from tests.borough import NOW, ada, at, bruised, make_agencies
from tests.doors.api.callers import bearer, post

MIB = 2**20
ORDINARY = Need.ORDINARY
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


@pytest.fixture
def disk(database: str, tmp_path: Path) -> Iterator[Disk]:
    """The disk of a record with agencies in it: so full that all but concerns and looks is refused."""
    assert database
    make_agencies()
    found, before = Disk(LAST), watched()
    watch(Room(tmp_path, found.measured))
    yield found
    watch(before)


def test_what_is_urgent_is_in_the_vocabulary() -> None:
    assert set(URGENT) <= set(KINDS)


def test_below_the_reserve_only_concerns_are_admitted(tmp_path: Path) -> None:
    disk = Disk(RESERVE)
    room = Room(tmp_path, disk.measured, ballast=MIB)
    room.admit(ORDINARY)
    disk.free = RESERVE - 1
    with pytest.raises(NoRoom, match="kept for concerns about children"):
        room.admit(ORDINARY)
    for kind in URGENT:
        room.admit(need_of(["visit", kind]))
    disk.free = RESERVE
    room.admit(ORDINARY)


def test_the_ballast_is_thrown_off_for_a_concern_alone_and_taken_on_again(tmp_path: Path) -> None:
    disk = Disk(RESERVE + MIB)
    room = Room(tmp_path, disk.measured, ballast=MIB)
    room.admit(ORDINARY)
    ballast = tmp_path / "ballast"
    assert ballast.stat().st_blocks * 512 >= MIB
    disk.free = MIB - 1
    with pytest.raises(NoRoom):
        room.admit(ORDINARY)
    assert ballast.exists()
    room.admit(need_of(["injury observed"]))
    assert not ballast.exists()
    disk.free = RESERVE
    room.admit(ORDINARY)
    assert not ballast.exists()
    disk.free = RESERVE + MIB
    room.admit(ORDINARY)
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
            room.admit(ORDINARY)

        with ThreadPoolExecutor(8) as threads:
            for each in [threads.submit(admitted) for _ in range(8)]:
                each.result()
        assert sorted(path.name for path in folder.iterdir()) == ["ballast", "ballast.lock"]
    assert caplog.messages == []


def test_what_a_killed_process_left_of_a_ballast_is_used_again(tmp_path: Path) -> None:
    (tmp_path / "ballast.new").write_bytes(b"0" * 3 * MIB)
    Room(tmp_path, Disk(WHOLE).measured, ballast=MIB).admit(ORDINARY)
    assert not (tmp_path / "ballast.new").exists()
    assert (tmp_path / "ballast").stat().st_size == MIB


def test_looks_are_recorded_until_the_last_room_is_left_to_concerns(tmp_path: Path) -> None:
    disk = Disk(RESERVE - 1)
    room = Room(tmp_path, disk.measured)
    room.admit(Need.OWN)
    disk.free = LAST
    room.admit(Need.OWN)
    disk.free = LAST - 1
    with pytest.raises(NoRoom, match="no look could be recorded"):
        room.admit(Need.OWN)
    room.admit(Need.URGENT)


def test_a_record_without_room_keeps_concerns_and_nothing_of_the_rest(disk: Disk) -> None:
    record, handbook = live.open_record(), bootstrap.open_handbook()
    council = Author("council", "system")
    with pytest.raises(NoRoom):
        receive(attended(), council, NOW, record, handbook)
    assert len(receive(bruised(), Author("hospital", "system"), NOW, record, handbook).kept) == 4
    disk.free = WHOLE
    again = receive(attended(), council, NOW, record, handbook)
    assert (len(again.kept), len(again.held_already)) == (1, 0)


def test_a_draft_of_a_concern_is_kept_and_no_other(disk: Disk) -> None:
    drafts = acting.drafts()
    writer = Actor(id="w", name="W", agency="council", sector="council", roles=frozenset())
    with pytest.raises(NoRoom):
        save_draft({"kind": "visit"}, writer, NOW, drafts)
    draft = save_draft({"kind": "disclosure"}, writer, NOW, drafts)
    disk.free = 0
    save_draft({"kind": "disclosure", "facts": {"a": "b"}}, writer, NOW, drafts, draft=draft)
    discard_draft(draft, writer, drafts)
    assert not drafts.mine(writer)


def test_a_look_that_cannot_be_recorded_gives_no_answer(disk: Disk) -> None:
    told = post("/api/events", write_report(bruised()), bearer("hospital", "events:write"))
    assert told.status_code == 201
    system, sought = (
        bearer("hospital", "children:find"),
        {"system": "NHS number", "value": "943 476 5919"},
    )
    found = post("/api/children/search", sought, system)
    assert found.json()["children"]
    disk.free = LAST - 1
    unanswered = post("/api/children/search", sought, system)
    assert unanswered.status_code == 503
    assert "children" not in unanswered.json()


def test_a_bulk_load_waits_for_room(disk: Disk, database: str) -> None:
    record = open_bulk(database)
    try:
        with (
            pytest.raises(NoRoom),
            record.loading([attended()], Author("council", "load"), NOW, bytes(32)),
        ):
            raise AssertionError("it was let in")
        disk.free = WHOLE
        with record.loading([attended()], Author("council", "load"), NOW, bytes(32)) as batch:
            assert batch is not None
    finally:
        record.close()


def test_a_server_whose_disk_is_full_refuses_in_the_same_words(database: str) -> None:
    assert database
    make_agencies()
    record = live.open_record()
    with (
        pytest.raises(NoRoom, match="Nothing of this was kept"),
        record.writing([], Author("council", "system"), NOW),
        connection.cursor() as cursor,
    ):
        cursor.execute("DO $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = 'disk_full'; END $$")


def test_the_size_of_another_server_is_held_against_what_it_may_come_to(database: str) -> None:
    measured = of_another(database, "1024", "")
    assert measured is not None
    whole, free = measured()
    assert whole == 1024 * 2**30
    assert MIB < whole - free < 2**30
    room = Room(None, of_another(database, "0.001", ""))
    assert room.nearly_full
    with pytest.raises(NoRoom):
        room.admit(Need.ORDINARY)
    room.admit(Need.URGENT)
    assert of_another(database, "", "") is None
    for wrong in ("much", "-1", "nan"):
        with pytest.raises(ValueError, match="GiB"):
            of_another(database, wrong, "")
    with pytest.raises(ValueError, match="no folder"):
        of_another(database, "", "/no/such/folder")
    gone = of_another("host=127.0.0.1 port=1 dbname=none", "1", "/")
    assert gone is not None
    assert gone()[1] < 2**50


@pytest.mark.usefixtures("disk")
def test_the_api_says_so_with_507_and_still_takes_concerns() -> None:
    visit = replace(attended(), agency="council")
    refused = post("/api/events", write_report(visit), bearer("council", "events:write"))
    assert refused.status_code == 507
    assert refused.json()["type"] == "urn:heeded:problem:no-room"
    assert refused["Retry-After"] == "600"
    kept = post("/api/events", write_report(bruised()), bearer("hospital", "events:write"))
    assert kept.status_code == 201
