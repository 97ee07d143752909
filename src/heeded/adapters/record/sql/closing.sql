-- What PostgreSQL leaves open to every role, closed in this database. Only a superuser may run it.

-- [side_doors] functions that run a string as a statement, large objects, what other sessions are doing
DO $$
DECLARE
    door regprocedure;
BEGIN
    FOR door IN
        SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname = ANY (ARRAY[
            'query_to_xml', 'query_to_xmlschema', 'query_to_xml_and_xmlschema', 'cursor_to_xml',
            'cursor_to_xmlschema', 'table_to_xml', 'schema_to_xml', 'database_to_xml', 'ts_stat',
            'lo_creat', 'lo_create', 'lo_from_bytea', 'lo_get', 'lo_put', 'lo_open', 'lo_unlink', 'loread',
            'lowrite', 'pg_stat_get_activity', 'pg_stat_get_backend_activity'
        ])
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', door);
    END LOOP;
    REVOKE ALL ON pg_catalog.pg_stat_activity FROM PUBLIC;
END $$
