"""Accounts for a child's family: as they were drawn up, and what a second person said of each."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_MAKE = """
CREATE TABLE record.family_account (
    id uuid PRIMARY KEY,
    person uuid NOT NULL,
    agency text NOT NULL,
    by text NOT NULL,
    at bigint NOT NULL,
    content jsonb NOT NULL
);
CREATE INDEX family_account_person ON record.family_account (person, agency);
COMMENT ON TABLE record.family_account IS
    'An account for a child''s family as somebody drew it up: what it says, what it leaves out and why.';

CREATE TABLE record.family_account_step (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account uuid NOT NULL,
    person uuid NOT NULL,
    stage text NOT NULL,
    by text NOT NULL,
    at bigint NOT NULL,
    words text NOT NULL DEFAULT '',
    how text NOT NULL DEFAULT '',
    CHECK (stage IN ('agreed', 'sent back', 'given'))
);
CREATE INDEX family_account_step_account ON record.family_account_step (account, id);
CREATE UNIQUE INDEX family_account_step_decided ON record.family_account_step (account)
    WHERE stage <> 'given';
COMMENT ON TABLE record.family_account_step IS
    'What a second person decided of an account, once, and each time that it was given.';

ALTER TABLE record.family_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE record.family_account FORCE ROW LEVEL SECURITY;
ALTER TABLE record.family_account_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE record.family_account_step FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON record.family_account FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'look' AND agency = (SELECT record.agency())
        AND person = ANY ((SELECT record.persons())::uuid[]));
CREATE POLICY drawn ON record.family_account FOR INSERT TO heeded_app
    WITH CHECK ((SELECT record.scope()) = 'look' AND agency = (SELECT record.agency())
        AND by = (SELECT record.actor()) AND person = ANY ((SELECT record.persons())::uuid[]));
CREATE POLICY own ON record.family_account_step FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'look' AND EXISTS (SELECT FROM record.family_account AS held
        WHERE held.id = family_account_step.account));
CREATE POLICY decided ON record.family_account_step FOR INSERT TO heeded_app
    WITH CHECK ((SELECT record.scope()) = 'look' AND by = (SELECT record.actor())
        AND EXISTS (SELECT FROM record.family_account AS held WHERE held.id = family_account_step.account
            AND held.person = family_account_step.person
            AND (family_account_step.stage = 'given' OR held.by <> (SELECT record.actor()))));
CREATE POLICY erasing ON record.family_account TO heeded_retention
    USING ((SELECT record.scope()) = 'erase' AND (person = ANY ((SELECT record.persons())::uuid[])
        OR person = ANY ((SELECT record.subjects())::uuid[])))
    WITH CHECK (false);
CREATE POLICY erasing ON record.family_account_step TO heeded_retention
    USING ((SELECT record.scope()) = 'erase' AND (person = ANY ((SELECT record.persons())::uuid[])
        OR person = ANY ((SELECT record.subjects())::uuid[])))
    WITH CHECK (false);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.family_account
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change_but_retention();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.family_account_step
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change_but_retention();
GRANT SELECT, INSERT ON record.family_account, record.family_account_step TO heeded_app;
GRANT SELECT, DELETE ON record.family_account, record.family_account_step TO heeded_retention;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA record TO heeded_app;
ALTER TABLE record.family_account ALTER COLUMN agency SET STATISTICS 0, ALTER COLUMN by SET STATISTICS 0,
    ALTER COLUMN content SET STATISTICS 0;
ALTER TABLE record.family_account_step ALTER COLUMN stage SET STATISTICS 0, ALTER COLUMN by SET STATISTICS 0,
    ALTER COLUMN words SET STATISTICS 0, ALTER COLUMN how SET STATISTICS 0;
"""
_UNMAKE = "DROP TABLE record.family_account_step; DROP TABLE record.family_account"


class Migration(migrations.Migration):
    """Make the tables: rows are only added, two people stand behind each, retention alone takes them away."""

    dependencies: ClassVar = [("record", "0015_asserted")]
    operations: ClassVar = [migrations.RunSQL(_MAKE, _UNMAKE)]
