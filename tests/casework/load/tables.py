"""The record's tables as somebody sees them who may see everything, with what chance decides left out."""

from __future__ import annotations

import psycopg
from psycopg import sql

TABLES = {
    "person": "id, family, name, born, sex, adult, area",
    "subject": "id, person, agency, ref",
    "link": "subject, person, at, by, reason",
    "identifier": "encode(sought, 'hex'), subject, system, value",
    "household": "id, person",
    "description": "subject, told, received, name, born, sex, adult, area",
    "address": "subject, told, received, address, postcode",
    "entry": "index, id, subject, kind, earliest, latest, precision, told, received, agency, practitioner, "
    "role, known, keys, facts, corrects, withdraws, report, flags",
    "leaf": "index, entry, at",
    "passed_on": "entry, person, agency, at",
    "standing": "entry, subject, since, at",
    "duty": "id, agency, family, person, about, edition, rule, ref, key, trigger, owed_by, practitioner, "
    "verdict, arose, due, owed, because, cites, since",
    "card": "id, agency, desk, stage, place, family, person, key, since, came, kind, sender, source, lead, "
    "rule, owed, due, owing, parties, silent, silent_since, opposed, line",
}
"""By table the columns that must be the same; salts, hashes and running numbers are drawn."""

LAST_SAID = (
    "id, family, person, about, edition, rule, ref, key, trigger, owed_by, verdict, arose, due, owed, since"
)
"""Of a duty, what does not depend on how often it was judged: a sentence stays while its finding does."""


def rows(admin: str, duties: str = TABLES["duty"]) -> dict[str, list[str]]:
    """Every different row of every table, as text, sorted; `duties` are the columns of that table."""
    with psycopg.connect(admin) as connection:
        found = {}
        for table, columns in (TABLES | {"duty": duties}).items():
            asked = sql.SQL("SELECT ({})::text FROM record.{}").format(
                sql.SQL(columns), sql.Identifier(table)
            )
            found[table] = sorted({str(row[0]) for row in connection.execute(asked)})
        return found
