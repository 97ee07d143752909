"""Drafts that several may write at: how often saved and by whom, shared with whom, who has it open."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_ADD = """
ALTER TABLE record.draft
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN last_by text NOT NULL DEFAULT '',
    ADD COLUMN shared text[] NOT NULL DEFAULT '{}',
    ADD COLUMN present jsonb NOT NULL DEFAULT '{}';
UPDATE record.draft SET last_by = author;
ALTER TABLE record.draft ALTER COLUMN last_by SET STATISTICS 0, ALTER COLUMN shared SET STATISTICS 0,
    ALTER COLUMN present SET STATISTICS 0;
CREATE INDEX draft_shared ON record.draft USING gin (shared);
COMMENT ON COLUMN record.draft.shared IS
    'The colleagues of the same agency with whom its author shares it: they may read it and write in it, and '
    'neither send it, nor throw it away, nor share it on.';
COMMENT ON COLUMN record.draft.present IS 'When each of them last had it open, in seconds UTC.';
CREATE FUNCTION record.draft_is_its_authors() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.author, NEW.agency) IS DISTINCT FROM (OLD.id, OLD.author, OLD.agency)
        OR OLD.author IS DISTINCT FROM record.actor()
        AND (NEW.shared, NEW.sent) IS DISTINCT FROM (OLD.shared, OLD.sent)
    THEN
        RAISE EXCEPTION 'a draft is its author''s: nobody else shares it or sends it';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION record.draft_is_its_authors() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record.draft_is_its_authors() TO heeded_app;
CREATE TRIGGER its_authors BEFORE UPDATE ON record.draft
    FOR EACH ROW EXECUTE FUNCTION record.draft_is_its_authors();
CREATE POLICY shared_seen ON record.draft FOR SELECT TO heeded_app
    USING (agency = (SELECT record.agency()) AND (SELECT record.actor()) = ANY (shared));
CREATE POLICY shared_kept ON record.draft FOR UPDATE TO heeded_app
    USING (agency = (SELECT record.agency()) AND (SELECT record.actor()) = ANY (shared) AND sent IS NULL)
    WITH CHECK (agency = (SELECT record.agency()) AND (SELECT record.actor()) = ANY (shared));
"""
_TAKE_BACK = """
DROP POLICY shared_kept ON record.draft;
DROP POLICY shared_seen ON record.draft;
DROP TRIGGER its_authors ON record.draft;
DROP FUNCTION record.draft_is_its_authors();
ALTER TABLE record.draft DROP COLUMN version, DROP COLUMN last_by, DROP COLUMN shared, DROP COLUMN present;
"""


class Migration(migrations.Migration):
    """Add the columns, and let those with whom a draft is shared read it and write in it."""

    dependencies: ClassVar = [("record", "0012_card_line")]
    operations: ClassVar = [migrations.RunSQL(_ADD, _TAKE_BACK)]
