"""The long run over kills: the web server, the worker and the database killed at random, under load."""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path

import click
import psycopg

from heeded.bootstrap import live
from heeded.bootstrap.secret import FOLDER, derived
from tests.faults.kills.deployment import PARTS, Deployment
from tests.faults.kills.driver import Acknowledged, Driver

DRIVERS = 2


@dataclass(slots=True, kw_only=True)
class Found:
    """What a run found."""

    killed: dict[str, int] = field(default_factory=lambda: dict.fromkeys(PARTS, 0))
    reports: int = 0
    entries: int = 0
    looks: int = 0
    unanswered: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    without_look: list[str] = field(default_factory=list)
    verified: str = ""
    worklist: str = ""
    sound: bool = False
    minutes: float = 0.0


@click.command()
@click.option("--kills", default=300, show_default=True, help="How many kills.")
@click.option("--minutes", default=0.0, help="Stop after so long, and say how far it came.")
@click.option("--seed", default=1, show_default=True, help="Which of the parts is killed, and when.")
@click.option("--result", type=click.Path(path_type=Path), help="Where to write what was found.")
def main(kills: int, minutes: float, seed: int, result: Path | None) -> None:
    """Kill one of the parts at random while systems tell and read; then look for what is missing."""
    with tempfile.TemporaryDirectory(prefix="heeded-kills-") as place:
        found = campaign(Path(place), kills, minutes, seed)
    click.echo(json.dumps(asdict(found), indent=1))
    if result:
        result.write_text(said(found, seed), "utf-8")
    sys.exit(0 if found.sound else 1)


def campaign(place: Path, kills: int, minutes: float, seed: int) -> Found:
    """Run it in a folder; what was found."""
    began, chance, found = time.monotonic(), random.Random(seed), Found()  # noqa: S311 - no secret
    deployment = Deployment(place / "deployment")
    os.environ[FOLDER] = str(deployment.folder)
    with live.database() as admin:
        live.migrate(admin)
        live.connect_as_app(admin)
        bearer = _prepare()
        deployment.start()
        drivers = [Driver(number, deployment.url, bearer) for number in range(DRIVERS)]
        for driver in drivers:
            driver.start()
        try:
            _some_acknowledged(drivers, 1)
            while sum(found.killed.values()) < kills and not (
                minutes and time.monotonic() - began > minutes * 60
            ):
                before = sum(driver.acknowledged.sent for driver in drivers)
                part = chance.choice(PARTS)
                time.sleep(chance.random() * 0.3)
                deployment.kill(part)
                found.killed[part] += 1
                _some_acknowledged(drivers, before + chance.randint(1, 4))
        finally:
            for driver in drivers:
                driver.end()
            for driver in drivers:
                driver.join()
            deployment.stop()
        _look(admin, deployment, [driver.acknowledged for driver in drivers], found)
    found.minutes = round((time.monotonic() - began) / 60, 1)
    return found


def _prepare() -> dict[str, str]:
    from tests.borough import make_agencies  # noqa: PLC0415 - after Django is set up
    from tests.doors.api.callers import bearer  # noqa: PLC0415 - as above

    make_agencies()
    return bearer("hospital", "events:write", "children:find")


def _some_acknowledged(drivers: list[Driver], enough: int) -> None:
    """Wait until so many reports were acknowledged, so that each kill meets a deployment at work."""
    until = time.monotonic() + 120
    while sum(driver.acknowledged.sent for driver in drivers) < enough:
        if time.monotonic() > until or not all(driver.is_alive() for driver in drivers):
            raise TimeoutError("the deployment does not come back")
        drivers[0].join(0.05)


def _look(admin: str, deployment: Deployment, acknowledged: list[Acknowledged], found: Found) -> None:
    from heeded.adapters.record.store.naming import Naming  # noqa: PLC0415 - after Django is set up

    naming = Naming(derived("naming"))
    names = {str(naming.entry("hospital", ref)): ref for each in acknowledged for ref in each.entries}
    with psycopg.connect(admin) as link:
        held = Counter(str(row[0]) for row in link.execute("SELECT id FROM record.entry"))
        leaves = Counter(str(row[0]) for row in link.execute("SELECT entry FROM record.leaf"))
        looks = {str(row[0]) for row in link.execute("SELECT id FROM record.look")}
    found.lost = [ref for entry, ref in names.items() if not held[entry] or not leaves[entry]]
    found.doubled = [entry for entry, count in (held + leaves).items() if count != 2]
    read = [look for each in acknowledged for look in each.looks]
    found.without_look = [look for look in read if look not in looks]
    found.reports = sum(each.sent for each in acknowledged)
    found.entries, found.looks = len(names), len(read)
    found.unanswered = sum(each.unanswered for each in acknowledged)
    verified, worklist = deployment.run("verify"), deployment.run("worklist", "rebuild", "--check")
    found.verified = (verified.stdout + verified.stderr).strip()
    found.worklist = (worklist.stdout + worklist.stderr).strip()
    found.sound = not (found.lost or found.doubled or found.without_look) and not (
        verified.returncode or worklist.returncode
    )


def said(found: Found, seed: int) -> str:
    """What was found, as a page."""
    kills = sum(found.killed.values())
    each = ", ".join(f"{part} {count}" for part, count in sorted(found.killed.items()))
    return (
        "# Killed at random\n\n"
        f"Written by `make test-faults` (`tests/faults/campaign_kills.py --seed {seed}`).\n\n"
        "The web server (gunicorn, two processes), the worker and PostgreSQL (its first process, or one that "
        "serves a connection) were killed with SIGKILL at random while systems told of children and looked "
        "for them; each part was started again. What was not acknowledged was sent again.\n\n"
        "| | |\n| --- | --- |\n"
        f"| kills | {kills} ({each}) |\n"
        f"| reports acknowledged | {found.reports:,} |\n| entries acknowledged | {found.entries:,} |\n"
        f"| requests without an answer | {found.unanswered:,} |\n"
        f"| acknowledged entries lost | {len(found.lost)} |\n| doubled | {len(found.doubled)} |\n"
        f"| reads acknowledged | {found.looks:,} |\n"
        f"| reads without an access record | {len(found.without_look)} |\n"
        f"| so in truth, of kills (95 %, rule of three) | at most {3 / max(kills, 1):.1%} |\n"
        f"| minutes | {found.minutes} |\n\n"
        f"`heeded verify` said:\n\n```\n{found.verified}\n```\n\n"
        f"`heeded worklist rebuild --check` said:\n\n```\n{found.worklist}\n```\n\n"
        "Killing a process does not lose what the kernel holds: this says nothing of a power cut.\n"
    )


if __name__ == "__main__":
    main()
