"""When an adoption is sealed, nothing that was said of the old identity and another may lead on from it."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

_MAKE = """
CREATE FUNCTION record.refuse_change_but_sealing() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF tg_op = 'DELETE' AND (current_user = 'heeded_retention' OR record.scope() = 'unseal') THEN
        RETURN old;
    END IF;
    RAISE EXCEPTION 'the record is append-only: % on %.% is refused; write a correction instead',
        tg_op, tg_table_schema, tg_table_name USING ERRCODE = 'insufficient_privilege';
END $$;
REVOKE ALL ON FUNCTION record.refuse_change_but_sealing() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record.refuse_change_but_sealing() TO heeded_app, heeded_retention;
DROP TRIGGER append_only ON record.assertion;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.assertion
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change_but_sealing();
CREATE POLICY sealing ON record.assertion TO heeded_app
    USING ((SELECT record.scope()) = 'unseal' AND (one = ANY ((SELECT record.subjects())::uuid[])
        OR other = ANY ((SELECT record.subjects())::uuid[])))
    WITH CHECK (false);
GRANT DELETE ON record.assertion TO heeded_app;
"""
_UNMAKE = """
REVOKE DELETE ON record.assertion FROM heeded_app;
DROP POLICY sealing ON record.assertion;
DROP TRIGGER append_only ON record.assertion;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.assertion
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change_but_retention();
DROP FUNCTION record.refuse_change_but_sealing();
"""


class Migration(migrations.Migration):
    """Let whoever seals an adoption take that away, and nobody else."""

    dependencies: ClassVar = [("record", "0017_search_key")]
    operations: ClassVar = [migrations.RunSQL(_MAKE, _UNMAKE)]
