"""How each rule was kept, counted now and then over the whole record."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_MAKE = """
CREATE TABLE record.counting (
    at bigint PRIMARY KEY,
    since bigint NOT NULL,
    families bigint NOT NULL,
    children bigint NOT NULL,
    CHECK (since <= at)
);
CREATE TABLE record.counted (
    at bigint NOT NULL REFERENCES record.counting,
    rule text NOT NULL,
    kept bigint NOT NULL,
    kept_late bigint NOT NULL,
    overdue bigint NOT NULL,
    missed bigint NOT NULL,
    departed bigint NOT NULL,
    void bigint NOT NULL,
    due bigint NOT NULL,
    not_assessable bigint NOT NULL,
    early bigint NOT NULL,
    PRIMARY KEY (at, rule)
);
COMMENT ON TABLE record.counting IS
    'A count of how the rules were kept: of what arose from since to at (seconds UTC), over how many.';
COMMENT ON TABLE record.counted IS
    'How one rule was kept by one count. Whoever shows it holds back what could tell of a single child.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.counting
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON record.counting EXECUTE FUNCTION record.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.counted
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON record.counted EXECUTE FUNCTION record.refuse_change();
GRANT SELECT, INSERT ON record.counting, record.counted TO heeded_app;
"""


class Migration(migrations.Migration):
    """Make the tables; nothing in them names a child."""

    dependencies: ClassVar = [("record", "0008_since")]
    operations: ClassVar = [migrations.RunSQL(_MAKE, "DROP TABLE record.counted; DROP TABLE record.counting")]
