"""What witnesses said of the log's checkpoints."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_MAKE = """
CREATE TABLE record.witnessing (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    witness text NOT NULL,
    size bigint NOT NULL,
    at bigint NOT NULL,
    line text NOT NULL DEFAULT '',
    said text NOT NULL DEFAULT '',
    CHECK ((line = '') <> (said = ''))
);
CREATE INDEX witnessing_size ON record.witnessing (size) WHERE line <> '';
CREATE INDEX witnessing_witness ON record.witnessing (witness, id);
COMMENT ON TABLE record.witnessing IS
    'What a witness said of the checkpoint of a size: its signature (line), checked by whoever reads it, or '
    'why it did not sign (said). An objection is over when the witness signs again.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.witnessing
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON record.witnessing EXECUTE FUNCTION record.refuse_change();
GRANT SELECT, INSERT ON record.witnessing TO heeded_app;
GRANT SELECT ON record.witnessing TO heeded_reader;
GRANT USAGE ON SEQUENCE record.witnessing_id_seq TO heeded_app;
"""


class Migration(migrations.Migration):
    """Make the table; nothing in it names a child, and what it holds is published."""

    dependencies: ClassVar = [("record", "0003_writer")]
    operations: ClassVar = [migrations.RunSQL(_MAKE, "DROP TABLE record.witnessing")]
