"""The page of commands, from the command line's own tree and its own words."""

import inspect
from collections.abc import Iterator

import click

from heeded.doors.cli import main
from tools.reference.markdown import page, table


def commands_page() -> str:
    """Write the page: the program, then each command in the order in which help shows them."""
    parts = [part for path, command in tree("heeded", main) for part in described(path, command)]
    return page("Commands", "What `heeded` can be asked for, in the words of its own `--help`.", parts)


def tree(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """Yield a command and those below it, each with the words that reach it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None and not below.hidden:
                yield from tree(f"{path} {name}", below)


def described(path: str, command: click.Command) -> Iterator[str]:
    """Yield the parts of one command: heading, usage, what it does, what may be said with it."""
    context = click.Context(command, info_name=path, **main.context_settings)
    yield f"## {path}"
    yield f"```\n{path} {' '.join(command.collect_usage_pieces(context))}\n```"
    yield from paragraphs(command.help or "")
    records = [record for param in command.get_params(context) if (record := param.get_help_record(context))]
    if records:
        yield table(("said", "meaning"), [(f"`{said}`", meaning) for said, meaning in records if meaning])


def paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a help text; one that click is told not to wrap keeps its lines."""
    for part in inspect.cleandoc(text).replace("\f", "").split("\n\n"):
        if part.startswith("\b"):
            yield "```\n" + part.removeprefix("\b").strip("\n") + "\n```"
        elif part.strip():
            yield " ".join(part.split())
