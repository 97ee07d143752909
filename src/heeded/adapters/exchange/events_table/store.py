"""Where the rows of an event table wait for the rest of their family, in memory that does not grow."""

import pickle
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from heeded.adapters.exchange.events_table.row import Told
from heeded.core.chronology.entry import Entry

_TABLES = """
create table child (child text primary key, family text, born text, area text);
create table entry (child text not null, told blob not null);
create table id (id text primary key) without rowid;
create table doubt (child text not null, kind text not null, primary key (child, kind)) without rowid;
create table target (id text not null, child text not null, line integer not null);
begin;
"""


@dataclass(frozen=True, slots=True)
class StoredChild:
    """A child of the table: what its rows say of it, and their entries in the order of the file.

    `doubtful` names the kinds of event of which some could not be read.
    """

    child: str
    born: date | None
    area: str
    entries: tuple[Entry, ...]
    doubtful: frozenset[str]


class Store:
    """Keeps entries until all have been read, in a private temporary database that spills to disk."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._database.executescript(_TABLES)

    def add(self, told: Told) -> tuple[str, ...]:
        """Keep what a row tells; gives the columns in which it contradicts an earlier row about the child."""
        entry = told.entry
        self._database.execute("insert into entry values (?, ?)", (entry.child, pickle.dumps(entry)))
        born = told.born.isoformat() if told.born else ""
        said = {"family": told.family, "born": born, "area": told.area}
        return tuple(column for column, value in said.items() if not self._say(entry.child, column, value))

    def is_new(self, entry_id: str) -> bool:
        """Whether an id comes for the first time; it is known from now on."""
        done = self._database.execute("insert into id values (?) on conflict do nothing", (entry_id,))
        return done.rowcount == 1

    def doubt(self, child: str, kind: str) -> None:
        """Remember that something of a kind happened to a child and could not be read."""
        self._database.execute("insert into doubt values (?, ?) on conflict do nothing", (child, kind))

    def aim(self, target: str, child: str, line: int) -> None:
        """Remember that a row puts the entry of that id right."""
        self._database.execute("insert into target values (?, ?, ?)", (target, child, line))

    def astray(self) -> Iterator[tuple[str, str, int]]:
        """The ids that are aimed at and are not there, each with the child and the line that aims."""
        yield from self._database.execute(
            "select id, child, line from target where id not in (select id from id) order by line"
        )

    def families(self) -> Iterator[tuple[str, tuple[StoredChild, ...]]]:
        """Each family by name, with its children; a child without a family is one of its own."""
        self._database.execute("create index by_child on entry (child)")
        rows = self._database.execute(
            "select child, born, area, coalesce(family, '') from child "
            "order by coalesce(family, '') = '', family, child"
        )
        for _, children in groupby(rows, key=lambda row: (row[3], "" if row[3] else row[0])):
            family = list(children)
            yield _called(*family[0]), tuple(self._child(*row[:3]) for row in family)

    def has_child(self, name: str) -> bool:
        """Whether the table has a child of that name."""
        found = self._database.execute("select 1 from child where child = ?", (name,))
        return found.fetchone() is not None

    def close(self) -> None:
        """Let go of everything."""
        self._database.close()

    def _say(self, child: str, column: str, value: str) -> bool:
        """Note what a row says of a child; whether that agrees with what was said before."""
        self._database.execute("insert into child (child) values (?) on conflict do nothing", (child,))
        if not value:
            return True
        (said,) = self._database.execute(f"select {column} from child where child = ?", (child,)).fetchone()  # noqa: S608
        if not said:
            self._database.execute(f"update child set {column} = ? where child = ?", (value, child))  # noqa: S608
        return said in (None, "", value)

    def _child(self, child: str, born: str | None, area: str | None) -> StoredChild:
        rows = self._database.execute("select told from entry where child = ? order by rowid", (child,))
        entries = tuple(pickle.loads(told) for (told,) in rows)  # noqa: S301 - pickled by `add`, in a private file
        doubts = self._database.execute("select kind from doubt where child = ?", (child,))
        doubtful = frozenset(kind for (kind,) in doubts)
        return StoredChild(child, date.fromisoformat(born) if born else None, area or "", entries, doubtful)


def _called(child: str, _born: str | None, _area: str | None, family: str) -> str:
    """What a family is called: by its own name, or by its only child; never two by one name."""
    return f"family {family}" if family else f"family of {child}"
