"""As of when systems that keep the record of their events last said each of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_MAKE = """
CREATE TABLE record.standing (
    entry uuid PRIMARY KEY,
    subject uuid NOT NULL,
    at bigint NOT NULL
);
CREATE INDEX standing_subject ON record.standing (subject);
COMMENT ON TABLE record.standing IS
    'Of what a system of record told: as of when it last said so, by its own clock, so that what it says '
    'unchanged makes no entry and what comes late overrides nothing newer. Rows only ever move forward.';
ALTER TABLE record.standing ENABLE ROW LEVEL SECURITY;
ALTER TABLE record.standing FORCE ROW LEVEL SECURITY;
CREATE POLICY named ON record.standing TO heeded_app
    USING ((SELECT record.scope()) = 'write' AND subject = ANY ((SELECT record.subjects())::uuid[]))
    WITH CHECK ((SELECT record.scope()) = 'write' AND subject = ANY ((SELECT record.subjects())::uuid[]));
CREATE POLICY loading ON record.standing TO heeded_loader
    USING ((SELECT record.scope()) = 'load') WITH CHECK ((SELECT record.scope()) = 'load');
CREATE POLICY erasing ON record.standing TO heeded_retention
    USING ((SELECT record.scope()) = 'erase' AND subject = ANY ((SELECT record.subjects())::uuid[]))
    WITH CHECK (false);
GRANT SELECT, INSERT, UPDATE (at) ON record.standing TO heeded_app, heeded_loader;
GRANT SELECT, DELETE ON record.standing TO heeded_retention;
"""


class Migration(migrations.Migration):
    """Make the table; what was told before it was kept counts as said when it was told."""

    dependencies: ClassVar = [("record", "0006_as_the_schema")]
    operations: ClassVar = [migrations.RunSQL(_MAKE, "DROP TABLE record.standing")]
