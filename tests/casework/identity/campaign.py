"""The long run over wrong links: histories linked by mistake and undone, beside never linking."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

import click

from heeded.bootstrap import live
from heeded.bootstrap.secret import FOLDER

HISTORIES = 5_000


@click.command()
@click.option("--histories", default=HISTORIES, show_default=True, help="How many histories to live twice.")
@click.option("--minutes", default=0.0, help="Stop after so long, and say how far it came.")
@click.option("--first", default=10_000, show_default=True, help="The seed of the first history.")
@click.option("--result", type=click.Path(path_type=Path), help="Where to write what was found.")
def main(histories: int, minutes: float, first: int, result: Path | None) -> None:
    """Take two children for one by mistake, work on, take them apart, and compare with never linking."""
    with tempfile.TemporaryDirectory(prefix="heeded-links-") as place:
        os.environ[FOLDER] = place
        with live.database() as admin:
            live.migrate(admin)
            live.connect_as_app(admin)
            said, wrong = _run(admin, histories, minutes, first)
    click.echo(said)
    if result:
        result.write_text(said, "utf-8")
    sys.exit(1 if wrong else 0)


def _run(admin: str, histories: int, minutes: float, first: int) -> tuple[str, int]:
    from heeded.bootstrap import looking  # noqa: PLC0415 - after Django is set up
    from heeded.bootstrap.keeping import identity  # noqa: PLC0415 - as above
    from tests.borough import make_agencies  # noqa: PLC0415 - as above
    from tests.casework.identity.histories import lived  # noqa: PLC0415 - as above
    from tests.casework.looking.staff import make_staff  # noqa: PLC0415 - as above
    from tests.faults.messages.digest import different  # noqa: PLC0415 - as above

    make_agencies()
    make_staff()
    began, confused, seed, wrong = time.monotonic(), 0, first, list[str]()
    while confused < histories and not (minutes and time.monotonic() - began > minutes * 60):
        found = lived(seed, identity.desk(), admin)
        if found is not None:
            confused += 1
            here = [f"{seed} {line}" for line in different(found.undone, found.never)]
            for line in here:
                click.echo(line, err=True)
            wrong += here
        seed += 1
        if seed % 50 == 0:
            click.echo(f"{confused} histories, {len(wrong)} differences", err=True)
    looking.recorder().close()
    return _said(confused, wrong, time.monotonic() - began, first, histories), len(wrong)


def _said(confused: int, wrong: list[str], took: float, first: int, aimed: int) -> str:
    bound = f"at most {3 / confused:.4%}" if confused and not wrong else "no bound"
    short = "" if confused >= aimed else f" The run was stopped before the {aimed:,} that are aimed at."
    return (
        "# A wrong link, undone\n\n"
        f"Written by `tests/casework/identity/campaign.py` (first seed {first}).{short}\n\n"
        "Each history is what four agencies tell by chance of one to four children. Once some of it is in, "
        "two different children are taken for one on a person's word; the rest comes in; then the two are "
        "taken apart again. It is compared with the same history in which they never were one: every entry, "
        "what systems told again, who is whom, who is of one family, and all that is owed. Left out is what "
        "belongs to linking itself: words on who is who, and the questions that the record asks about it.\n\n"
        "| | |\n| --- | --- |\n"
        f"| histories linked by mistake and undone | {confused:,} |\n| differences | {len(wrong)} |\n"
        f"| so in truth (95 %, rule of three) | {bound} |\n| minutes | {took / 60:.1f} |\n"
        + "".join(f"\n- {line}" for line in wrong[:50])
    )


if __name__ == "__main__":
    main()
