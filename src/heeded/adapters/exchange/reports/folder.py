"""The folder of an audit: findings, table, what was refused, and a manifest of what it was made from."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from heeded.adapters.exchange.reports.columns import FINDINGS, TABLE, finding_row, table_rows
from heeded.adapters.exchange.reports.record import record_of
from heeded.adapters.exchange.reports.rows import open_rows
from heeded.casework.ports import Audited, Line, Refusals

MANIFEST = "manifest.json"
UNFINISHED = ".unfinished"
"""The folder within the folder in which files are written until all of them are whole."""
_CHUNK = 1_000_000


class ReportFolder:
    """Writes an audit into a folder; what stood there under the same names is replaced at the end.

    `ending` is csv, jsonl or parquet. Used in a `with`, nothing is put in place unless `finish` was
    called. OSError where the folder cannot be made or written to.
    """

    def __init__(self, folder: Path, ending: str) -> None:
        self._folder = folder
        self._ending = ending
        self._parts = folder / UNFINISHED
        self._parts.mkdir(parents=True, exist_ok=True)
        self._findings = open_rows(self._parts / f"findings.{ending}", FINDINGS)
        self._refused = (self._parts / "refused.csv").open("w", encoding="utf-8-sig", newline="")
        self._audits: list[Audited] = []

    def write(self, line: Line) -> None:
        """Write one finding."""
        self._findings.write(finding_row(line))

    def take(self, audited: Audited, refusals: Refusals) -> None:
        """Take over the audit of one source, with all that was refused."""
        refusals.write_csv(self._refused, heading=not self._audits)
        self._audits.append(audited)

    def finish(self, inputs: Iterable[Path], handbook: Path, terms: Mapping[str, Any]) -> None:
        """Write table, record and manifest, and put every file in its place.

        `terms` are the choices under which the audit was made; `handbook` is its folder.
        """
        self._close()
        with open_rows(self._parts / f"table.{self._ending}", TABLE) as table:
            for audited in self._audits:
                for row in table_rows(audited):
                    table.write(row)
        _write_json(self._parts / "audit.json", record_of(self._audits))
        written = sorted(path for path in self._parts.iterdir() if path.name != MANIFEST)
        manifest = {
            "terms": dict(terms),
            "inputs": [_fingerprint(path, name) for whole in inputs for path, name in _files(whole)],
            "handbook": [_fingerprint(path) for path in sorted(handbook.glob("*.md"))],
            "outputs": [_fingerprint(path) for path in written],
        }
        _write_json(self._parts / MANIFEST, manifest)
        for path in [*written, self._parts / MANIFEST]:
            path.replace(self._folder / path.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()
        for path in self._parts.iterdir():
            path.unlink()
        self._parts.rmdir()

    def _close(self) -> None:
        if not self._refused.closed:
            self._refused.close()
            self._findings.close()


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()


def _files(whole: Path) -> list[tuple[Path, str]]:
    """A file, or every file of a folder, each with what to call it."""
    if not whole.is_dir():
        return [(whole, whole.name)]
    return [(path, f"{whole.name}/{path.name}") for path in sorted(whole.iterdir()) if path.is_file()]


def _fingerprint(path: Path, name: str = "") -> dict[str, str]:
    return {"file": name or path.name, "sha256": sha256(path)}


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
