"""What lies on agencies' desks: what came in and how far it has come, offers, open disagreements."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_TABLE = """
CREATE TABLE record.card (
    id uuid PRIMARY KEY,
    agency text NOT NULL,
    desk text NOT NULL,
    stage text NOT NULL,
    place bigint NOT NULL,
    family uuid NOT NULL,
    person uuid NOT NULL,
    key text NOT NULL,
    since bigint NOT NULL,
    came bigint NOT NULL,
    kind text NOT NULL,
    sender text NOT NULL,
    source text NOT NULL,
    lead text NOT NULL,
    rule text NOT NULL,
    owed text NOT NULL,
    due bigint,
    owing text[] NOT NULL,
    parties text[] NOT NULL,
    silent text[] NOT NULL,
    silent_since bigint[] NOT NULL,
    opposed integer NOT NULL
);
CREATE INDEX card_list ON record.card (agency, desk, stage, place, id);
CREATE INDEX card_desk ON record.card (agency, desk, place, id);
CREATE INDEX card_person ON record.card (person);
COMMENT ON TABLE record.card IS
    'A projection of the entries, laid out anew whenever a family is judged: one row for each thing that '
    'stands on an agency''s desk. Nobody sets a stage. `heeded worklist rebuild` makes it again.';
"""

_POLICIES = """
ALTER TABLE record.card ENABLE ROW LEVEL SECURITY;
ALTER TABLE record.card FORCE ROW LEVEL SECURITY;
CREATE POLICY named ON record.card TO heeded_app
    USING ((SELECT record.scope()) = 'write' AND person = ANY ((SELECT record.persons())::uuid[]))
    WITH CHECK ((SELECT record.scope()) = 'write' AND person = ANY ((SELECT record.persons())::uuid[]));
CREATE POLICY listed ON record.card FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'list' AND agency = (SELECT record.agency()));
CREATE POLICY loading ON record.card TO heeded_loader
    USING ((SELECT record.scope()) = 'load') WITH CHECK ((SELECT record.scope()) = 'load');
CREATE POLICY erasing ON record.card TO heeded_retention
    USING ((SELECT record.scope()) = 'erase' AND person = ANY ((SELECT record.persons())::uuid[]))
    WITH CHECK (false);
GRANT SELECT, INSERT, UPDATE, DELETE ON record.card TO heeded_app, heeded_loader;
GRANT SELECT, DELETE ON record.card TO heeded_retention;
"""

_PLANNING = """
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['desk', 'stage', 'key', 'sender', 'source', 'lead', 'owed', 'owing',
        'parties', 'silent'] LOOP
        EXECUTE format('ALTER TABLE record.card ALTER COLUMN %I SET STATISTICS 0', name);
    END LOOP;
END $$;
"""
"""The planner keeps no samples of what is said of people (as in the schema's 99_planning)."""


class Migration(migrations.Migration):
    """Make the table; it fills as families are judged, or at once by `heeded worklist rebuild`."""

    dependencies: ClassVar = [("record", "0010_referred")]
    operations: ClassVar = [migrations.RunSQL(_TABLE + _POLICIES + _PLANNING, "DROP TABLE record.card")]
