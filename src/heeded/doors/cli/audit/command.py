"""The command and its options: which files, by which handbook, up to when, in what form."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from heeded.bootstrap import kinds_named, open_handbook
from heeded.casework.ports import Terms
from heeded.core.procedures.handbook import Handbook
from heeded.doors.cli.audit.day import read_day
from heeded.doors.cli.audit.run import FORMS, Run

_PATH = click.Path(path_type=Path)


@click.command("audit")
@click.argument("files", nargs=-1, required=True, type=_PATH, metavar="FILE...")
@click.option(
    "--handbook",
    "folder",
    type=_PATH,
    metavar="PATH",
    help="Judge by the handbook in this folder; left out: the one for England that comes with Heeded.",
)
@click.option(
    "--edition",
    metavar="NAME",
    help="Judge everything by one edition, such as 2010 or 2025; left out: by the one in force on the day.",
)
@click.option(
    "--as-of",
    callback=read_day,
    metavar="DATE",
    help="Judge as at the end of this day; left out: a return's reference date, a table's last day.",
)
@click.option(
    "--since",
    callback=read_day,
    metavar="DATE",
    help="The day from which a file tells of everything; left out: the first of a return's twelve months.",
)
@click.option(
    "--carries",
    multiple=True,
    metavar="KINDS",
    help="The kinds of event that a table would have told of, parted by commas, or a file that lists them, "
    "or “all”; left out: those that stand in it.",
)
@click.option("--area", default="", help="Where children live of whom the file does not say it, by name.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="A page to be read, one JSON object, or the table.",
)
@click.option(
    "--out",
    type=_PATH,
    metavar="DIR",
    help="Also write findings (a line a duty), table, what was refused and a manifest into this folder.",
)
def command(
    files: tuple[Path, ...],
    folder: Path | None,
    edition: str | None,
    form: str,
    out: Path | None,
    **said: object,
) -> None:
    """Count how often agreed procedures were kept, as far as a file can tell.

    FILE is a children-in-need census return (XML, layouts of 2021 to 2027), a table of events (CSV or
    Parquet, one row an event, or an XES log; see docs/event-table.md), or a folder with tables of the
    Standard Safeguarding Dataset (see docs/safeguarding-dataset.md). For each rule of the handbook: how many
    duties can be assessed, how many were kept, late or overdue, the share kept with its 95 % interval, and
    what stands beside them. A rule that the file says too little for is not assessable from it: never kept.

    \b
    heeded audit cin-2024.xml                        a page to be read
    heeded audit cin-2024.xml --out audit-2024       and every finding, with its because
    heeded audit events.csv --as-of 2024-03-31       a spreadsheet, saved as CSV
    heeded audit ssd/ --since 2019-04-01             a council's dataset, complete since that day
    heeded audit events.csv --carries all            a record that would have told of anything

    Exit status: 0 done, 1 a file could not be read to its end, 2 the command was mistyped.
    """
    terms = _terms(**said)
    if form == "parquet" and out is None and sys.stdout.isatty():
        raise click.UsageError("Parquet is not for a screen: give --out DIR, or redirect it into a file.")
    handbook = _handbook(folder, edition)
    raise SystemExit(Run(handbook, folder, terms, form, out, edition or "").audit(files))


def _terms(**said: object) -> Terms:
    """The terms of the audit; a usage error where they contradict each other or name no kind of event."""
    written = said.pop("carries")
    words = tuple(_listed(word) for word in written) if isinstance(written, tuple) else ()
    try:
        terms = Terms(carries=kinds_named(words) if words else (), **said)  # type: ignore[arg-type]
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), param_hint="--carries") from wrong
    if terms.since and terms.as_of and terms.since > terms.as_of:
        raise click.BadParameter("it is later than --as-of.", param_hint="--since")
    return terms


def _listed(word: str) -> str:
    """What a word of --carries says: itself, or the lines of the file of that name."""
    if not Path(word).is_file():
        return word
    try:
        return Path(word).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as wrong:
        raise click.BadParameter(f"{word} cannot be read: {wrong}", param_hint="--carries") from wrong


def _handbook(folder: Path | None, edition: str | None) -> Handbook:
    try:
        handbook = open_handbook(folder)
    except ValueError as wrong:
        raise click.ClickException(str(wrong)) from wrong
    try:
        return handbook.as_edition(edition) if edition else handbook
    except KeyError as wrong:
        raise click.BadParameter(str(wrong.args[0]), param_hint="--edition") from wrong
