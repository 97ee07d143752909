"""Backups of the record: taken while people work, put back whole, and held against what was witnessed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from heeded.adapters.postgres.backup.manifest import Manifest
from heeded.adapters.postgres.backup.restoring import Restored, restore
from heeded.adapters.postgres.backup.taking import back_up
from heeded.adapters.postgres.trouble import Trouble
from heeded.bootstrap import live, sealing
from heeded.bootstrap.keeping.checkpoints import RolledBack, evidence, export
from heeded.bootstrap.running.ready import NotReady, reached, ready
from heeded.casework.verify import Verified, verify

Progress = Callable[[str], None]
Show = Callable[[int, int], None]
"""Shows how far a reading of the log is: leaves read, of how many."""


def take(file: Path, progress: Progress) -> Manifest:
    """Copy the whole record into a new file; NotReady says what kept it from being taken."""
    with ready() as admin:
        try:
            _kept_outside(progress)
            return back_up(admin, file, progress=progress)
        except (Trouble, OSError) as wrong:
            raise NotReady(str(wrong)) from wrong


def _kept_outside(progress: Progress) -> None:
    """Keep a checkpoint outside the database; where the log is shorter than one that is kept, say so."""
    try:
        export(int(time.time()))
    except RolledBack as wrong:
        progress(f"TAKE CARE: {wrong}")


def put_back(file: Path, *, force: bool, progress: Progress) -> Restored:
    """Put a backup back, and bring it up to date; NotReady says what is wrong and what the database holds.

    A record that is there is refused or, with `force`, kept under another name. The deployment's keys
    must be those with which the backup's record was made.
    """
    with reached() as admin:
        try:
            found = restore(file, admin, set_aside=force, progress=progress)
        except (Trouble, OSError) as wrong:
            raise NotReady(str(wrong)) from wrong
        live.migrate(admin)
        return found


def verified(
    receipts: tuple[Path, ...] = (), checkpoints: tuple[Path, ...] = (), *, show: Show | None = None
) -> Verified:
    """The log read through, computed anew and held against all that is held outside the database.

    A long one is read by as many processes as there are processors; `show` is told how far they are. Django
    is signed in to it as the application. ValueError names evidence that cannot be believed.
    """
    held = evidence(receipts, checkpoints)
    return verify(sealing.verifying(processes=len(os.sched_getaffinity(0)), show=show), held)
