"""What people and models say of two references: the same person, a different one, or they cannot tell."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_MAKE = """
CREATE TABLE record.assertion (
    place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    act uuid NOT NULL,
    one uuid NOT NULL,
    other uuid NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('same', 'different', 'unsure')),
    at bigint NOT NULL,
    by text NOT NULL,
    agency text NOT NULL,
    model text NOT NULL DEFAULT '',
    terms jsonb NOT NULL DEFAULT '[]',
    reason text NOT NULL,
    supersedes bigint,
    CHECK (one < other)
);
CREATE UNIQUE INDEX assertion_pair ON record.assertion (one, other, place DESC);
CREATE INDEX assertion_other ON record.assertion (other);
CREATE INDEX assertion_act ON record.assertion (act);
COMMENT ON TABLE record.assertion IS
    'What somebody, or a dated model, says of two subjects: the last of a pair holds, and names the one that '
    'it supersedes. One act may say it of several pairs. terms are the weights that stood beside it.';
ALTER TABLE record.assertion ALTER COLUMN by SET STATISTICS 0, ALTER COLUMN model SET STATISTICS 0,
    ALTER COLUMN terms SET STATISTICS 0, ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE record.assertion ENABLE ROW LEVEL SECURITY;
ALTER TABLE record.assertion FORCE ROW LEVEL SECURITY;
CREATE POLICY finding ON record.assertion TO heeded_app
    USING ((SELECT record.scope()) = 'find') WITH CHECK ((SELECT record.scope()) = 'find');
CREATE POLICY named ON record.assertion FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) IN ('look', 'write')
        AND (one = ANY ((SELECT record.subjects())::uuid[])
            OR other = ANY ((SELECT record.subjects())::uuid[])));
CREATE POLICY erasing ON record.assertion TO heeded_retention
    USING ((SELECT record.scope()) = 'erase'
        AND (one = ANY ((SELECT record.subjects())::uuid[])
            OR other = ANY ((SELECT record.subjects())::uuid[])))
    WITH CHECK (false);
CREATE POLICY loading ON record.assertion FOR SELECT TO heeded_loader
    USING ((SELECT record.scope()) = 'load');
GRANT SELECT ON record.assertion TO heeded_loader;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.assertion
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change_but_retention();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON record.assertion EXECUTE FUNCTION record.refuse_change();
GRANT SELECT, INSERT ON record.assertion TO heeded_app;
GRANT SELECT, DELETE ON record.assertion TO heeded_retention;
GRANT USAGE ON SEQUENCE record.assertion_place_seq TO heeded_app;
GRANT UPDATE (person) ON record.passed_on TO heeded_app;
"""
_UNMAKE = """
REVOKE UPDATE (person) ON record.passed_on FROM heeded_app;
DROP TABLE record.assertion
"""


class Migration(migrations.Migration):
    """Make the table; what was passed on may follow whom its entry is about."""

    dependencies: ClassVar = [("record", "0014_administered")]
    operations: ClassVar = [migrations.RunSQL(_MAKE, _UNMAKE)]
