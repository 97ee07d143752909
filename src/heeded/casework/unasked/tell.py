"""Tell: deliver a notice by a channel, again and later each time where it fails, and in the end give up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from heeded.casework.ports.outbox import Channel, Delivery, NotDelivered, Outbox

FIRST, LONGEST, TRIES = 60, 6 * 3600, 22
"""The first wait and the longest (seconds), and how often it is tried: for three days in all."""


class Told(StrEnum):
    """What came of telling."""

    BEFORE = "dealt with before"
    DELIVERED = "delivered"
    LATER = "to be tried again"
    GIVEN_UP = "given up"


def tell(
    delivery: int,
    now: int,
    outbox: Outbox,
    channels: Mapping[str, Channel],
    give_up: Callable[[Delivery, str], None],
) -> Told:
    """Deliver what waits under a number, now (seconds UTC).

    It is noted as delivered once the other side took it: where that cannot be noted it is sent again, under
    the same name. `give_up` is called, with what was said last, for one that was tried long enough.
    """
    waiting = outbox.waiting(delivery)
    if waiting is None:
        return Told.BEFORE
    try:
        _channel(waiting, channels).send(waiting)
    except NotDelivered as wrong:
        again = next_try(waiting.tries, now)
        outbox.not_delivered(waiting, now, str(wrong), again)
        if again is not None:
            return Told.LATER
        give_up(waiting, str(wrong))
        return Told.GIVEN_UP
    outbox.delivered(waiting, now)
    return Told.DELIVERED


def next_try(tries: int, now: int) -> int | None:
    """When to try again (seconds UTC) what was tried so often before this time; None where never."""
    return now + min(FIRST << tries, LONGEST) if tries + 1 < TRIES else None


def _channel(delivery: Delivery, channels: Mapping[str, Channel]) -> Channel:
    if delivery.channel not in channels:
        raise NotDelivered(f"there is no channel called {delivery.channel}")
    return channels[delivery.channel]
