"""Notices by webhook: signed after the Standard Webhooks specification, over TLS, to where they may go."""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from heeded.adapters.notices.reach import Network, connection
from heeded.casework.ports.outbox import Delivery, NotDelivered

_TAKEN = range(200, 300)


@dataclass(frozen=True, slots=True)
class Webhook:
    """POST to the address of the receiving agency's own system.

    `site` is the address of the record's pages; `allowed` are the private networks to which it may turn all
    the same; `clock` gives the second (UTC) that is signed.
    """

    site: str
    allowed: tuple[Network, ...] = ()
    clock: Callable[[], float] = time.time

    def send(self, delivery: Delivery) -> None:
        """Send it; NotDelivered where it may not be sent there, or was not answered with a 2xx."""
        if not delivery.secret:
            raise NotDelivered(
                "the agency has no secret by which to check a webhook's signature: give it one"
            )
        body = json.dumps(self._body(delivery), separators=(",", ":")).encode()
        sent = int(self.clock())
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "Heeded",
            "Idempotency-Key": delivery.name,
            "webhook-id": delivery.name,
            "webhook-timestamp": str(sent),
            "webhook-signature": _signed(delivery.secret, delivery.name, sent, body),
        }
        status = self._post(delivery.address, body, headers)
        if status not in _TAKEN:
            raise NotDelivered(f"the webhook answered {status}")

    def _body(self, delivery: Delivery) -> dict[str, str]:
        return {
            "type": "notice",
            "notice": delivery.notice,
            "agency": delivery.agency,
            "why": delivery.why,
            "since": datetime.fromtimestamp(delivery.at, UTC).isoformat().replace("+00:00", "Z"),
            "link": f"{self.site}/notices/{delivery.notice}/",
        }

    def _post(self, address: str, body: bytes, headers: dict[str, str]) -> int:
        parts = urlsplit(address)
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        try:
            with connection(address, self.allowed) as line:
                line.request("POST", path, body, headers)
                return line.getresponse().status
        except (OSError, http.client.HTTPException, ValueError) as wrong:
            raise NotDelivered(f"the webhook could not be reached: {type(wrong).__name__}") from wrong


def _signed(secret: str, name: str, sent: int, body: bytes) -> str:
    try:
        return signature(secret, name, sent, body)
    except ValueError as wrong:
        raise NotDelivered("the agency's webhook secret is not base64 after whsec_: mend it") from wrong


def signature(secret: str, name: str, sent: int, body: bytes) -> str:
    """The signature of a message sent at a second (UTC): HMAC-SHA-256 over its name, the second, its body.

    `secret` is taken as its UTF-8 bytes or, where it begins with `whsec_`, as base64 after that (Standard
    Webhooks 1.0).
    """
    key = base64.b64decode(secret.removeprefix("whsec_")) if secret.startswith("whsec_") else secret.encode()
    told = f"{name}.{sent}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key, told, hashlib.sha256).digest()).decode()
