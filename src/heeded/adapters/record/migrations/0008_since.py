"""Since when a system of record is known to have said something, beside until when."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_ADD = """
ALTER TABLE record.standing ADD COLUMN since bigint;
UPDATE record.standing SET since = at;
ALTER TABLE record.standing ALTER COLUMN since SET NOT NULL;
"""


class Migration(migrations.Migration):
    """Add it: a clock that runs ahead orders what it says by that, and an entry is told when it came."""

    dependencies: ClassVar = [("record", "0007_standing")]
    operations: ClassVar = [migrations.RunSQL(_ADD, "ALTER TABLE record.standing DROP COLUMN since")]
