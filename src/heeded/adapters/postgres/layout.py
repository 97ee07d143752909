"""The data folder: what lies where in it, and whether it is fit to be used."""

import errno
import os
import secrets
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from heeded.adapters.postgres.account import Account, give
from heeded.adapters.postgres.trouble import OtherVersion, Trouble, UnfitFolder, no_room

PORT = 5432
"""The number in the socket's name; nothing listens on a port."""

LONGEST_SOCKET = 107
"""Bytes that the path of a Unix socket may have on Linux, unix(7)."""

_MARK = "README.txt"
_SAYS = """This folder is Heeded's database. Everything in it belongs together.

password    the password of the database's own role; keep it with the folder
server/     PostgreSQL's files and its socket
log         what PostgreSQL says; no row of the record is in it
*.lock      who is using it; they hold nothing, and are given back when a process ends

Do not change or copy it while Heeded runs: `heeded backup` takes a copy that is whole.
"""


@dataclass(frozen=True, slots=True)
class Layout:
    """The places in one data folder. The inner folder is the server's account's, the rest is ours."""

    root: Path

    @property
    def password(self) -> Path:
        """The password of the database's own role."""
        return self.root / "password"

    @property
    def users(self) -> Path:
        """The lock that every process which uses the server shares."""
        return self.root / "users.lock"

    @property
    def starting(self) -> Path:
        """The lock of whoever starts the server."""
        return self.root / "starting.lock"

    @property
    def watching(self) -> Path:
        """The lock of the one process that keeps the server running, and stops it in the end."""
        return self.root / "watching.lock"

    @property
    def running(self) -> Path:
        """The lock that PostgreSQL's processes inherit: while it is held, one of them is alive."""
        return self.root / "running.lock"

    @property
    def server(self) -> Path:
        """The folder of the account that PostgreSQL runs under."""
        return self.root / "server"

    @property
    def data(self) -> Path:
        """PostgreSQL's own data folder."""
        return self.server / "data"

    @property
    def log(self) -> Path:
        """What PostgreSQL and its watcher say."""
        return self.root / "log"

    @property
    def socket_note(self) -> Path:
        """Says where the socket is, if its path here would be too long."""
        return self.root / "socket-folder"

    @property
    def socket_folder(self) -> Path:
        """The private folder of the socket."""
        if self.socket_note.exists():
            return Path(self.socket_note.read_text("utf-8").strip())
        return self.server / "socket"

    @property
    def socket(self) -> Path:
        """The socket itself, once the server listens."""
        return self.socket_folder / f".s.PGSQL.{PORT}"


def lay_out(root: Path) -> Layout:
    """Make a data folder, or look at one that is there; UnfitFolder if it is not ours to use."""
    layout = Layout(root.absolute())
    with _told_plainly(layout.root):
        layout.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        about = layout.root.stat()
        if about.st_uid != os.geteuid():
            raise UnfitFolder(
                f"{layout.root} belongs to another account (number {about.st_uid}). Run Heeded as that "
                "account, or give it another folder."
            )
        mark = layout.root / _MARK
        if not mark.exists() and any(layout.root.iterdir()):
            raise UnfitFolder(
                f"{layout.root} holds other files and is no database of Heeded's. Give an empty folder, or "
                "one that does not exist yet."
            )
        if stat.S_IMODE(about.st_mode) != 0o700:  # noqa: PLR2004 - the owner's alone
            layout.root.chmod(0o700)
        if not mark.exists():
            mark.write_text(_SAYS, "utf-8")
    return layout


def furnish(layout: Layout, account: Account | None) -> str:
    """Put in what the server needs and give the password; the caller holds the lock of who starts it."""
    with _told_plainly(layout.root):
        layout.server.mkdir(mode=0o700, exist_ok=True)
        give(layout.server, account)
        make_socket_folder(layout, account)
        return password_of(layout) if layout.data.exists() else _new_password(layout)


