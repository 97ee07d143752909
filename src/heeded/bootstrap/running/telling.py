"""The wiring of notices: the outbox, the channels, and who hears when one is given up."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Mapping
from ipaddress import ip_network

from heeded.adapters.notices import Mail, Webhook
from heeded.adapters.notices.reach import Network
from heeded.adapters.record.waiting import PostgresOutbox
from heeded.bootstrap.running.ready import tokens
from heeded.bootstrap.settings_names import ADMINISTRATOR, SENDER, SITE, WEBHOOK_NETWORKS
from heeded.casework.ports.outbox import Channel, Delivery, NotDelivered
from heeded.casework.unasked.tell import Told, tell

log = logging.getLogger("heeded.worker")


def tell_now(delivery: int, now: int | None = None) -> Told:
    """Deliver what waits under a number, now (seconds UTC; None: by the clock)."""
    moment = int(time.time()) if now is None else now
    return tell(delivery, moment, PostgresOutbox(tokens()), channels(), _given_up)


def channels() -> Mapping[str, Channel]:
    """The ways by which notices go, as the environment says."""
    return {"e-mail": _mail(), "webhook": Webhook(_site(), _networks())}


def _given_up(delivery: Delivery, said: str) -> None:
    log.error("a notice to %s by %s was given up: %s", delivery.agency, delivery.channel, said)
    administrator = os.environ.get(ADMINISTRATOR)
    if not administrator:
        log.error("nobody was told of it: name the administrator's e-mail address in %s", ADMINISTRATOR)
        return
    try:
        _mail().send_given_up(administrator, delivery, said)
    except NotDelivered as wrong:
        log.error("the administrator could not be told of it: %s", wrong)  # noqa: TRY400 - it says enough


def _mail() -> Mail:
    return Mail(os.environ.get(SENDER, "Heeded <heeded@localhost>"), _site())


def _site() -> str:
    return os.environ.get(SITE, "http://127.0.0.1:8000").rstrip("/")


def _networks() -> tuple[Network, ...]:
    return tuple(
        ip_network(written.strip())
        for written in os.environ.get(WEBHOOK_NETWORKS, "").split(",")
        if written.strip()
    )
