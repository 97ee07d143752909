"""The record asked while others write: reports received, worklists and chronologies read, over the API."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

from bench.record import borough
from bench.record.borough import nhs_number
from bench.record.loading import Loading
from bench.record.sender import CONNECTIONS, Answers, Request, send

PORT = 8765
RATE = 50
GOOD = (200, 201)
NEW = 0.3
APART = 5_000
"""How far apart the numbers of new children are in two runs on one record: less than the million by which a
number is passed over whose child has no injury, so that two runs never meet."""
READS = 20
PURPOSE = {"Heeded-Purpose": "safeguarding", "Heeded-Basis": "CA2004-s11"}


@contextmanager
def served(workers: int = 2) -> Iterator[None]:
    """The web server that the product starts, without its worker; until the block ends."""
    heeded = Path(sys.executable).parent / "heeded"
    command = [
        str(heeded),
        "serve",
        "--no-worker",
        "--address",
        f"127.0.0.1:{PORT}",
        "--workers",
        str(workers),
    ]
    process = subprocess.Popen(command)  # noqa: S603 - our own program
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{PORT}/api/openapi.json", timeout=5).close()
                break
            except OSError:
                time.sleep(0.25)
        yield
    finally:
        process.terminate()
        process.wait()


def credentials() -> dict[str, list[str]]:
    """A few credentials for each agency, because what one account may read in a minute is limited."""
    from heeded.adapters.record.door.credentials import make_credential  # noqa: PLC0415 - Django is set up

    scopes = ("events:write", "children:find", "chronology:read", "worklist:read")
    made: dict[str, list[str]] = {}
    for agency, *_ in borough.agencies():
        for number in range(4):
            identity, secret = make_credential(agency, f"system {number}", scopes)
            made.setdefault(agency, []).append(f"Bearer {identity}.{secret}")
    return made


def reports(known: dict[str, list[str]], loaded: Loading, size: int, draw: random.Random) -> list[Request]:
    """Reports to be received: seven in ten tell of one more visit to a child with a history of about ten
    entries, three in ten of a new child's injury in four events. Those of another run are others."""  # noqa: D205, D209
    new = loaded.children + APART * loaded.runs
    return [
        _injury(known, new + number, draw)
        if draw.random() < NEW
        else _visit(known, draw.randrange(loaded.children), f"{loaded.runs}-{number}", draw)
        for number in range(size)
    ]


def _visit(known: dict[str, list[str]], child: int, number: str, draw: random.Random) -> Request:
    area, moment = draw.choice(borough.AREAS).lower(), borough.written(int(time.time()) - 900)
    number_held = {"system": "NHS number", "value": nhs_number(child)}
    told = {
        "id": f"visit-{number}",
        "people": [{"ref": f"live-{child}", "identifiers": [number_held]}],
        "events": [
            {"ref": f"visit-{number}", "kind": "visit", "child": f"live-{child}", "happened": moment,
             "told": moment, "facts": {"child seen": True, "child seen alone": True}}
        ],
    }  # fmt: skip
    return _post(told, f"council-{area}", known, draw)


def _injury(known: dict[str, list[str]], child: int, draw: random.Random) -> Request:
    while True:
        made = [*borough.reports(child, child + 1, int(time.time()))]
        for agency, line in made:
            if agency.startswith("hospital"):
                return _post(json.loads(line), agency, known, draw)
        child += 1_000_000


def _post(told: object, agency: str, known: dict[str, list[str]], draw: random.Random) -> Request:
    headers = {"Authorization": draw.choice(known[agency]), "Content-Type": "application/json"}
    body = json.dumps(told).encode()
    return Request("POST", "/api/events", headers, body)


def worklists(known: dict[str, list[str]], size: int, draw: random.Random) -> list[Request]:
    """First pages of agencies' lists."""
    return [
        Request("GET", "/api/worklist?limit=50", {"Authorization": draw.choice(found), **PURPOSE})
        for found in draw.choices([*known.values()], k=size)
    ]


def chronologies(known: dict[str, list[str]], admin: str, size: int, draw: random.Random) -> list[Request]:
    """Chronologies of children, each asked for by an agency that told of them."""
    with psycopg.connect(admin) as connection:
        rows = connection.execute(
            "SELECT subject.person, subject.agency FROM record.subject TABLESAMPLE SYSTEM (20) LIMIT %s",
            [size * 4],
        ).fetchall()
    return [
        Request(
            "GET",
            f"/api/children/{person}/chronology",
            {"Authorization": draw.choice(known[agency]), **PURPOSE},
        )
        for person, agency in draw.choices(rows, k=size)
    ]


def measured(requests: Sequence[Request], rate: float = RATE, connections: int = CONNECTIONS) -> Answers:
    """The answers at a rate, after a few that only warm up.

    There are as many connections as keep busy: the server closes one that is idle for two seconds.
    """
    warm = min(len(requests) // 5, 100)
    send(PORT, requests[:warm], rate, connections)
    answers = send(PORT, requests[warm:], rate, connections)
    wrong = {status: count for status, count in answers.statuses.items() if status not in GOOD}
    if wrong:
        raise RuntimeError(f"these answers are not what was asked for, so no time of them counts: {wrong}")
    return answers
