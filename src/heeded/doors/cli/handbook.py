"""`heeded handbook`: check a handbook, show what it says, compare its editions."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from heeded.bootstrap import draft_handbook
from heeded.casework.check_handbook import Checked, check_handbook
from heeded.core.chronology.when import LOCAL


@click.group("handbook")
def command() -> None:
    """Check a handbook, show what it says, compare its editions."""


@command.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
def check(path: Path | None) -> None:
    """Confirm a handbook, or say line by line what to change.

    PATH is a folder of Markdown files; without it, the handbook for England that comes with Heeded.
    """
    checked = check_handbook(draft_handbook(path), datetime.now(LOCAL).date())
    for mistake in checked.draft.mistakes:
        click.echo(str(mistake))
    click.echo(_summary(checked))
    raise SystemExit(1 if checked.refusals else 0)


def _summary(checked: Checked) -> str:
    handbook = checked.draft.handbook
    rules = len(handbook.rules) if handbook else 0
    return f"{rules} rules, {checked.examples_run} examples run, {len(checked.refusals)} mistakes."
