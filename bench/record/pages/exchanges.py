"""How often a page asks the database: statements, and exchanges in which several may go together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.pq import PipelineStatus


@dataclass(slots=True)
class Counted:
    """How many statements were sent, and in how many exchanges; BEGIN and COMMIT are not counted."""

    statements: int = 0
    exchanges: int = 0


@contextmanager
def counted() -> Iterator[Counted]:
    """Count what this process sends until the block ends, whichever of its threads sends it."""
    counts = Counted()
    execute, many, pipeline = psycopg.Cursor.execute, psycopg.Cursor.executemany, psycopg.Connection.pipeline

    def note(cursor: psycopg.Cursor[Any]) -> None:
        counts.statements += 1
        if cursor.connection.pgconn.pipeline_status == PipelineStatus.OFF:
            counts.exchanges += 1

    def noting(done: Callable[..., Any]) -> Callable[..., Any]:
        def noted(cursor: psycopg.Cursor[Any], *told: Any, **named: Any) -> Any:  # noqa: ANN401 - whatever psycopg takes
            note(cursor)
            return done(cursor, *told, **named)

        return noted

    @contextmanager
    def together(connection: psycopg.Connection[Any]) -> Iterator[Any]:
        counts.exchanges += connection.pgconn.pipeline_status == PipelineStatus.OFF
        with pipeline(connection) as held:
            yield held

    setattr(psycopg.Connection, "pipeline", together)  # noqa: B010 - put back below
    for name, changed in (("execute", noting(execute)), ("executemany", noting(many))):
        setattr(psycopg.Cursor, name, changed)
    try:
        yield counts
    finally:
        psycopg.Cursor.execute, psycopg.Cursor.executemany = execute, many  # type: ignore[method-assign] # as they were
        psycopg.Connection.pipeline = pipeline  # type: ignore[method-assign] # as above
