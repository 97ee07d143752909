"""A small disk of its own: a file system in memory of a given size, mounted where that is permitted."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

MIB = 2**20


@dataclass(frozen=True, slots=True)
class SmallDisk:
    """Where it is mounted."""

    folder: Path

    @property
    def free(self) -> int:
        """How many bytes are free."""
        return shutil.disk_usage(self.folder).free

    def fill(self, left: int) -> None:
        """Fill it with other people's bytes until so many are left."""
        with (self.folder / "of-others").open("ab") as file:
            block = bytes(64 * 1024)
            while self.free > left + len(block):
                file.write(block)
                file.flush()
            with suppress(OSError):
                while self.free > left:
                    file.write(bytes(4096))
                    file.flush()

    def clear(self) -> None:
        """Take other people's bytes away."""
        (self.folder / "of-others").unlink(missing_ok=True)


class NotPermitted(Exception):  # noqa: N818 - named for what is the case
    """This account may mount nothing."""


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[SmallDisk]:
    """A disk of so many bytes, mounted in a new folder; NotPermitted where nothing may be mounted."""
    folder.mkdir(mode=0o700)
    mount, options = shutil.which("mount"), f"size={size},mode=0700"
    if mount is None:
        raise NotPermitted
    ended = subprocess.run(  # noqa: S603 - the system's own program
        [mount, "-t", "tmpfs", "-o", options, "heeded-test", str(folder)], capture_output=True, check=False
    )
    if ended.returncode:
        raise NotPermitted
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run([shutil.which("umount") or "umount", "-l", str(folder)], check=True)  # noqa: S603
