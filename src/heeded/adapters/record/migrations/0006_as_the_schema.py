"""What was changed in steps that records had already taken: two functions, a policy and a comment."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_FUNCTIONS = """
CREATE OR REPLACE FUNCTION record.subjects() RETURNS uuid[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    named uuid[] := record.persons();
BEGIN
    RETURN coalesce((SELECT array_agg(id) FROM record.subject WHERE person = ANY (named)), '{}');
END $$;
CREATE OR REPLACE FUNCTION record.families() RETURNS uuid[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    named uuid[] := record.persons();
BEGIN
    RETURN coalesce((SELECT array_agg(DISTINCT family) FROM record.person WHERE id = ANY (named)), '{}');
END $$;
"""
"""Planned once a connection; a record made before read them in SQL, planned at each statement."""

_KIN = """
ALTER POLICY kin ON record.entry
    USING ((SELECT record.scope()) = 'kin' AND subject = ANY ((SELECT record.subjects())::uuid[])
        AND (kind IN ('explanation given', 'disclosure', 'arrest', 'release', 'bail', 'criminal decision',
            'substance use known', 'adult fact known', 'specialist advice sought',
            'specialist advice received', 'decision', 'possible source considered', 'household joined',
            'household left', 'access began', 'access ended', 'relationship recorded', 'whereabouts', 'care',
            'concern about staff', 'assumption recorded', 'withdrawal')
            OR keys ? 'household'));
"""
"""A record that took the step before it knew of assumptions hid those of a child's kin."""

_COMMENT = """
COMMENT ON COLUMN record.entry.writer IS 'By which account it was written: practitioner:id (perhaps |through:id of a credential) or system:id; empty where that was not kept yet.';
"""  # noqa: E501 - as it stands in the schema


class Migration(migrations.Migration):
    """Make a record that took the steps before as they then were equal to one made now; nothing on others."""

    dependencies: ClassVar = [("record", "0005_kin")]
    operations: ClassVar = [
        migrations.RunSQL([_FUNCTIONS, _KIN, _COMMENT], migrations.RunSQL.noop),
    ]
