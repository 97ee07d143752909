"""Reviews that nobody of the looker's own agency may make, and to which agency they were given."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_MAKE = """
CREATE TABLE record.glass_referred (
    glass uuid NOT NULL,
    agency text NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (glass, agency)
);
CREATE INDEX glass_referred_agency ON record.glass_referred (agency);
COMMENT ON TABLE record.glass_referred IS
    'A broken glass that nobody of the looker''s agency may review: to whom it was given instead, and when.';
ALTER TABLE record.glass_referred ENABLE ROW LEVEL SECURITY;
ALTER TABLE record.glass_referred FORCE ROW LEVEL SECURITY;
CREATE POLICY reviewed ON record.glass_referred FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'review');
CREATE POLICY referring ON record.glass_referred FOR INSERT TO heeded_app
    WITH CHECK ((SELECT record.scope()) IN ('look', 'review'));
CREATE POLICY referred ON record.glass FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'review' AND EXISTS (SELECT FROM record.glass_referred
        WHERE glass_referred.glass = glass.id AND glass_referred.agency = (SELECT record.agency())));
CREATE POLICY referred ON record.glass_review FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'review' AND EXISTS (SELECT FROM record.glass_referred
        WHERE glass_referred.glass = glass_review.glass
            AND glass_referred.agency = (SELECT record.agency())));
CREATE POLICY reviewing_for ON record.glass_review FOR INSERT TO heeded_app
    WITH CHECK ((SELECT record.scope()) = 'review' AND by = (SELECT record.actor())
        AND EXISTS (SELECT FROM record.glass_referred WHERE glass_referred.glass = glass_review.glass
            AND glass_referred.agency = (SELECT record.agency())));
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.glass_referred
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change();
GRANT SELECT, INSERT ON record.glass_referred TO heeded_app;
"""
_UNMAKE = """
DROP POLICY referred ON record.glass_review;
DROP POLICY reviewing_for ON record.glass_review;
DROP POLICY referred ON record.glass;
DROP TABLE record.glass_referred
"""


class Migration(migrations.Migration):
    """Make the table, and open what was given to an agency to that agency's named officers."""

    dependencies: ClassVar = [("record", "0009_counted")]
    operations: ClassVar = [migrations.RunSQL(_MAKE, _UNMAKE)]
