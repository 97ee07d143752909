-- Bulk loads have a role of their own, so that the application gains nothing by them. COPY does not reach
-- tables with row-level security: rows are copied into the session's own temporary tables and written from
-- there, in the scope 'load', which only a signed token opens.

CREATE TABLE record.loaded (
    digest bytea PRIMARY KEY CHECK (length(digest) = 32),
    at bigint NOT NULL
);
COMMENT ON TABLE record.loaded IS
    'The batches of bulk loads that are in the record, by a digest of agency and content, so that a load that was '
    'broken off continues where it was. It says nothing that could be turned back into a line.';

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY[
        'person', 'subject', 'description', 'identifier', 'link', 'household', 'entry', 'leaf', 'seen',
        'passed_on', 'duty', 'wake'
    ] LOOP
        EXECUTE format($p$CREATE POLICY loading ON record.%I TO heeded_loader
            USING ((SELECT record.scope()) = 'load') WITH CHECK ((SELECT record.scope()) = 'load')$p$, name);
    END LOOP;
END $$;
CREATE POLICY loading ON record.shield FOR SELECT TO heeded_loader USING ((SELECT record.scope()) = 'load');
CREATE POLICY loading ON record.seal FOR SELECT TO heeded_loader USING ((SELECT record.scope()) = 'load');
CREATE POLICY loading ON record.address FOR INSERT TO heeded_loader WITH CHECK ((SELECT record.scope()) = 'load');

GRANT USAGE ON SCHEMA record TO heeded_loader;
GRANT EXECUTE ON FUNCTION record.token(), record.actor(), record.agency(), record.scope(), record.persons()
    TO heeded_loader;
GRANT SELECT, INSERT ON record.subject, record.description, record.identifier, record.link, record.household,
    record.entry, record.leaf, record.node, record.passed_on, record.loaded TO heeded_loader;
GRANT INSERT ON record.address TO heeded_loader;
GRANT SELECT ON record.seen, record.shield, record.seal TO heeded_loader;
GRANT SELECT, INSERT, UPDATE ON record.person, record.head TO heeded_loader;
GRANT UPDATE (person) ON record.subject TO heeded_loader;
GRANT SELECT, INSERT, UPDATE, DELETE ON record.duty TO heeded_loader;
GRANT SELECT, INSERT ON record.wake TO heeded_loader;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA record TO heeded_loader;
