"""Jobs: what a worker does later. A job carries an id and nothing else, so that no job names a child."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from procrastinate.contrib.django import app
from procrastinate.types import JSONDict

LOOK_AGAIN, DELIVER = "heeded.look_again", "heeded.deliver"
LOOKING = ("time", LOOK_AGAIN)
"""The queue and name of the job of a wake, as values for the statement that adds both."""

CHECKPOINT = "heeded.checkpoint"
WITNESSING = ("time", CHECKPOINT, CHECKPOINT, CHECKPOINT)
"""The queue, name and locks of the job that has the log witnessed."""


def deliver(deliveries: Iterable[int], at: int | None = None) -> None:
    """Have some deliveries made, at once or at a moment (seconds UTC), as part of the same transaction."""
    moment = None if at is None else datetime.fromtimestamp(at, UTC)
    job = app.configure_task(DELIVER, schedule_at=moment, queue="telling")
    jobs: list[JSONDict] = [{"delivery": delivery} for delivery in deliveries]
    if jobs:
        job.batch_defer(*jobs)
