"""The record keeps who wrote each entry."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_ADD = "ALTER TABLE record.entry ADD COLUMN IF NOT EXISTS writer text NOT NULL DEFAULT ''"
"""A record made since then has the column from the start: step 2 runs the schema as it is now."""

_NO_SAMPLES = "ALTER TABLE record.entry ALTER COLUMN writer SET STATISTICS 0"
"""As for all that is said of people: see ../sql/schema/99_planning.sql."""


class Migration(migrations.Migration):
    """Add the writer, empty where an entry was written before it was kept; no leaf changes by that."""

    dependencies: ClassVar = [("record", "0002_record")]
    operations: ClassVar = [
        migrations.RunSQL([_ADD, _NO_SAMPLES], migrations.RunSQL.noop),
    ]
