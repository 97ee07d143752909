"""Tests that reports about somebody whom a shield or a seal guards are looked at one by one in a load too."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from heeded import bootstrap
from heeded.adapters.exchange.heeded_json import write_report
from heeded.bootstrap import loading
from heeded.bootstrap.keeping import walls
from heeded.casework.guarding import GIVES_AWAY
from heeded.casework.keeping import Sealer, shield
from heeded.casework.load import load
from heeded.casework.looking import Desk
from heeded.casework.ports import Author
from heeded.casework.ports.loading import Guarded
from heeded.core.access.shield import Shielded
from heeded.core.chronology.report import NHS_NUMBER, Described, Identifier, Report
from tests.borough import NOW, ada
from tests.casework.keeping.test_seal import BORN, NEW, OLD, sealed
from tests.casework.keeping.test_shield import SAID, _by, child, walled
from tests.casework.looking.conftest import desk
from tests.casework.looking.telling import one, rows, run, send

__all__ = ["child", "desk", "sealed", "walled"]


def _loaded(database: str, folder: Path, agency: str, reports: Sequence[Report]) -> loading.Progress:
    file = folder / f"{agency}.jsonl"
    lines = [write_report(report).replace(b"\n", b"") for report in reports]
    file.write_bytes(b"\n".join(lines))
    with loading.Ledger() as ledger:
        (told,) = loading.load_files([(file, agency)], database, ledger, processes=1)
        assert not len(ledger)
    return told


def test_words_that_give_a_shielded_place_away_are_pointed_out_in_a_load(
    child: str, database: str, tmp_path: Path
) -> None:
    shield(walls.walled(), _by("worker"), child, child, Shielded.ADDRESS)
    told = [
        one("view recorded", name="says", facts={"grounds": SAID}),
        one("view recorded", name="says not", facts={"grounds": "She is settled"}),
    ]
    first = _loaded(database, tmp_path, "hospital", told)
    assert (first.kept, first.held) == (2, 0)
    kept = "SELECT flags FROM record.entry WHERE kind = 'view recorded' ORDER BY index"
    assert rows(database, kept) == [([GIVES_AWAY],), ([],)]
    again = _loaded(database, tmp_path, "hospital", told)
    assert (again.kept, again.held) == (0, 2)
    assert rows(database, kept) == [([GIVES_AWAY],), ([],)]


def test_a_shield_guards_whoever_the_child_was_found_to_be(desk: Desk, database: str) -> None:
    """A shield names the first subject: the person's own name may be another agency's by now."""
    del desk
    for agency in ("hospital", "council"):
        unnumbered = Described(ref=agency, name="Ada", born=BORN)
        send(one("visit", agency=agency, child=unnumbered, name=f"{agency}-1"))
    (later,) = rows(database, "SELECT max(id::text) FROM record.person")[0]
    run(
        database,
        "INSERT INTO record.shield (person, what, since, by, reason) VALUES (%s, 'address', %s, 'x', 'x')",
        later,
        NOW - 1,
    )
    for agency in ("hospital", "council"):
        send(one("visit", agency=agency, child=ada(agency, born=BORN), name=f"{agency}-2"))
    assert rows(database, "SELECT count(DISTINCT person) FROM record.subject") == [(1,)]
    assert rows(database, "SELECT count(*) FROM record.subject WHERE person = %s", later) == [(0,)]
    report = one("view recorded", child=ada("hospital", born=BORN), name="h-3", facts={"grounds": "seen"})
    with closing(loading.open_bulk(database)) as record, pytest.raises(Guarded):
        load([report], Author("hospital", "x"), NOW, bytes(32), record, bootstrap.open_handbook())
    assert rows(database, "SELECT count(*) FROM record.entry WHERE kind = 'view recorded'") == [(0,)]


def test_a_load_brings_nobody_together_whom_a_seal_keeps_apart(
    sealed: tuple[Sealer, str, str], database: str, tmp_path: Path
) -> None:
    _, old, new = sealed
    numbers = (Identifier(NHS_NUMBER, OLD), Identifier(NHS_NUMBER, NEW))
    both = Described(ref="both", name="Ada", born=BORN, identifiers=numbers)
    told = _loaded(database, tmp_path, "hospital", [one("visit", child=both, name="b1")])
    assert told.kept == 1
    family = "SELECT DISTINCT family FROM record.person WHERE id = ANY (%s)"
    assert len(rows(database, family, [old, new])) == 2
    assert rows(database, "SELECT person::text FROM record.subject WHERE ref = 'both'") == [(new,)]
