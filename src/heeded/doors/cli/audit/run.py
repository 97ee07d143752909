"""One run of `heeded audit`: each file read and judged, then printed, and written where wanted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import ExitStack, closing
from importlib.metadata import version
from pathlib import Path

import click

from heeded.bootstrap import (
    Folder,
    audit_record,
    audit_table,
    handbook_folder,
    open_families,
    report_folder,
)
from heeded.casework.audit import audit
from heeded.casework.ports import Audited, Terms
from heeded.core.procedures.handbook import Handbook
from heeded.doors.cli.audit.page import page
from heeded.doors.cli.audit.progress import Bar

FORMS = ("text", "json", "csv", "parquet")
ENDINGS = {"text": "csv", "json": "jsonl", "csv": "csv", "parquet": "parquet"}
"""In what form the findings are written into a folder, for each form of the page."""


class Run:
    """A run under way: what was found so far, and what could not be read."""

    def __init__(
        self, handbook: Handbook, folder: Path | None, terms: Terms, form: str, out: Path | None, edition: str
    ) -> None:
        self._handbook = handbook
        self._folder = folder
        self._terms = terms
        self._form = form
        self._out = out
        self._edition = edition
        self._audits: list[Audited] = []
        self._failed = False

    def audit(self, files: tuple[Path, ...]) -> int:
        """Audit the files, one after the other, and print; the exit status.

        A file that cannot be read does not keep the others from being audited.
        """
        try:
            with ExitStack() as stack:
                kept = stack.enter_context(self._report()) if self._out else None
                read = [path for path, name in _named(files) if self._audit_one(path, name, kept)]
                if kept and self._audits:
                    kept.finish(read, handbook_folder(self._folder), self._said())
                    click.echo(f"Findings, table and refusals are in {self._out}.", err=True)
        except OSError as wrong:
            if wrong.filename is None:
                raise
            self._complain(f"{wrong.filename}: it cannot be written: {wrong.strerror}. Choose another --out.")
            return 1
        self._print()
        return int(self._failed)

    def _report(self) -> Folder:
        return report_folder(self._out or Path(), ENDINGS[self._form])

    def _audit_one(self, path: Path, name: str, kept: Folder | None) -> bool:
        """Audit one file; whether it could be read, if only in part."""
        try:
            source = open_families(path, self._terms, name)
        except ValueError as wrong:
            self._complain(str(wrong))
            return False
        with closing(source), Bar(source) as bar:
            audited = audit(source, self._handbook, kept, bar.advance)
            if kept:
                kept.take(audited, source.ledger)
        self._audits.append(audited)
        if source.cut_short:
            self._complain(f"{source.cut_short} What came before was audited.")
        return True

    def _print(self) -> None:
        """Print what was found, in the form asked for."""
        if not self._audits:
            return
        if self._form == "text":
            click.echo("\n\n".join(map(page, self._audits)))
        elif self._form == "json":
            click.echo(json.dumps(audit_record(self._audits), ensure_ascii=False, indent=2))
        elif not self._out:
            click.echo(audit_table(self._audits, self._form), nl=False)

    def _said(self) -> dict[str, object]:
        """The choices under which this run was made, for its manifest."""
        terms = self._terms
        return {
            "heeded": version("heeded"),
            "handbook": self._handbook.title,
            "edition": self._edition or "as in force on the day",
            "as_of": terms.as_of.isoformat() if terms.as_of else None,
            "since": terms.since.isoformat() if terms.since else None,
            "carries": list(terms.carries),
            "area": terms.area,
        }

    def _complain(self, what: str) -> None:
        self._failed = True
        click.echo(f"Error: {what}", err=True)


def _named(files: Iterable[Path]) -> list[tuple[Path, str]]:
    """Each file with what to call it: its name, or its whole path where two have the same name."""
    names = [path.name for path in files]
    return [(path, str(path) if names.count(path.name) > 1 else path.name) for path in files]
