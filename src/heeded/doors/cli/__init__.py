"""The command line: each command is a module here, loaded only when it is asked for."""

import sys
from difflib import get_close_matches
from errno import EPIPE
from importlib import import_module

import click

COMMANDS: dict[str, str] = {
    "handbook": "handbook",
    "replay": "replay",
    "tell": "tell",
    "audit": "audit",
    "demo": "demo",
    "serve": "serve",
    "worker": "worker",
    "migrate": "migrate",
    "agency": "letting_in.agency",
    "practitioner": "letting_in.practitioner",
    "credential": "letting_in.credential",
    "load": "load",
    "worklist": "worklist",
    "backup": "keeping.backup",
    "restore": "keeping.restore",
    "verify": "verify",
    "witness": "witness.command",
    "retention": "retention",
    "wall": "walls.wall",
    "adoption": "walls.adoption",
    "link": "link.command",
}
"""Each command's name and the module here whose `command` it runs, in the order in which help shows them."""


class Commands(click.Group):
    """A group whose commands are imported on use, so that one command never waits for another's libraries."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order in which a newcomer should meet them."""
        return [*COMMANDS, *(name for name in super().list_commands(ctx) if name not in COMMANDS)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command of that name, or None when there is none."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        command = import_module(f"{__name__}.{COMMANDS[cmd_name]}").command
        if not isinstance(command, click.Command):
            message = f"{__name__}.{COMMANDS[cmd_name]}.command is not a click command"
            raise TypeError(message)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command of the first word; a mistyped one is refused with the one that was meant."""
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            near = get_close_matches(args[0].lower(), self.list_commands(ctx))
            meant = f" Did you mean '{near[0]}'?" if near else ""
            raise click.UsageError(f"No such command '{args[0]}'.{meant}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; where what it prints cannot be written (a full disk), say so and give status 1."""
        try:
            outcome = super().invoke(ctx)
            sys.stdout.flush()
        except OSError as wrong:
            if wrong.filename is not None or wrong.errno == EPIPE:
                raise
            why = wrong.strerror or str(wrong)
            raise click.ClickException(f"What this prints cannot be written: {why}.") from wrong
        return outcome


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="heeded")
def main() -> None:
    """Keep one record of a child at risk, and run the agencies' agreed procedures over it.

    Live: heeded demo shows it at work; heeded migrate, agency, practitioner, credential and serve set up
    your own. In retrospect: heeded audit and replay judge a census return, a spreadsheet of events or a
    story. Procedures are written in a handbook of Markdown files. Each finding says what was owed, by whom,
    by when, whether it was kept, and because of which entries.

    A procedure that cannot be judged from what was sent is reported as "not assessable": never as kept.
    Nothing here scores or ranks a child, a family or a worker.

    Exit status: 0 done, 1 the input could not be read, 2 the command was mistyped.
    """
