"""The county loaded by the product's own bulk path, and what that took, kept for later runs."""

from __future__ import annotations

import json
import os
import resource
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

import psycopg

from bench.record import machine, prepare

KEPT_AS = "loaded.json"
_EVERY = 10
"""Seconds between two lines of progress."""


@dataclass
class Loading:
    """What loading took: seconds, seconds of CPU time, bytes, counts; `runs` that asked the record since."""

    children: int
    load_before: tuple[float, float, float]
    load_after: tuple[float, float, float] = (0.0, 0.0, 0.0)
    on: str = ""
    made_in: float = 0.0
    loaded_in: float = 0.0
    own_cpu: float = 0.0
    server_cpu: float = 0.0
    memory: int = 0
    entries: int = 0
    refused: int = 0
    duties: int = 0
    room: dict[str, int] = field(default_factory=dict)
    runs: int = 0

    def keep(self, folder: Path) -> None:
        """Write this beside the record in a folder."""
        (folder / KEPT_AS).write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")

    @classmethod
    def kept(cls, folder: Path) -> Loading:
        """What loading the record in a folder took; SystemExit where none was loaded there to its end."""
        try:
            told = json.loads((folder / KEPT_AS).read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise SystemExit(
                f"{folder} holds no record that was loaded to its end: load one with --keep"
            ) from None
        return cls(**told)


def load(files: prepare.Files, admin: str, told: Loading) -> None:
    """Load every file, and note what it took."""
    from heeded.bootstrap import loading  # noqa: PLC0415 - after the folder is known

    begun, own, server = time.perf_counter(), _own_cpu(), machine.server_cpu(prepare.folder())
    said, by_file = 0.0, dict[str, int]()

    def show(progress: loading.Progress) -> None:
        nonlocal said
        by_file[progress.name] = progress.kept
        spent = time.perf_counter() - begun
        if spent - said > _EVERY:
            said, entries = spent, sum(by_file.values())
            print(
                f"... {spent:,.0f} s: {progress.name}, {entries:,} entries, {entries / spent:,.0f}/s",
                flush=True,
            )

    with loading.Ledger() as ledger:
        pairs = [(path, agency) for agency, path in files.items()]
        done = loading.load_files(pairs, admin, ledger, processes=prepare.PROCESSES, show=show)
        told.refused = len(ledger)
    told.loaded_in, told.entries = time.perf_counter() - begun, sum(each.kept for each in done)
    told.own_cpu = _own_cpu() - own
    told.server_cpu = machine.server_cpu(prepare.folder()) - server
    told.memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    told.load_after, told.on = os.getloadavg(), time.strftime("%-d %B %Y")
    _sizes(admin, told)


def _own_cpu() -> float:
    """Seconds of CPU time of this process and of those of its own that have ended."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in spent)


def _sizes(admin: str, told: Loading) -> None:
    """How much room the tables take, with their indexes."""
    with psycopg.connect(admin) as connection:
        rows = connection.execute(
            "SELECT relname, pg_total_relation_size(oid) FROM pg_class "
            "WHERE relnamespace = 'record'::regnamespace AND relkind = 'r' ORDER BY 2 DESC"
        ).fetchall()
        (told.duties,) = connection.execute("SELECT count(*) FROM record.duty").fetchone() or (0,)
    told.room = {str(name): int(size) for name, size in rows}
