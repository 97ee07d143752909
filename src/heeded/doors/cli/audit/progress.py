"""How far an audit is: a line on the terminal, for whoever waits; nothing where no one watches."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from heeded.casework.ports import Families


class Bar:
    """A bar on standard error while one source is read; it goes away at the end."""

    def __init__(self, source: Families) -> None:
        self._source = source
        columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
        console = Console(stderr=True)
        self._progress = Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty())
        self._row = self._progress.add_task(source.origin.name, total=None)

    def advance(self) -> None:
        """Show how far the source has been read."""
        done, whole = self._source.progress
        self._progress.update(self._row, completed=done, total=whole)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()
