"""Whose records belong with a child's, and what concerns an adult whom two households share."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_MAKE = """
-- Before a look: who lives with whom, and whom entries name together.
CREATE POLICY kin ON record.entry FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'kin' AND subject = ANY ((SELECT record.subjects())::uuid[])
        AND (kind IN ('explanation given', 'disclosure', 'arrest', 'release', 'bail', 'criminal decision',
            'substance use known', 'adult fact known', 'specialist advice sought',
            'specialist advice received', 'decision', 'possible source considered', 'household joined',
            'household left', 'access began', 'access ended', 'relationship recorded', 'whereabouts', 'care',
            'concern about staff', 'assumption recorded', 'withdrawal')
            OR keys ? 'household'));
-- What concerns somebody whom the look is at, though it stands in the record of a child of another household.
CREATE POLICY concerning ON record.entry FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'look'
        AND kind IN ('arrest', 'release', 'bail', 'criminal decision', 'whereabouts', 'substance use known',
            'adult fact known', 'specialist advice sought', 'specialist advice received')
        AND facts ->> 'person' = ANY ((SELECT record.subjects())::text[]));
"""


class Migration(migrations.Migration):
    """Let a look see the part of a family that belongs with the child, and no more."""

    dependencies: ClassVar = [("record", "0004_witnesses")]
    operations: ClassVar = [
        migrations.RunSQL(_MAKE, "DROP POLICY kin ON record.entry; DROP POLICY concerning ON record.entry"),
    ]
