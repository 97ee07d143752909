"""Tests of keeping: a backup put back, what it lacks, what was altered, and the keys under a passphrase."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner, Result
from django.db import connections
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from heeded import bootstrap
from heeded.bootstrap import live, sealing
from heeded.bootstrap.keeping.checkpoints import evidence, export
from heeded.bootstrap.keeping.keys import put_back_keys, save_keys
from heeded.bootstrap.secret import FOLDER, folder, secret
from heeded.bootstrap.settings_names import ADMIN_URL
from heeded.casework.ports import Author, Kept
from heeded.casework.receive import receive
from heeded.doors.cli import main
from heeded.doors.cli.keeping.backup import PASSPHRASE
from tests.borough import NOW, bruised, make_agencies, somebody

HOSPITAL = Author("hospital", "hospital-system")
WORDS = "a long way from anywhere"


def said(*words: str | Path) -> Result:
    """What a command says, with nobody else on the database."""
    connections.close_all()
    return CliRunner().invoke(main, [*map(str, words)], prog_name="heeded")


@pytest.fixture
def deployment_of_its_own(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A record with the agencies in it, in a folder of its own, as the commands find it."""
    own = tmp_path / "deployment"
    own.mkdir(mode=0o700)
    shutil.copy2(folder() / "secret.key", own)
    for made_once in (sealing.seal, sealing.proving):
        made_once.cache_clear()
    monkeypatch.setenv(FOLDER, str(own))
    monkeypatch.setenv(ADMIN_URL, database)
    monkeypatch.setenv(PASSPHRASE, WORDS)
    make_agencies()
    yield database
    for made_once in (sealing.seal, sealing.proving):
        made_once.cache_clear()
    _forget_kept(database)


def _forget_kept(database: str) -> None:
    """Drop the databases that a restore kept under another name."""
    name = str(conninfo_to_dict(database)["dbname"])
    with psycopg.connect(make_conninfo(database, dbname="postgres"), autocommit=True) as connection:
        like = [f"{name}_until_%"]
        for (kept,) in connection.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", like):
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(kept)))


def told(name: str, at: int) -> tuple[Kept, ...]:
    """A report of the hospital's about a child of that name, taken in at a moment (seconds UTC)."""
    report = bruised(name, child=somebody(name), now=at)
    return receive(report, HOSPITAL, at, live.open_record(), bootstrap.open_handbook()).kept


@pytest.mark.usefixtures("deployment_of_its_own")
def test_a_backup_put_back_says_what_came_after_it(tmp_path: Path) -> None:
    told("first", NOW)
    file = tmp_path / "monday.backup"
    taken = said("backup", file)
    assert (taken.exit_code, taken.stderr) == (0, "")
    assert "4 entries" in taken.stdout
    assert "without them it cannot be put to use" in taken.stdout
    kept = told("second", NOW + 60)
    export(int(time.time()) + 60)
    receipts = tmp_path / "receipts.jsonl"
    receipts.write_text("".join(f"{sealing.receipt(each)}\n" for each in kept), "utf-8")

    refused = said("restore", file)
    assert refused.exit_code == 1
    assert "is not empty" in refused.stderr

    back = said("restore", file, "--force", "--receipts", receipts)
    assert back.exit_code == 1
    assert "4 entries are missing" in back.stdout
    assert "a sender holds a receipt for it" in back.stdout
    assert "is kept in the database" in back.stdout


@pytest.mark.usefixtures("deployment_of_its_own")
def test_a_backup_put_back_at_once_lacks_nothing(tmp_path: Path) -> None:
    told("first", NOW)
    assert said("backup", tmp_path / "now.backup").exit_code == 0
    back = said("restore", tmp_path / "now.backup", "--force")
    assert (back.exit_code, back.stderr) == (0, "")
    assert "Signed up to entry 4" in back.stdout
    assert "Nothing that was signed was altered." in back.stdout
    assert len(told("second", NOW + 60)) == 4


def test_the_first_altered_entry_is_named(deployment_of_its_own: str) -> None:
    kept = told("first", NOW)
    export(NOW + 60)
    assert said("verify").exit_code == 0
    with psycopg.connect(deployment_of_its_own) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("UPDATE record.entry SET role = 'porter' WHERE index = 2")
    found = said("verify")
    assert found.exit_code == 1
    assert found.stdout.startswith("Leaf 2: its content is not what was sealed.")
    assert kept[2].entry in found.stdout


@pytest.mark.usefixtures("deployment_of_its_own")
def test_a_checkpoint_that_somebody_else_signed_is_not_believed(tmp_path: Path) -> None:
    told("first", NOW)
    note = export(NOW)
    (tmp_path / "false.checkpoint").write_text(note.replace("\n4\n", "\n5\n"), "utf-8")
    found = said("verify", "--checkpoint", tmp_path / "false.checkpoint")
    assert found.exit_code == 1
    assert "false.checkpoint" in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.usefixtures("deployment_of_its_own")
def test_checkpoints_are_kept_outside_the_database_the_newest_and_the_days() -> None:
    told("first", NOW)
    export(NOW)
    told("second", NOW + 60)
    export(NOW + 86400)
    names = sorted(path.name for path in (folder() / "checkpoints").iterdir())
    assert names == ["2026-07-01.checkpoint", "2026-07-02.checkpoint", "latest.checkpoint"]
    assert sorted(seen.checkpoint.size for seen in evidence((), ()).checkpoints) == [4, 8, 8]


@pytest.mark.usefixtures("deployment_of_its_own")
def test_keys_come_back_under_their_passphrase_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, public = secret(), sealing.verifier_key()
    save_keys(tmp_path / "saved.keys", WORDS)
    assert (tmp_path / "saved.keys").stat().st_mode & 0o077 == 0
    assert before not in (tmp_path / "saved.keys").read_bytes()
    monkeypatch.setenv(FOLDER, str(tmp_path / "elsewhere"))
    with pytest.raises(ValueError, match="the passphrase is another"):
        put_back_keys(tmp_path / "saved.keys", WORDS + "!")
    assert list((tmp_path / "elsewhere").glob("*")) == []
    put_back_keys(tmp_path / "saved.keys", WORDS)
    sealing.seal.cache_clear()
    assert (secret(), sealing.verifier_key()) == (before, public)


@pytest.mark.usefixtures("deployment_of_its_own")
def test_saved_keys_never_replace_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_keys(tmp_path / "saved.keys", WORDS)
    monkeypatch.setenv(FOLDER, str(tmp_path / "elsewhere"))
    own = secret()
    with pytest.raises(ValueError, match="is another key"):
        put_back_keys(tmp_path / "saved.keys", WORDS)
    assert secret() == own


def test_a_short_passphrase_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSPHRASE, "short")
    found = said("backup", tmp_path / "x", "--with-keys")
    assert found.exit_code == 1
    assert "too short" in found.stderr
