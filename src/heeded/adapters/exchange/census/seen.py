"""Which identifiers a return has given before, in memory that does not grow with the return."""

import sqlite3


class Seen:
    """Remembers on which line an identifier came first, by a hash of it that no other process can make.

    Kept in a private temporary database, which spills to disk beyond a few megabytes and is removed
    when closed.
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._database.execute("create table seen (identifier integer primary key, line integer not null)")
        self._database.execute("begin")

    def first_line(self, identifier: str, line: int) -> int | None:
        """The line on which an identifier came first, if it came before; else remember it with this line."""
        row = self._database.execute(
            "insert into seen values (?, ?) on conflict do nothing returning line", (hash(identifier), line)
        ).fetchone()
        if row:
            return None
        found = self._database.execute("select line from seen where identifier = ?", (hash(identifier),))
        return int(found.fetchone()[0])

    def close(self) -> None:
        """Forget everything."""
        self._database.close()
