"""`heeded worklist`: prove that the list of what is owed says what the entries say, or make it anew."""

from __future__ import annotations

import sys
import time

import click

from heeded.bootstrap.running.ready import NotReady, ready


@click.group("worklist")
def command() -> None:
    """Look after the worklist: what is owed, by whom, by when.

    It is a projection: everything on it follows from the entries by the handbook, and is made anew from them
    whenever something is known or a deadline passes.
    """


@command.command()
@click.option(
    "--check", is_flag=True, help="Change nothing: print what differs, and exit with 1 if anything does."
)
def rebuild(*, check: bool) -> None:
    """Judge every family anew from its entries, and put right what the worklist says otherwise.

    A family whose deadline has just passed, and that no worker has looked at yet, is counted as waiting
    and not as different. Names are not shown: a line is told by its rule and by the child's id.

    For example, each night: heeded worklist rebuild --check

    Exit status: 0 nothing differs, or all was put right; 1 something differs.
    """
    try:
        with ready():
            found = _check(mend=not check)
    except NotReady as wrong:
        raise click.ClickException(str(wrong)) from wrong
    raise SystemExit(1 if check and found else 0)


def _check(*, mend: bool) -> int:
    from heeded.bootstrap.running import rebuilding  # noqa: PLC0415 - after Django is set up

    now, since = int(time.time()), time.monotonic()
    families = rebuilding.families()
    found = mended = judged = waiting = 0
    for checked in rebuilding.check(now):
        judged, waiting = checked.families, checked.waiting
        found += len(checked.differences)
        for each in checked.differences:
            click.echo(
                f"{each.agency or 'nobody'}  {each.rule}  child {each.child}: "
                f"{each.listed or 'nothing'} on the list, {each.told or 'nothing'} by the entries"
            )
        if mend and checked.differences:
            mended += rebuilding.mend(checked, now)
        if sys.stderr.isatty():
            click.echo(f"\r{judged} of {families} families", err=True, nl=False)
    if sys.stderr.isatty():
        click.echo("\r", err=True, nl=False)
    took = f"in {time.monotonic() - since:.1f} s"
    click.echo(
        f"{judged} families judged anew, {took}: {found or 'no'} line{'' if found == 1 else 's'} differed."
    )
    if mended:
        click.echo(f"{mended} put right.")
    if waiting:
        click.echo(f"{waiting} families wait to be looked at again: is a worker running?")
    return found
