"""Keys by which a person is found though the name is spelt otherwise: keyed digests, and no word."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_MAKE = """
CREATE TABLE record.search_key (
    key bigint NOT NULL,
    subject uuid NOT NULL,
    PRIMARY KEY (key, subject)
);
CREATE INDEX search_key_subject ON record.search_key (subject);
COMMENT ON TABLE record.search_key IS
    'By what a subject is found: keyed digests of how words of the name sound, with the birth date, its year '
    'or the postcode. A row a key, and no array under a GIN index: under row security an equality of numbers '
    'may reach an index, and the overlap of arrays may not.';
ALTER TABLE record.search_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE record.search_key FORCE ROW LEVEL SECURITY;
CREATE POLICY finding ON record.search_key TO heeded_app
    USING ((SELECT record.scope()) = 'find') WITH CHECK ((SELECT record.scope()) = 'find');
CREATE POLICY erasing ON record.search_key TO heeded_retention
    USING ((SELECT record.scope()) = 'erase' AND subject = ANY ((SELECT record.subjects())::uuid[]))
    WITH CHECK (false);
GRANT SELECT, INSERT ON record.search_key TO heeded_app;
GRANT SELECT, DELETE ON record.search_key TO heeded_retention;
"""


class Migration(migrations.Migration):
    """Make the table; `heeded link index` fills it for those who were described before."""

    dependencies: ClassVar = [("record", "0016_family_accounts")]
    operations: ClassVar = [migrations.RunSQL(_MAKE, "DROP TABLE record.search_key")]
