"""The record made ready for a command that puts walls up or takes them down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from heeded.bootstrap import looking
from heeded.bootstrap.running.ready import NotReady, ready
from heeded.casework.keeping import NotDone


@contextmanager
def on_the_record() -> Iterator[None]:
    """The record, up to date and signed in to; every look is durable when it is left."""
    try:
        with ready():
            yield
            looking.recorder().close()
    except (NotReady, NotDone) as wrong:
        raise click.ClickException(str(wrong)) from wrong
