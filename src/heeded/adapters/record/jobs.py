"""Jobs: what a worker does later. A job carries an id and nothing else, so that no job names a child."""

from __future__ import annotations

from datetime import UTC, datetime

from procrastinate.contrib.django import app

LOOK_AGAIN = "heeded.look_again"


def look_again(wake: int, at: int) -> None:
    """Have a family judged again at a moment (seconds UTC), as part of the transaction that is open."""
    app.configure_task(LOOK_AGAIN, schedule_at=datetime.fromtimestamp(at, UTC), queue="time").defer(wake=wake)
