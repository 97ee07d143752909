"""Samples with something changed in them, by chance and from a seed: no reader may fail but in its own words.

`python -m tests.adapters.exchange.mutations --samples 100000` runs as many as one likes.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from heeded.adapters.exchange.dfe_api import read_children
from heeded.adapters.exchange.fhir import read_bundle
from heeded.adapters.exchange.heeded_json import read_report, write_report
from heeded.adapters.exchange.police import read_notice
from heeded.adapters.exchange.unreadable import UnreadableReport
from heeded.core.chronology.report import Report

REPORTS = Path(__file__).parents[2] / "data" / "reports"
RECEIVED = 1_750_000_000
SLOWEST = 1.0
"""Seconds that one sample may take."""

Reader = Callable[[bytes], Report]
READERS: dict[str, Reader] = {
    "child_t_hospital.json": lambda data: read_report(data, "hospital"),
    "child_t_hospital_fhir_r4.json": lambda data: read_bundle(data, "hospital"),
    "child_t_hospital_fhir_r4.xml": lambda data: read_bundle(data, "hospital"),
    "emergency_attendance_stu3.xml": lambda data: read_bundle(data, "hospital"),
    "police_notice.json": lambda data: read_notice(data, "police"),
    "dfe_api_child.json": lambda data: read_children(data, "council", RECEIVED),
}
ODD: tuple[object, ...] = (
    *(None, True, False, 0, -1, 10**17, -1.5, 1e308, "", " ", "x", "\u202e", "a" * 1_000, "\ufeff", "\n"),
    *([], {}, [[]], [None], {"": ""}, {"a": {"b": [1]}}, ["x", 1, None], {"reference": "Patient/T"}),
    *("2010-06-18", "2010-13-45", "9999-12-31", "0001-01-01", "about 2010-06-18, 99999999 days", "9" * 30),
    *("24:00", "T", "Condition/I1", "entered-in-error", "injury observed", "withdrawal", "E1", "child"),
)
PIECES = (
    b"\0",
    b"\xff",
    b"<",
    b"&",
    b"<!DOCTYPE a>",
    b"{",
    b"]",
    b'"',
    b"\\u0000",
    b"\\ud800",
    b"NaN",
    b"&#0;",
)


def changed_bytes(data: bytes, chance: random.Random) -> bytes:
    """Some of the bytes deleted, doubled, overwritten, cut off, or odd ones put in."""
    written = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(written) + 1)
        until = min(len(written), at + chance.choice((1, 1, 2, 10, 100)))
        match chance.randrange(5):
            case 0:
                del written[at:until]
            case 1:
                written[at:at] = written[at:until]
            case 2:
                written[at:until] = bytes(chance.randrange(256) for _ in range(until - at))
            case 3:
                written[at:at] = chance.choice(PIECES)
            case _:
                del written[at:]
    return bytes(written)


def changed_values(data: bytes, chance: random.Random) -> bytes:
    """Some of the values of JSON replaced by odd ones, taken away, doubled, renamed or swapped."""
    whole = json.loads(data)
    for _ in range(chance.randint(1, 5)):
        places = list(_places(whole))
        if not places:
            break
        holder, key = chance.choice(places)
        other, there = chance.choice(places)
        match chance.randrange(5):
            case 0 | 1:
                holder[key] = deepcopy(chance.choice(ODD))
            case 2:
                del holder[key]
            case 3:
                holder[key], other[there] = other[there], holder[key]
                if _circles(whole):
                    return data
            case _ if isinstance(holder, list):
                holder.extend(holder[:20])
            case _:
                holder[f"{key}x"] = holder.pop(key)
    return json.dumps(whole).encode()


def outcome(name: str, data: bytes) -> str:
    """How a reader took some bytes: read, in part, or refused; any other exception is its fault.

    What was read can be written and read again as it was: nothing is in it that no report may hold.
    """
    began = time.monotonic()
    try:
        report = READERS[name](data)
    except UnreadableReport as refused:
        result = "refused" if refused.what and refused.remedy else "refused without a reason"
    else:
        result = "read in part" if report.refusals else "read"
        assert all(refusal.reason and refusal.reason.isprintable() for refusal in report.refusals)
        again = read_report(write_report(report), report.agency) if report.people or report.events else report
        assert (again.people, again.events) == (report.people, report.events)
    assert time.monotonic() - began < SLOWEST, f"{name} took too long"
    return result


def campaign(samples: int, seed: int) -> Counter[tuple[str, str]]:
    """How so many changed samples were taken, by file and outcome; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - chance from a seed, for tests
    originals = {name: (REPORTS / name).read_bytes() for name in READERS}
    found: Counter[tuple[str, str]] = Counter()
    for number in range(samples):
        name = chance.choice(list(READERS))
        by_value = name.endswith(".json") and chance.random() < 0.6
        change = changed_values if by_value else changed_bytes
        data = change(originals[name], chance)
        try:
            found[name, outcome(name, data)] += 1
        except BaseException as fault:
            fault.add_note(f"sample {number:,} of seed {seed}: {name}: {data[:3000]!r}")
            raise
    return found


def _places(value: object) -> Iterator[tuple[Any, Any]]:
    """Every holder of a value, with the key or number by which it holds it."""
    todo = [value] if isinstance(value, dict | list) else []
    while todo:
        holder = todo.pop()
        members = list(holder.items() if isinstance(holder, dict) else enumerate(holder))
        for key, inner in members:
            yield holder, key
            if isinstance(inner, dict | list):
                todo.append(inner)


def _circles(value: object) -> bool:
    """Whether a value has come to hold itself."""
    try:
        json.dumps(value)
    except ValueError:
        return True
    return False


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--samples", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    for (name, result), count in sorted(campaign(given.samples, given.seed).items()):
        print(f"{name:35} {result:12} {count:8,}")  # noqa: T201
