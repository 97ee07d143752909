"""`heeded tell`: a story as the reports by which its agencies would tell a record of it."""

from __future__ import annotations

import time
from pathlib import Path

import click

from heeded.bootstrap.demo.stories import write_reports
from heeded.doors.cli.replay.command import story_of


@click.command("tell")
@click.argument("name", metavar="SCENARIO")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--variant",
    metavar="NAME",
    help="Which ending to tell, as for heeded replay. Without it, the first.",
)
@click.option(
    "--stand-in",
    "stand_ins",
    metavar="OWN=OTHER",
    multiple=True,
    help="What stands in place of an agency (by id) or an area of the story: of those in the record.",
)
def command(name: str, folder: Path, variant: str | None, stand_ins: tuple[str, ...]) -> None:
    """Write a story as reports in the record's own JSON, to be posted to /api/events in their order.

    SCENARIO is as for heeded replay. FOLDER gets a file for each report: 003-hospital.json is the third, and
    the hospital's system sends it. The story is moved so many whole weeks that its children were protected
    just now; its people are invented and their numbers are of the range that is kept for tests.

    \b
    heeded tell bruised-baby told                in the agencies of the demonstration
    heeded tell child-t told --stand-in haringey=council --stand-in Haringey=Norhaven \\
        --stand-in enfield=southby --stand-in Enfield=Southby

    docs/api.md, “Tell a whole story”, sends them.
    """
    try:
        found = write_reports(story_of(name, variant), folder, int(time.time()), dict(map(_pair, stand_ins)))
    except ValueError as wrong:
        raise click.UsageError(str(wrong)) from wrong
    except OSError as wrong:
        raise click.ClickException(f"The reports cannot be written: {wrong}.") from wrong
    agencies = dict.fromkeys(file.stem.partition("-")[2] for file in found)
    click.echo(f"{len(found)} reports in {folder}, to be sent in the order of their names by the systems of:")
    click.echo(", ".join(agencies))


def _pair(written: str) -> tuple[str, str]:
    own, sign, other = (part.strip() for part in written.partition("="))
    if not (own and sign and other):
        raise click.BadParameter(f"“{written}” is not OWN=OTHER", param_hint="--stand-in")
    return own, other
