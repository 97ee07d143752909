"""An open-loop sender: requests leave by a schedule, whether or not earlier ones were answered.

A request's time runs from when it should have left, so that a server that falls behind is not spared the
waiting. The sender's own CPU time is told, because it shares the cores with what it measures.
"""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

CONNECTIONS = 16


@dataclass(frozen=True, slots=True)
class Request:
    """What is sent: a method and path, headers, a body."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes = b""


@dataclass(slots=True)
class Answers:
    """How long answers took (seconds, from when a request was due), statuses, bytes, our own CPU time."""

    took: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    size: int = 0
    cpu: float = 0.0
    lasted: float = 0.0

    def at(self, share: float) -> float:
        """The time within which such a share of the answers came, in milliseconds."""
        ordered = sorted(self.took)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def send(port: int, requests: Sequence[Request], rate: float, connections: int = CONNECTIONS) -> Answers:
    """Send requests to a port of this machine, so many a second, over kept connections."""
    answers, lock = Answers(), threading.Lock()
    numbers = iter(range(len(requests)))
    begins = time.perf_counter() + 0.2

    def work() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                break
            due = begins + number / rate
            if (early := due - time.perf_counter()) > 0:
                time.sleep(early)
            status, size = _ask(connection, requests[number])
            took = time.perf_counter() - due
            with lock:
                answers.took.append(took)
                answers.statuses[status] = answers.statuses.get(status, 0) + 1
                answers.size += size
        connection.close()

    before = time.process_time()
    threads = [threading.Thread(target=work) for _ in range(connections)]
    _all(threads, threading.Thread.start)
    _all(threads, threading.Thread.join)
    answers.cpu, answers.lasted = time.process_time() - before, time.perf_counter() - begins
    return answers


def _all(threads: Sequence[threading.Thread], do: Callable[[threading.Thread], None]) -> None:
    for thread in threads:
        do(thread)


def _ask(connection: http.client.HTTPConnection, request: Request) -> tuple[int, int]:
    connection.request(request.method, request.path, request.body, request.headers)
    answer = connection.getresponse()
    return answer.status, len(answer.read())
