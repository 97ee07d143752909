"""Keeps watch on the steps that make a record's tables: none is edited once it landed, one is added."""

from hashlib import sha256
from pathlib import Path

RECORD = Path(__file__).parents[2] / "src" / "heeded" / "adapters" / "record"
LANDED = Path(__file__).with_name("steps.sha256")
"""The files that make the record's tables as they landed: `sha256sum`, run in the record's folder."""


def made_of() -> dict[str, str]:
    """The files that make the record's tables, each with its digest."""
    found = [*RECORD.glob("sql/schema/*.sql"), *RECORD.glob("migrations/0*.py")]
    return {file.relative_to(RECORD).as_posix(): sha256(file.read_bytes()).hexdigest() for file in found}


def landed() -> dict[str, str]:
    """The same as they landed."""
    lines = (line.split() for line in LANDED.read_text("utf-8").splitlines())
    return {name: digest for digest, name in lines}


def test_no_step_is_edited_after_it_has_landed() -> None:
    now = made_of()
    edited = [name for name, digest in landed().items() if now.get(name) != digest]
    told = (
        "records were made with these as they were: put them back, and change the record in a new migration"
    )
    assert edited == [], told


def test_every_step_is_listed() -> None:
    missing = sorted(made_of().keys() - landed().keys())
    told = f"add a line each to {LANDED.name} when the migration is ready to land: sha256sum FILE"
    assert missing == [], told
    assert not [name for name in missing if name.startswith("sql/schema")], "tables are added by a migration"
