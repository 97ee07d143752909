"""The record's own tables, written in SQL: see ../sql/schema."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from django.db import migrations

_SCHEMA = Path(__file__).parent.parent / "sql" / "schema"


class Migration(migrations.Migration):
    """Make the schema `record`, file by file in the order of their names."""

    dependencies: ClassVar = [("record", "0001_staff")]
    operations: ClassVar = [
        migrations.RunSQL("CREATE SCHEMA record", "DROP SCHEMA record CASCADE"),
        *(
            migrations.RunSQL(file.read_text("utf-8"), migrations.RunSQL.noop)
            for file in sorted(_SCHEMA.glob("*.sql"))
        ),
    ]
