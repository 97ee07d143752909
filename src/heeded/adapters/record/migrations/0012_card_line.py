"""Which line of its agency's worklist a card on a desk comes to, so that a page can lead to it."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """Add it; empty until a family is judged anew."""

    dependencies: ClassVar = [("record", "0011_card")]
    operations: ClassVar = [
        migrations.RunSQL(
            "ALTER TABLE record.card ADD COLUMN line uuid", "ALTER TABLE record.card DROP COLUMN line"
        )
    ]
