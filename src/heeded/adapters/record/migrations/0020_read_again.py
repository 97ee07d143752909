"""A word on who is who may be read a second time: what that reader said stands beside it and moves nobody."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_MAKE = """
ALTER TABLE record.assertion ADD COLUMN reads uuid;
CREATE UNIQUE INDEX assertion_reads ON record.assertion (reads) WHERE reads IS NOT NULL;
COMMENT ON COLUMN record.assertion.reads IS
    'The act that this reads a second time, by somebody who did not know its verdict. Such a row is never '
    'the last that was said of its pair.';
"""
_UNMAKE = """
DROP INDEX record.assertion_reads;
ALTER TABLE record.assertion DROP COLUMN reads;
"""


class Migration(migrations.Migration):
    """Let an assertion name the act that it reads again, each act once."""

    dependencies: ClassVar = [("record", "0019_said_by")]
    operations: ClassVar = [migrations.RunSQL(_MAKE, _UNMAKE)]
