"""What PostgreSQL itself can do with the same rows: single inserts, each with a commit of its own."""

from __future__ import annotations

import time

import psycopg


def bare(admin: str, size: int) -> list[float]:
    """How long each of so many single-row commits took (seconds): an entry into a table like the record's."""
    took = []
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute("CREATE TEMPORARY TABLE sample AS SELECT * FROM record.entry LIMIT 1000")
        connection.execute("CREATE TABLE IF NOT EXISTS public.bare_entry (LIKE record.entry INCLUDING ALL)")
        rows = connection.execute("SELECT index FROM sample").fetchall()
        for number in range(size):
            (index,) = rows[number % len(rows)]
            begun = time.perf_counter()
            connection.execute(
                "INSERT INTO public.bare_entry SELECT (jsonb_populate_record(sample, jsonb_build_object("
                "'index', %s::bigint, 'id', gen_random_uuid()))).* FROM sample WHERE index = %s",
                [number + int(time.time() * 1000) * 1000, index],
            )
            took.append(time.perf_counter() - begun)
        connection.execute("DROP TABLE public.bare_entry")
    return took
