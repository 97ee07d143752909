"""Reading the children-in-need census: ours beside the validator that councils use, on the same files."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.census_parse import invented_return
from bench.environments import CENSUS_VALIDATOR, MissingPeerError
from bench.log import CACHE
from bench.runs import Absent, last_line

OURS = "Heeded census reader"
VALIDATOR = "csc-validator-be-cin 0.1.13"
BOTH = (500, 2_000)
OURS_ALONE = 20_000


@dataclass(frozen=True)
class Parsed:
    """How long a reader took over a return of so many children, and its peak memory in bytes."""

    engine: str
    children: int
    seconds: float
    peak_bytes: int

    @property
    def milliseconds(self) -> float:
        """Milliseconds a child."""
        return 1000 * self.seconds / self.children


def compared() -> list[Parsed | Absent]:
    """Both readers on the same returns, then ours on a larger one."""
    found: list[Parsed | Absent] = []
    for children in BOTH:
        path = census(children)
        found.append(_parsed(OURS, "bench.ours.census", path, lambda: Path(sys.executable)))
        validator = "bench.peers.census_validator"
        found.append(_parsed(VALIDATOR, validator, path, CENSUS_VALIDATOR.python))
    alone = census(OURS_ALONE)
    found.append(_parsed(OURS, "bench.ours.census", alone, lambda: Path(sys.executable)))
    return found


def census(children: int) -> Path:
    """An invented return of so many children, written anew."""
    path = CACHE / f"census-{children}.xml"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as out:
        out.writelines(invented_return(children))
    return path


def _parsed(engine: str, module: str, path: Path, python: Callable[[], Path]) -> Parsed | Absent:
    try:
        return Parsed(engine, **json.loads(last_line([str(python()), "-m", module, str(path)])))
    except (MissingPeerError, json.JSONDecodeError) as reason:
        return Absent(engine, str(reason))
