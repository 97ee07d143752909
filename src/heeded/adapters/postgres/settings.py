"""How the embedded server is set: safe first, then quick on a small machine, and silent about rows."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

SETTINGS: Mapping[str, str] = {
    # only this machine, only this folder
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    # what is acknowledged is on the disk
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    # two cores, a few processes
    "max_connections": "100",
    "random_page_cost": "1.1",
    # ids are drawn, so a load touches every page of an index: each is written in full once a checkpoint
    "checkpoint_timeout": "15min",
    "wal_compression": "on",
    "jit": "off",
    # one clock
    "timezone": "UTC",
    "log_timezone": "UTC",
    # an error's own words may quote a row, and so may its detail: the program that asked is told them,
    # the log is not
    "logging_collector": "off",
    "log_destination": "stderr",
    "log_line_prefix": "%m [%p] ",
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_min_duration_sample": "-1",
    "log_transaction_sample_rate": "0",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_lock_waits": "off",
    "log_checkpoints": "off",
    "lc_messages": "C",
}

_SHARE = 16
"""Of memory and of the disk, the share that the server may take: one in so many."""
_KEPT = (256, 2048)
"""Megabytes of its tables that it keeps in memory, at least and at most."""
_AHEAD = (1024, 8192)
"""Megabytes that its log may run ahead of a checkpoint, at least and at most."""
_LIMIT = Path("/sys/fs/cgroup/memory.max")


def memory() -> int:
    """Bytes of memory that this machine has, or its container may use."""
    installed = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    with suppress(OSError, ValueError):
        return min(installed, int(_LIMIT.read_text(encoding="ascii")))
    return installed


def of_memory(has: int) -> Mapping[str, str]:
    """What follows from how many bytes of memory there are."""
    own = _share(has, *_KEPT)
    return {"shared_buffers": f"{own}MB", "effective_cache_size": f"{max(has // 2**21, own)}MB"}


def of_disk(has: int) -> Mapping[str, str]:
    """What follows from how many bytes the disk has on which its folder lies."""
    return {"max_wal_size": f"{_share(has, *_AHEAD)}MB"}


def _share(has: int, least: int, most: int) -> int:
    return min(max(has // 2**20 // _SHARE, least), most)


def switches(folder: str, socket_folder: str, port: int) -> Iterator[str]:
    """The server's settings as arguments of its command line, where nothing in its folder can undo them."""
    own = {**of_memory(memory()), **of_disk(shutil.disk_usage(folder).total)}
    chosen = {**SETTINGS, **own, "unix_socket_directories": socket_folder, "port": str(port)}
    for name, setting in chosen.items():
        yield "-c"
        yield f"{name}={setting}"
