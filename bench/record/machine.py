"""What it runs on, and what of its CPU time the record's PostgreSQL took."""

from __future__ import annotations

import os
import platform
from contextlib import suppress
from pathlib import Path

import psycopg

_PROCESSES = Path("/proc")
_TICK = os.sysconf("SC_CLK_TCK")


def described() -> str:
    """The processor, its cores, the memory, and Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores ({_processor()}), {memory:.0f} GiB, Python {platform.python_version()}"


def postgres(admin: str) -> str:
    """PostgreSQL's version and those of its settings that tell most."""
    with psycopg.connect(admin) as connection:
        named = ("server_version", "shared_buffers", "max_wal_size", "fsync", "synchronous_commit")
        version, *others = [
            str((connection.execute(f"SHOW {each}").fetchone() or ("",))[0]) for each in named
        ]
    told = ", ".join(f"{name} {value}" for name, value in zip(named[1:], others, strict=True))
    return f"embedded PostgreSQL {version.split()[0]} at its shipped settings ({told})"


def server_cpu(folder: Path) -> float:
    """Seconds of CPU time that a deployment's server took so far, its ended processes included."""
    spent = 0
    for process in _PROCESSES.iterdir():
        with suppress(OSError, ValueError):
            if not process.name.isdigit() or folder not in (process / "cwd").readlink().parents:
                continue
            fields = (
                (process / "stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
            )
            own, ended = fields[11:13], fields[13:15]
            spent += sum(map(int, own))
            if "-D" in (process / "cmdline").read_text(errors="replace").split("\0"):
                spent += sum(map(int, ended))
    return spent / _TICK


def _processor() -> str:
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()
