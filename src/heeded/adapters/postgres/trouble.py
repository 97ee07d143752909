"""What can go wrong with the embedded database, each saying what, where and what to do.

Trouble
├── NoPrograms      no PostgreSQL that can be run
├── UnfitFolder     the data folder is not ours, not writable, or not whole
├── OtherVersion    the data folder was made by another major version of PostgreSQL
├── DiskFull        there is no room left
├── InUse           another process holds a lock for longer than we wait
├── DidNotStart     PostgreSQL was started and gave up
├── CannotBackUp    a backup could not be taken
└── CannotRestore   a backup is not whole, or the database is not empty
"""


class Trouble(Exception):  # noqa: N818 - it says what happened, and is shown as it is
    """Anything that keeps the embedded database from doing what it is asked; its words are for people."""


class NoPrograms(Trouble):
    """There is no PostgreSQL on this machine that can be run."""


class UnfitFolder(Trouble):
    """The data folder is not ours, cannot be written, or has lost a part."""


class OtherVersion(Trouble):
    """The data folder was made by another major version of PostgreSQL."""


class DiskFull(Trouble):
    """There is no room left where the database lies."""


class InUse(Trouble):
    """Another process holds a lock of the data folder for longer than we wait."""


class DidNotStart(Trouble):
    """PostgreSQL was started and ended again, or did not answer in time."""


class CannotBackUp(Trouble):
    """A backup could not be taken; nothing was left behind in its place."""


class CannotRestore(Trouble):
    """A backup was refused, or could not be put back; the message says what the database now holds."""


def no_room(place: object) -> DiskFull:
    """The disk under a place is full."""
    return DiskFull(
        f"There is no room left on the disk that holds {place}. Free some space, or move the folder to a "
        "larger disk while Heeded is stopped, then start again: nothing that was acknowledged is lost."
    )
