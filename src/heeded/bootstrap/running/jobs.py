"""The worker's jobs: each is called by an id and does one thing of casework's; what keeps them going."""

from __future__ import annotations

import logging
import time
from datetime import UTC, datetime

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from heeded import bootstrap
from heeded.adapters.record.jobs import CHECKPOINT, DELIVER, LOOK_AGAIN
from heeded.adapters.record.waiting import PostgresOutbox, PostgresWaiting
from heeded.bootstrap import live
from heeded.bootstrap.running.counting import count
from heeded.bootstrap.running.ready import tokens
from heeded.bootstrap.running.telling import tell_now
from heeded.bootstrap.witnessing.carrying import carry
from heeded.casework.unasked.find_reviewer import find_reviewers
from heeded.casework.unasked.look_again import AT_ONCE, look_again
from heeded.casework.unasked.remind import remind

LATE = 60
"""After how many seconds a wake without its job is dealt with all the same."""

EVERY_MINUTE, EVERY_QUARTER, EVERY_HOUR = "* * * * *", "*/15 * * * *", "20 * * * *"
EVERY_NIGHT = "40 2 * * *"
AGAIN = RetryStrategy(max_attempts=8, wait=1, exponential_wait=3)
"""A job that fails is tried again after 4, 10, 28 seconds and so on, for about three hours in all."""

log = logging.getLogger("heeded.worker")


@app.task(name=LOOK_AGAIN, queue="time", retry=AGAIN)
def look_again_at(wake: int) -> None:
    """A deadline has come: judge the family of a wake again."""
    look_again(wake, int(time.time()), live.open_record(), bootstrap.open_handbook())


@app.task(name=DELIVER, queue="telling", retry=AGAIN)
def deliver(delivery: int) -> None:
    """Deliver a notice by a channel; where the other side does not take it, a later job tries again."""
    tell_now(delivery)


@app.periodic(cron=EVERY_MINUTE)
@app.task(name="heeded.deliver_late", queue="telling", retry=AGAIN, queueing_lock="heeded.deliver_late")
def deliver_late(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic job
    """Deliver what should have been delivered a while ago: its jobs were lost, or no worker ran."""
    for delivery in PostgresOutbox(tokens()).overdue(int(time.time()) - LATE, AT_ONCE):
        try:
            tell_now(delivery)
        except Exception:
            log.exception("delivery %d could not be made: the others are made all the same", delivery)


@app.periodic(cron=EVERY_MINUTE)
@app.task(name="heeded.catch_up", queue="time", retry=AGAIN, queueing_lock="heeded.catch_up")
def catch_up(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic job
    """Deal with wakes whose moment passed a while ago: their jobs were lost, or no worker ran."""
    now = int(time.time())
    waiting, record, handbook = PostgresWaiting(tokens()), live.open_record(), bootstrap.open_handbook()
    caught, failed = 0, set[int]()
    while due := [wake for wake in waiting.wakes(now - LATE, AT_ONCE) if wake.id not in failed]:
        for wake in due:
            try:
                look_again(wake.id, now, record, handbook)
                caught += 1
            except Exception:
                log.exception("wake %d could not be dealt with: the others are all the same", wake.id)
                failed.add(wake.id)
    if caught:
        log.warning("looked again at %d families, late: their jobs were lost, or no worker ran", caught)


@app.periodic(cron=EVERY_QUARTER)
@app.task(name="heeded.remind", queue="telling", retry=AGAIN, queueing_lock="heeded.remind")
def remind_of_reviews(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic job
    """Find who reviews looks taken without standing, and remind of those not reviewed in time."""
    from heeded.adapters.record.reviewing.reviews import PostgresReviews  # noqa: PLC0415 - after Django is set up

    reviews, now = PostgresReviews(tokens()), int(time.time())
    find_reviewers(reviews, now)
    remind(reviews, now)


@app.periodic(cron=EVERY_MINUTE)
@app.task(
    name=CHECKPOINT,
    queue="time",
    retry=AGAIN,
    queueing_lock=CHECKPOINT,
    lock=CHECKPOINT,
)
def checkpoint(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic job
    """Sign a checkpoint of the log if it has grown, keep it outside the database, and have it witnessed.

    Each minute, and when a hundred entries have come in: whoever writes the hundredth has it done.
    """
    carry(int(time.time()))


@app.periodic(cron=EVERY_HOUR)
@app.task(name="heeded.clear_sessions", queue="time", retry=AGAIN, queueing_lock="heeded.clear_sessions")
def clear_sessions(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic job
    """Take away the sessions that have run out: who signed in when is not kept for ever."""
    from django.core.management import call_command  # noqa: PLC0415 - after Django is set up

    call_command("clearsessions")


@app.periodic(cron=EVERY_NIGHT)
@app.task(name="heeded.count_kept", queue="time", retry=AGAIN, queueing_lock="heeded.count_kept")
def count_how_rules_are_kept(timestamp: int) -> None:
    """Count, over the whole record, how each rule was kept in the year before."""
    count(timestamp)


@app.periodic(cron=EVERY_MINUTE)
@app.task(name="heeded.take_up", queue="time", queueing_lock="heeded.take_up")
async def take_up(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic job
    """Put jobs back whose worker was killed in the midst of them; each may be done twice without harm."""
    for job in await app.job_manager.get_stalled_jobs():
        log.warning("job %s (%s) is taken up again: its worker is gone", job.id, job.task_name)
        await app.job_manager.retry_job(job, retry_at=datetime.now(UTC))
