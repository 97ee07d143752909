-- Keeping and erasing. Retention has a role of its own: it alone may delete what was told, of one agency and of
-- the persons whom a signed token names, and it can write nothing but the erasure's own leaf.

CREATE TABLE record.erasure (
    index bigint PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    at bigint NOT NULL,
    by text NOT NULL,
    ground text NOT NULL,
    leaves bigint[] NOT NULL,
    salt bytea NOT NULL CHECK (length(salt) = 32),
    wiped_at bigint
);
COMMENT ON TABLE record.erasure IS
    'That the content and salts of some leaves were destroyed, on what ground and by whom: a leaf of the log '
    'itself. wiped_at is when the freed bytes were taken out of the files too.';

CREATE TABLE record.disposal (
    id uuid PRIMARY KEY,
    agency text NOT NULL,
    person uuid NOT NULL,
    rule text NOT NULL,
    because text NOT NULL,
    entries bigint NOT NULL,
    upto bigint NOT NULL,
    reviewed_by text NOT NULL,
    reviewed_at bigint NOT NULL,
    done_by text NOT NULL DEFAULT '',
    done_at bigint,
    CHECK (done_by <> reviewed_by)
);
CREATE INDEX disposal_agency ON record.disposal (agency, done_at, reviewed_at);
COMMENT ON TABLE record.disposal IS
    'What one person reviewed and found due for disposal, until a second carries it out. It holds the record as '
    'it was reviewed: so many entries, up to a place in the log.';

