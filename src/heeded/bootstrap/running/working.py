"""The worker: what does the jobs that wait in the database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

CONCURRENCY = 4
"""How many jobs one worker does at a time: they wait for the database more than they work."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A job that was tried as often as it may be: its number and name, what it is about, how often tried."""

    id: int
    name: str
    about: str
    tries: int


def work(*, until_done: bool = False) -> None:
    """Do jobs until told to stop (SIGTERM, SIGINT), or with `until_done` until none is left for now.

    Jobs under way are finished first. Django is signed in to the database as the application.
    """
    from procrastinate.contrib.django import app  # noqa: PLC0415 - after Django is set up
    from procrastinate.contrib.django.django_connector import DjangoConnector  # noqa: PLC0415 - as above

    from heeded.bootstrap.running import jobs  # noqa: F401, PLC0415 - as above; it makes the jobs known

    connector = app.connector
    if not isinstance(connector, DjangoConnector):
        raise TypeError("a worker is already running in this process")
    with app.replace_connector(connector.get_worker_connector()) as working:
        working.run_worker(
            concurrency=CONCURRENCY, wait=not until_done, delete_jobs="successful", name="heeded"
        )


def failed() -> Iterator[Failed]:
    """The jobs that failed as often as they may be tried, the oldest first."""
    from procrastinate.contrib.django import app  # noqa: PLC0415 - after Django is set up

    for job in app.job_manager.list_jobs(status="failed"):
        given: Any = job.task_kwargs
        carried = json.loads(given) if isinstance(given, str) else given  # Django gives JSON as it is written
        about = ", ".join(f"{name} {value}" for name, value in carried.items())
        yield Failed(int(job.id or 0), job.task_name, about, job.attempts)


def try_again() -> int:
    """Put every failed job back, to be done at once; how many there were."""
    from procrastinate.contrib.django import app  # noqa: PLC0415 - after Django is set up

    found = [each.id for each in failed()]
    for job in found:
        app.job_manager.retry_job_by_id(job, datetime.now(UTC))
    return len(found)