def password_of(layout: Layout) -> str:
    """The password of the database's own role; UnfitFolder if it is lost."""
    try:
        return layout.password.read_text("utf-8").strip()
    except FileNotFoundError:
        raise UnfitFolder(
            f"{layout.password} is missing, and nobody can enter the database without it. Put it back from "
            "where you keep copies of the folder; or move the folder aside and restore a backup."
        ) from None


def check_version(layout: Layout, major: int, others: Iterator[tuple[int, Path]]) -> None:
    """Refuse data that another major version of PostgreSQL made; OtherVersion says how to move it."""
    mark = layout.data / "PG_VERSION"
    if not mark.exists():
        return
    made_by = mark.read_text("ascii", "replace").strip()
    if not made_by.isdigit():
        raise UnfitFolder(f"{mark} is damaged. Move {layout.root} aside and restore a backup.")
    if int(made_by) == major:
        return
    there = next((f"PG_BINDIR={folder}" for theirs, folder in others if theirs == int(made_by)), None)
    older = f"with {there}" if there else f"where PostgreSQL {made_by} is installed, with PG_BINDIR naming it"
    raise OtherVersion(
        f"{layout.root} was made by PostgreSQL {made_by}; the programs here are PostgreSQL {major}. "
        f"To go on as it is, run Heeded {older}. To move it: run `heeded backup` so, move the folder "
        "aside, run `heeded restore` without PG_BINDIR, and keep the old folder until you have looked."
    )


def _new_password(layout: Layout) -> str:
    """Write a password that nobody has chosen, in one step, before there is a database that needs it."""
    password = secrets.token_urlsafe(32)
    draft = layout.root / "password.new"
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(password + "\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(layout.password)
    return password


def make_socket_folder(layout: Layout, account: Account | None) -> None:
    """Make the socket's private folder: inside the data folder, or where paths are short, and noted."""
    if layout.socket_note.exists() and _made_private(layout.socket_folder, account):
        return
    inside = layout.server / "socket"
    if len(os.fsencode(inside / layout.socket.name)) > LONGEST_SOCKET:
        made = tempfile.mkdtemp(prefix="heeded-", dir=_short_place())
        give(Path(made), account)
        layout.socket_note.write_text(f"{made}\n", "utf-8")
    elif not _made_private(inside, account):
        raise UnfitFolder(
            f"{inside}, where the database's socket lies, is not a folder closed to others. Remove it while "
            "Heeded is stopped: another will be made."
        )


def _made_private(folder: Path, account: Account | None) -> bool:
    """Make a folder for the account alone, and tell whether that is what is there."""
    try:
        folder.mkdir(mode=0o700)
        give(folder, account)
    except FileExistsError:
        pass
    except OSError:
        return False
    about = folder.lstat()
    owner = account.uid if account else os.geteuid()
    found = (stat.S_IFMT(about.st_mode), stat.S_IMODE(about.st_mode), about.st_uid)
    return found == (stat.S_IFDIR, 0o700, owner)


def _short_place() -> Path:
    """A folder for short-lived things whose own path is short."""
    mine = os.environ.get("XDG_RUNTIME_DIR", "")
    places = ["/run"] if os.geteuid() == 0 else [mine, tempfile.gettempdir()]
    for place in [*places, "/tmp"]:  # noqa: S108 - the folder made in it has a name that nobody can guess
        short = place and len(os.fsencode(place)) < LONGEST_SOCKET // 2
        if short and os.access(place, os.W_OK | os.X_OK):
            return Path(place)
    raise UnfitFolder(
        "The data folder's path is too long for a socket in it, and there is no other place for one. Give a "
        "shorter path, or a folder in XDG_RUNTIME_DIR that you can write to."
    )


@contextmanager
def _told_plainly(root: Path) -> Iterator[None]:
    """Turn the system's refusals about a folder into words that say what to do."""
    try:
        yield
    except Trouble:
        raise
    except OSError as wrong:
        if wrong.errno in (errno.ENOSPC, errno.EDQUOT):
            raise no_room(root) from wrong
        raise UnfitFolder(
            f"{wrong.filename or root} cannot be used for the database: {wrong.strerror}. Give a folder on "
            "a local disk that this account may write to."
        ) from wrong
