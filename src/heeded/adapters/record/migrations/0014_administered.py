"""What whoever administers did to the list of agencies, people and credentials."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models

_KEEP = """
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON public.record_administered
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON public.record_administered
    EXECUTE FUNCTION record.refuse_change();
"""
_LET_GO = """
DROP TRIGGER append_only ON public.record_administered;
DROP TRIGGER never_emptied ON public.record_administered;
"""


class Migration(migrations.Migration):
    """Make the table of its history, which nobody changes."""

    dependencies: ClassVar = [("record", "0013_shared_drafts")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Administered",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.BigIntegerField()),
                ("by", models.CharField(max_length=60)),
                ("act", models.CharField(max_length=40)),
                ("kept", models.CharField(max_length=20)),
                ("whom", models.CharField(max_length=80)),
                ("agency", models.CharField(db_index=True, max_length=60)),
                ("why", models.CharField(blank=True, default="", max_length=500)),
                ("before", models.JSONField(default=dict)),
                ("after", models.JSONField(default=dict)),
                ("undoes", models.BigIntegerField(blank=True, null=True)),
            ],
        ),
        migrations.RunSQL(_KEEP, _LET_GO),
    ]
