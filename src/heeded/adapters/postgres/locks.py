"""Locks on files that the kernel drops when their holder dies, however it dies (flock)."""

import fcntl
import os
import time
from pathlib import Path

_BETWEEN_TRIES = 0.01


def take(path: Path, *, shared: bool = False, seconds: float = 0.0) -> int | None:
    """Take a lock within some seconds and give the descriptor that holds it, or None if others held it.

    Closing the descriptor gives the lock back. A process forked meanwhile holds it too; one started
    by exec does not. OSError if the file cannot be opened.
    """
    kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
    until = time.monotonic() + seconds
    held = _open(path)
    while True:
        try:
            fcntl.flock(held, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                os.close(held)
                return None
            time.sleep(_BETWEEN_TRIES)
        else:
            return held


def await_alone(path: Path) -> int:
    """Wait until nobody else holds a lock, however long that is, and give the descriptor that holds it."""
    held = _open(path)
    fcntl.flock(held, fcntl.LOCK_EX)
    return held


def is_held(path: Path, *, by_one_alone: bool = False) -> bool:
    """Tell whether somebody holds a lock at this moment; `by_one_alone` passes over those who share it."""
    held = take(path, shared=by_one_alone)
    if held is None:
        return True
    os.close(held)
    return False


def _open(path: Path) -> int:
    """A descriptor of a lock's file, which is made if need be, for its owner alone."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
