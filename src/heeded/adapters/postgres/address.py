"""Where a database is to be reached, and as whom."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class Address:
    """A database behind a Unix socket: the socket's folder, the number in its name, role and database.

    There is no TCP port: the number is only a part of the socket's file name.
    """

    socket_folder: Path
    port: int
    role: str
    password: str = field(repr=False)
    database: str

    def url(
        self, *, role: str | None = None, password: str | None = None, database: str | None = None
    ) -> str:
        """A postgresql:// URL for libpq, psycopg and PostgreSQL's own programs.

        Another role goes with its own password; without one the URL carries none.
        """
        known = self.password if role in (None, self.role) else None
        secret = known if password is None else password
        login = quote(role or self.role, safe="")
        if secret is not None:
            login += ":" + quote(secret, safe="")
        where = urlencode({"host": str(self.socket_folder), "port": self.port})
        return f"postgresql://{login}@/{quote(database or self.database, safe='')}?{where}"
