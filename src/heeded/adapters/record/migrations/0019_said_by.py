"""What somebody said lately of who is who is found by them, so that they can take it back."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations


class Migration(migrations.Migration):
    """Make the index: of people's words alone, for a model says far more and is never asked."""

    dependencies: ClassVar = [("record", "0018_unsaid_when_sealed")]
    operations: ClassVar = [
        migrations.RunSQL(
            "CREATE INDEX assertion_by ON record.assertion (by, at) WHERE by <> 'the record'",
            "DROP INDEX record.assertion_by",
        )
    ]
