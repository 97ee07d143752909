"""The outbox: notices that wait to be delivered, each by its channels, and the channels themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One notice by one channel: all that leaves the record with it, which names nobody and no place.

    `notice` is the notice's id, `channel` and `address` are how and where to; `why` is what awaits, as
    `Why` puts it; `at` is since when (seconds UTC); `tries` how often it was tried before; `secret` is what
    the receiving agency checks a webhook's signature by.
    """

    id: int
    notice: str
    channel: str
    address: str
    agency: str
    why: str
    at: int
    tries: int = 0
    secret: str = ""

    @property
    def name(self) -> str:
        """The same whenever it is sent again, so that it can be told to be the same."""
        return f"{self.notice}.{self.id}"


class NotDelivered(Exception):  # noqa: N818 - it says what is the case
    """A channel could not deliver: what it said, in words that name nobody."""


class Channel(Protocol):
    """A way to somebody."""

    def send(self, delivery: Delivery) -> None:
        """Deliver; NotDelivered where the other side did not take it."""


class Outbox(Protocol):
    """What waits to be delivered."""

    def waiting(self, delivery: int) -> Delivery | None:
        """A delivery that waits; None where it was delivered or given up before."""

    def overdue(self, until: int, most: int) -> list[int]:
        """The deliveries to be tried by a moment (seconds UTC), the earliest first, no more than so many."""

    def delivered(self, delivery: Delivery, now: int) -> None:
        """It was delivered now (seconds UTC), and with it the notice."""

    def not_delivered(self, delivery: Delivery, now: int, said: str, again: int | None) -> None:
        """It was not, and this is what was said; it is to be tried again then or, where None, never."""
