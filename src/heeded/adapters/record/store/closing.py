"""Side doors that PostgreSQL leaves open to every role, closed in the record's database."""

from __future__ import annotations

import logging

import psycopg

from heeded.adapters.record.store.statements import statement

log = logging.getLogger("heeded.record")


def close_side_doors(admin: str) -> bool:
    """Take from everybody what no role of the record needs; False where the administrator may not.

    Functions that run a string as a statement (by which a slip in one statement could run another, such as
    EXPLAIN), large objects (which no policy guards), and what other sessions are doing. Only a superuser may
    take these away: on a server of somebody else's it is logged that they stand open.
    """
    with psycopg.connect(admin, autocommit=True) as connection:
        asked = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if asked.fetchone() != (True,):
            log.warning("the server's administrator is no superuser: large objects and the like stand open")
            return False
        connection.execute(statement("closing", "side_doors").encode())
    return True
