"""What systems outside do all the while: tell of children until it is acknowledged, and read."""

from __future__ import annotations

import json
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field, replace
from datetime import date
from http.client import HTTPException

from heeded.adapters.exchange.heeded_json import write_report
from tests.borough import ada, bruised
from tests.faults.messages.stories import nhs_number

PURPOSE = {"Heeded-Purpose": "safeguarding", "Heeded-Basis": "CA2004-s11"}
LOOK = "Heeded-Look"
SECONDS = 15


@dataclass(slots=True)
class Acknowledged:
    """What was acknowledged: entries by the sender's names, reads by the ids of their looks."""

    entries: list[str] = field(default_factory=list)
    looks: list[str] = field(default_factory=list)
    sent: int = 0
    unanswered: int = 0
    refused: list[str] = field(default_factory=list)


class Driver(threading.Thread):
    """One system of an agency that tells and reads without a pause until it is told to end."""

    def __init__(self, number: int, url: str, bearer: dict[str, str]) -> None:
        super().__init__(name=f"driver {number}")
        self.acknowledged = Acknowledged()
        self._number = number
        self._url = url
        self._bearer = bearer
        self._enough = threading.Event()

    def end(self) -> None:
        """Let what is under way be acknowledged, and end."""
        self._enough.set()

    def run(self) -> None:
        """Tell of a child after another, each again until it is acknowledged; read one after each."""
        count = 0
        while not self._enough.is_set():
            count += 1
            name = f"d{self._number}-{count}"
            number = nhs_number(self._number * 100_000 + count // 3)
            child = replace(ada(name, nhs=number, born=date(2022, 2, 2)), area="Norhaven")
            report = write_report(bruised(name, child=child, now=int(time.time()) - 10))
            while (answer := self._ask("/api/events", report)) is None:
                self._enough.wait(0.05)
            told = json.loads(answer[0])
            self.acknowledged.entries += [str(each["ref"]) for each in told["events"]]
            self.acknowledged.sent += 1
            wanted = json.dumps({"system": "NHS number", "value": number}).encode()
            found = self._ask("/api/children/search", wanted)
            if found and found[1]:
                self.acknowledged.looks.append(found[1])

    def _ask(self, path: str, body: bytes) -> tuple[bytes, str] | None:
        """The answer to a post and the id of its look, or None where there is none: then nothing is known."""
        asked = urllib.request.Request(  # noqa: S310 - our own server
            self._url + path,
            data=body,
            headers={**self._bearer, **PURPOSE, "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(asked, timeout=SECONDS) as answer:  # noqa: S310 - as above
                return answer.read(), answer.headers.get(LOOK, "")
        except urllib.error.HTTPError as wrong:
            said = wrong.read(300).decode(errors="replace")
            if wrong.code < 500 and wrong.code != 429:
                self.acknowledged.refused.append(f"{path}: {wrong.code} {said}")
                raise AssertionError(said) from wrong
        except (OSError, HTTPException):
            pass
        self.acknowledged.unanswered += 1
        return None
