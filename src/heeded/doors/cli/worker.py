"""`heeded worker`: do what waits for its moment."""

from __future__ import annotations

import click

from heeded.bootstrap.running.ready import NotReady, ready
from heeded.bootstrap.running.working import failed, try_again, work
from heeded.doors.cli.lifeline import hold_on


@click.command("worker")
@click.option("--until-done", is_flag=True, help="Stop when no job is left for now.")
@click.option(
    "--failed", "show", is_flag=True, help="List the jobs that failed for good; exit with 1 if any."
)
@click.option("--try-again", "again", is_flag=True, help="Put the failed jobs back first.")
def command(*, until_done: bool, show: bool, again: bool) -> None:
    """Do what waits for its moment: deadlines, notices, checkpoints of the log.

    When a deadline passes and nobody has reported anything, the worker judges the family again, puts what is
    overdue on the list of who owes it, and tells them. `heeded serve` runs one worker; run more of them
    where one is not enough, on any machine that reaches the database. A job that fails is tried again, later
    each time; a worker that is killed loses nothing.

    Exit status: 0 stopped as asked, 1 the record cannot be used, or --failed found some.
    """
    hold_on()
    try:
        with ready():
            if again:
                click.echo(f"Put back: {try_again()}.")
            if show:
                raise SystemExit(_show_failed())
            work(until_done=until_done)
    except NotReady as wrong:
        raise click.ClickException(str(wrong)) from wrong


def _show_failed() -> int:
    found = [*failed()]
    for each in found:
        click.echo(f"job {each.id}  {each.name}  {each.about}  tried {each.tries} times")
    click.echo("No job has failed." if not found else "Put them back with: heeded worker --try-again")
    return 1 if found else 0
