"""What stands beside the events: dates of birth and assessments' factors, in memory that does not grow."""

import sqlite3
from datetime import date

_TABLES = """
create table person (id text primary key, born text) without rowid;
create table factor (assessment text not null, written text not null);
create index by_assessment on factor (assessment);
begin;
"""


class Beside:
    """Keeps persons and factors in a private temporary database that spills to disk."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._database.executescript(_TABLES)

    def person(self, person: str, born: date | None) -> None:
        """Remember a person, with the date of birth where it is told."""
        told = born.isoformat() if born else None
        self._database.execute("insert into person values (?, ?) on conflict do nothing", (person, told))

    def born(self, person: str) -> date | None:
        """When a person was born, None if it is not told; KeyError where there is no such person."""
        row = self._database.execute("select born from person where id = ?", (person,)).fetchone()
        if row is None:
            raise KeyError(person)
        return date.fromisoformat(row[0]) if row[0] else None

    def factor(self, assessment: str, written: str) -> None:
        """Remember what a row says of an assessment's factors."""
        self._database.execute("insert into factor values (?, ?)", (assessment, written))

    def factors(self, assessment: str) -> str:
        """What all rows say of an assessment's factors, a line each."""
        rows = self._database.execute("select written from factor where assessment = ?", (assessment,))
        return "\n".join(" ".join(written.split()) for (written,) in rows)

    def close(self) -> None:
        """Forget everything."""
        self._database.close()