CREATE TABLE record.seal (
    id uuid PRIMARY KEY,
    old bytea NOT NULL CHECK (length(old) = 32),
    new bytea NOT NULL CHECK (length(new) = 32),
    to_old bytea NOT NULL CHECK (length(to_old) = 16),
    to_new bytea NOT NULL CHECK (length(to_new) = 16),
    at bigint NOT NULL,
    by text NOT NULL,
    agreed_by text NOT NULL CHECK (agreed_by <> by),
    UNIQUE (old, new)
);
COMMENT ON TABLE record.seal IS
    'An adoption, sealed by two people: two identities that nobody links. old and new are keyed digests, to_old '
    'and to_new ids hidden under the same key: nothing in the database leads from one to the other.';

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['erasure', 'disposal', 'seal'] LOOP
        EXECUTE format('ALTER TABLE record.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE record.%I FORCE ROW LEVEL SECURITY', name);
    END LOOP;

    -- Who is concerned: for what is due (an agency's own records), and for what is being erased.
    FOREACH name IN ARRAY ARRAY['person', 'subject', 'description', 'hold'] LOOP
        EXECUTE format($p$CREATE POLICY keeping ON record.%I FOR SELECT TO heeded_retention
            USING ((SELECT record.scope()) IN ('due', 'erase'))$p$, name);
    END LOOP;

    -- What goes with the entries of those persons.
    FOREACH name IN ARRAY ARRAY['duty', 'passed_on', 'acknowledgement', 'notice', 'draft', 'shield', 'connection',
        'household'] LOOP
        EXECUTE format($p$CREATE POLICY erasing ON record.%I TO heeded_retention
            USING ((SELECT record.scope()) = 'erase' AND person = ANY ((SELECT record.persons())::uuid[]))
            WITH CHECK ((SELECT record.scope()) = 'erase' AND person = ANY ((SELECT record.persons())::uuid[]))$p$, name);
        EXECUTE format('GRANT SELECT, DELETE ON record.%I TO heeded_retention', name);
    END LOOP;
    FOREACH name IN ARRAY ARRAY['description', 'identifier', 'address', 'link', 'seen'] LOOP
        EXECUTE format($p$CREATE POLICY erasing ON record.%I TO heeded_retention
            USING ((SELECT record.scope()) = 'erase' AND subject = ANY ((SELECT record.subjects())::uuid[]))
            WITH CHECK (false)$p$, name);
        EXECUTE format('GRANT SELECT, DELETE ON record.%I TO heeded_retention', name);
    END LOOP;
END $$;

CREATE POLICY erasing ON record.person TO heeded_retention
    USING ((SELECT record.scope()) = 'erase' AND id = ANY ((SELECT record.persons())::uuid[]))
    WITH CHECK ((SELECT record.scope()) = 'erase' AND id = ANY ((SELECT record.persons())::uuid[]));
CREATE POLICY locking ON record.person FOR UPDATE TO heeded_retention
    USING ((SELECT record.scope()) = 'due') WITH CHECK (false);
CREATE POLICY erasing ON record.subject TO heeded_retention
    USING ((SELECT record.scope()) = 'erase' AND person = ANY ((SELECT record.persons())::uuid[]))
    WITH CHECK ((SELECT record.scope()) = 'erase' AND person = ANY ((SELECT record.persons())::uuid[]));
CREATE POLICY due ON record.entry FOR SELECT TO heeded_retention
    USING ((SELECT record.scope()) = 'due' AND agency = (SELECT record.agency()));
CREATE POLICY concerned ON record.entry FOR SELECT TO heeded_retention
    USING ((SELECT record.scope()) = 'erase' AND subject = ANY ((SELECT record.subjects())::uuid[]));
CREATE POLICY erasing ON record.entry FOR DELETE TO heeded_retention
    USING ((SELECT record.scope()) = 'erase' AND agency = (SELECT record.agency())
        AND subject = ANY ((SELECT record.subjects())::uuid[]));
CREATE POLICY erasing ON record.leaf TO heeded_retention
    USING ((SELECT record.scope()) = 'erase') WITH CHECK ((SELECT record.scope()) = 'erase');
CREATE POLICY erasing ON record.wake TO heeded_retention
    USING ((SELECT record.scope()) = 'erase') WITH CHECK ((SELECT record.scope()) = 'erase');
CREATE POLICY erasing ON record.delivery TO heeded_retention
    USING ((SELECT record.scope()) = 'erase') WITH CHECK (false);
CREATE POLICY erasing ON record.erasure TO heeded_retention
    USING ((SELECT record.scope()) IN ('due', 'erase')) WITH CHECK ((SELECT record.scope()) IN ('due', 'erase'));
CREATE POLICY verifying ON record.erasure FOR SELECT TO heeded_app, heeded_reader
    USING ((SELECT record.scope()) = 'verify');
CREATE POLICY reviewing ON record.disposal TO heeded_retention
    USING ((SELECT record.scope()) IN ('due', 'erase') AND agency = (SELECT record.agency()))
    WITH CHECK ((SELECT record.scope()) IN ('due', 'erase') AND agency = (SELECT record.agency()));

-- Seals are heeded by whoever finds people, made and opened in a scope of their own, and changed by nobody.
CREATE POLICY heeding ON record.seal FOR SELECT TO heeded_app USING ((SELECT record.scope()) IN ('find', 'unseal'));
CREATE POLICY sealing ON record.seal FOR INSERT TO heeded_app WITH CHECK ((SELECT record.scope()) = 'unseal');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.seal
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change();
GRANT SELECT, INSERT ON record.seal TO heeded_app;

-- Once written, an erasure says what it said: only that its bytes were wiped may be added.
CREATE TRIGGER append_only BEFORE DELETE ON record.erasure FOR EACH ROW EXECUTE FUNCTION record.refuse_change();
CREATE TRIGGER said_once BEFORE UPDATE OF index, id, at, by, ground, leaves, salt ON record.erasure
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON record.erasure EXECUTE FUNCTION record.refuse_change();

GRANT USAGE ON SCHEMA record TO heeded_retention;
GRANT EXECUTE ON FUNCTION record.token(), record.actor(), record.agency(), record.scope(), record.persons(),
    record.subjects(), record.families() TO heeded_retention;
GRANT SELECT, DELETE ON record.entry, record.subject, record.person, record.delivery TO heeded_retention;
GRANT UPDATE (ref) ON record.subject TO heeded_retention;
GRANT UPDATE (name, born, sex, adult, area, writes) ON record.person TO heeded_retention;
GRANT UPDATE (person) ON record.household TO heeded_retention;
GRANT SELECT, INSERT, UPDATE (erased_at, erased_under) ON record.leaf TO heeded_retention;
GRANT SELECT, UPDATE ON record.head TO heeded_retention;
GRANT SELECT, INSERT ON record.node, record.wake TO heeded_retention;
GRANT SELECT, INSERT, UPDATE (wiped_at) ON record.erasure TO heeded_retention;
GRANT SELECT, INSERT, UPDATE (done_by, done_at) ON record.disposal TO heeded_retention;
GRANT SELECT ON record.hold TO heeded_retention;
GRANT SELECT ON record.erasure TO heeded_app, heeded_reader;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA record TO heeded_retention;
