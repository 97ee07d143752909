"""A deployment of its own for the load: a folder, a database in it, the county's agencies, and the files."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import time
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from bench.log import CACHE
from bench.record import borough

Files = Mapping[str, Path]
"""By agency the file of its reports."""
FOLDER = CACHE / "record"
PROCESSES = 2


def files(children: int) -> Files:
    """A file of reports for each agency, made if it is not there; in the order of loading."""
    today = int(time.time()) // borough.DAY * borough.DAY
    folder = CACHE / f"county-{children}-{today}"
    if not folder.exists():
        unfinished = folder.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        cuts = [children * n // PROCESSES for n in range(PROCESSES + 1)]
        parts = [(unfinished, n, *cut, today) for n, cut in enumerate(pairwise(cuts))]
        with multiprocessing.Pool(PROCESSES) as pool:
            pool.starmap(_write, parts)
        for identity, *_ in borough.agencies():
            with (unfinished / f"{identity}.jsonl").open("wb") as whole:
                for n in range(PROCESSES):
                    part = unfinished / f"{identity}.{n}"
                    with part.open("rb") as lines:
                        shutil.copyfileobj(lines, whole)
                    part.unlink()
        unfinished.rename(folder)
    return {identity: folder / f"{identity}.jsonl" for identity, *_ in borough.agencies()}


def _write(folder: Path, part: int, first: int, last: int, now: int) -> None:
    told = {name: (folder / f"{name}.{part}").open("wb") for name, *_ in borough.agencies()}
    for agency, line in borough.reports(first, last, now):
        told[agency].write(line + b"\n")
    for file in told.values():
        file.close()


def deploy(place: Path) -> None:
    """Let a folder, made if need be, be the deployment's, which the environment names from now on."""
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ["HEEDED_FOLDER"] = str(place.resolve())
    os.environ["HEEDED_SECURE"] = "0"


def folder() -> Path:
    """The deployment's folder."""
    return Path(os.environ["HEEDED_FOLDER"])


def make_agencies() -> None:
    """The county's agencies, in the database to which Django is signed in."""
    from heeded.adapters.record.models import Agency  # noqa: PLC0415 - after Django is set up

    for identity, name, sector, area in borough.agencies():
        Agency.objects.create(id=identity, name=name, sector=sector, area=area)


def events_in(line: bytes) -> int:
    """How many events a report tells."""
    return len(json.loads(line)["events"])
