"""The record made ready for a command that changes who may come in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from heeded.bootstrap.running.ready import NotReady, ready


@contextmanager
def on_the_record() -> Iterator[None]:
    """The record, up to date and signed in to; what is wrong is told as the command's error."""
    try:
        with ready():
            yield
    except (NotReady, ValueError, LookupError) as wrong:
        raise click.ClickException(str(wrong.args[0])) from wrong
