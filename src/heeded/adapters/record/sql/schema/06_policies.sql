-- The second wall: row-level security, forced on every table that names a person, and grants that
-- give the application no more than it does. The first wall is core/access, which grants the look.

-- In plpgsql, because its statements are planned once a connection and not each time they are asked.
CREATE FUNCTION record.subjects() RETURNS uuid[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    named uuid[] := record.persons();
BEGIN
    RETURN coalesce((SELECT array_agg(id) FROM record.subject WHERE person = ANY (named)), '{}');
END $$;

CREATE FUNCTION record.families() RETURNS uuid[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    named uuid[] := record.persons();
BEGIN
    RETURN coalesce((SELECT array_agg(DISTINCT family) FROM record.person WHERE id = ANY (named)), '{}');
END $$;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY[
        'person', 'subject', 'description', 'identifier', 'link', 'address', 'shield', 'connection',
        'household', 'entry', 'leaf', 'seen', 'passed_on', 'draft', 'duty', 'acknowledgement', 'wake', 'cover', 'notice',
        'delivery', 'look', 'glass', 'glass_review', 'hold'
    ] LOOP
        EXECUTE format('ALTER TABLE record.%I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE record.%I FORCE ROW LEVEL SECURITY', name);
    END LOOP;

    -- Rows of the persons whom the token names.
    FOREACH name IN ARRAY ARRAY['duty', 'passed_on', 'acknowledgement', 'glass'] LOOP
        EXECUTE format($p$CREATE POLICY named ON record.%I TO heeded_app
            USING ((SELECT record.scope()) IN ('look', 'write') AND person = ANY ((SELECT record.persons())::uuid[]))
            WITH CHECK ((SELECT record.scope()) IN ('look', 'write')
                AND person = ANY ((SELECT record.persons())::uuid[]))$p$, name);
    END LOOP;

    -- A wall names a person by their first subject, so that it stands when they are found to be somebody else.
    FOREACH name IN ARRAY ARRAY['shield', 'connection'] LOOP
        EXECUTE format($p$CREATE POLICY named ON record.%I FOR SELECT TO heeded_app
            USING ((SELECT record.scope()) IN ('look', 'write')
                AND person = ANY ((SELECT record.subjects())::uuid[]))$p$, name);
    END LOOP;

    -- Rows of their subjects. An address is in none of these: see below.
    FOREACH name IN ARRAY ARRAY['description', 'identifier', 'link', 'seen'] LOOP
        EXECUTE format($p$CREATE POLICY named ON record.%I FOR SELECT TO heeded_app, heeded_reader
            USING ((SELECT record.scope()) IN ('look', 'write', 'verify')
                AND subject = ANY ((SELECT record.subjects())::uuid[]))$p$, name);
    END LOOP;

    -- Whose is it? Only in the step that answers that, before anything of the content is at hand.
    FOREACH name IN ARRAY ARRAY['person', 'subject', 'description', 'identifier', 'link', 'connection', 'shield', 'household'] LOOP
        EXECUTE format($p$CREATE POLICY finding ON record.%I TO heeded_app
            USING ((SELECT record.scope()) = 'find')
            WITH CHECK ((SELECT record.scope()) = 'find')$p$, name);
    END LOOP;
END $$;

CREATE POLICY named ON record.person TO heeded_app
    USING ((SELECT record.scope()) IN ('look', 'write') AND id = ANY ((SELECT record.persons())::uuid[]))
    WITH CHECK ((SELECT record.scope()) = 'write' AND id = ANY ((SELECT record.persons())::uuid[]));
CREATE POLICY named ON record.subject FOR SELECT TO heeded_app, heeded_reader
    USING (person = ANY ((SELECT record.persons())::uuid[]));

-- Entries: read by look, written by the agency that the token names, never changed by the application.
CREATE POLICY named ON record.entry FOR SELECT TO heeded_app, heeded_reader
    USING ((SELECT record.scope()) IN ('look', 'write') AND subject = ANY ((SELECT record.subjects())::uuid[]));
CREATE POLICY told ON record.entry FOR INSERT TO heeded_app
    WITH CHECK ((SELECT record.scope()) = 'write' AND agency = (SELECT record.agency())
        AND subject = ANY ((SELECT record.subjects())::uuid[]));
-- Whether an agency told an event of that name before is its own to know, whomever it told it about.
CREATE POLICY own ON record.entry FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'write' AND agency = (SELECT record.agency()));
CREATE POLICY verifying ON record.entry FOR SELECT TO heeded_app, heeded_reader
    USING ((SELECT record.scope()) = 'verify');
CREATE POLICY proving ON record.leaf FOR SELECT TO heeded_app, heeded_reader
    USING ((SELECT record.scope()) IN ('write', 'verify'));
CREATE POLICY told ON record.leaf FOR INSERT TO heeded_app WITH CHECK ((SELECT record.scope()) = 'write');
CREATE POLICY own ON record.draft TO heeded_app
    USING (author = (SELECT record.actor())) WITH CHECK (author = (SELECT record.actor()));

-- An address is shown by the address resolver alone.
CREATE POLICY resolving ON record.address FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'address' AND subject = ANY ((SELECT record.subjects())::uuid[]));
CREATE POLICY told ON record.address FOR INSERT TO heeded_app WITH CHECK ((SELECT record.scope()) = 'find');

-- Worklists, notices and cover: an agency's own.
CREATE POLICY listed ON record.duty FOR SELECT TO heeded_app, heeded_reader
    USING ((SELECT record.scope()) = 'list' AND agency = (SELECT record.agency()));
CREATE POLICY listed ON record.acknowledgement FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'list' AND agency = (SELECT record.agency()));
CREATE POLICY listed ON record.notice TO heeded_app
    USING ((SELECT record.scope()) = 'list' AND agency = (SELECT record.agency()))
    WITH CHECK ((SELECT record.scope()) = 'list' AND agency = (SELECT record.agency()));
CREATE POLICY told ON record.notice FOR INSERT TO heeded_app
    WITH CHECK ((SELECT record.scope()) IN ('write', 'look', 'work'));
CREATE POLICY acted ON record.notice FOR UPDATE TO heeded_app
    USING ((SELECT record.scope()) = 'write' AND family = ANY ((SELECT record.families())::uuid[]))
    WITH CHECK ((SELECT record.scope()) = 'write' AND family = ANY ((SELECT record.families())::uuid[]));
CREATE POLICY acting ON record.notice FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'write' AND family = ANY ((SELECT record.families())::uuid[]));
CREATE POLICY covering ON record.cover TO heeded_app
    USING ((SELECT record.scope()) IN ('list', 'find') AND agency = (SELECT record.agency()))
    WITH CHECK ((SELECT record.scope()) = 'list' AND agency = (SELECT record.agency()));

-- What the record itself has to get through: waking, telling.
CREATE POLICY working ON record.wake TO heeded_app
    USING ((SELECT record.scope()) IN ('work', 'write')) WITH CHECK ((SELECT record.scope()) IN ('work', 'write'));
CREATE POLICY working ON record.delivery TO heeded_app
    USING ((SELECT record.scope()) IN ('work', 'write', 'look')) WITH CHECK ((SELECT record.scope()) IN ('work', 'write', 'look'));
CREATE POLICY working ON record.notice TO heeded_app
    USING ((SELECT record.scope()) = 'work') WITH CHECK ((SELECT record.scope()) = 'work');

-- Looks are written by all and read by those who may review them, and by nobody changed.
CREATE POLICY recorded ON record.look FOR INSERT TO heeded_app WITH CHECK ((SELECT record.scope()) IS NOT NULL);
CREATE POLICY reviewed ON record.look FOR SELECT TO heeded_app, heeded_reader
    USING ((SELECT record.scope()) = 'review' AND (person = ANY ((SELECT record.persons())::uuid[])
        OR people && (SELECT record.persons())::uuid[]));
CREATE POLICY own ON record.glass FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'find' AND actor = (SELECT record.actor()));
CREATE POLICY reviewed ON record.glass FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'review' AND agency = (SELECT record.agency()));
CREATE POLICY reviewed ON record.glass_review FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'review'
        AND EXISTS (SELECT FROM record.glass WHERE glass.id = glass_review.glass AND glass.agency = (SELECT record.agency())));
CREATE POLICY reviewing ON record.glass_review FOR INSERT TO heeded_app
    WITH CHECK ((SELECT record.scope()) = 'review' AND by = (SELECT record.actor())
        AND EXISTS (SELECT FROM record.glass WHERE glass.id = glass_review.glass AND glass.agency = (SELECT record.agency())
            AND glass.actor <> (SELECT record.actor())));

-- How somebody stands to a child: what their own agency told, was told and owes, who carries the child's
-- work, and at how many children they looked themselves.
CREATE POLICY bond ON record.entry FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'bond' AND subject = ANY ((SELECT record.subjects())::uuid[])
        AND (agency = (SELECT record.agency()) OR kind IN ('worker allocated', 'worker stood down', 'withdrawal')));
CREATE POLICY bond ON record.duty FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'bond' AND person = ANY ((SELECT record.persons())::uuid[])
        AND agency = (SELECT record.agency()));
CREATE POLICY bond ON record.passed_on FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'bond' AND person = ANY ((SELECT record.persons())::uuid[])
        AND agency = (SELECT record.agency()));
CREATE POLICY own ON record.look FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'bond' AND actor = (SELECT record.actor()));

CREATE POLICY telling ON record.look FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'work' AND tells <> '{}');

-- Whoever writes looks down sees nothing: not the looks of others, nor what was seen.
CREATE POLICY noted ON record.seen FOR INSERT TO heeded_app WITH CHECK ((SELECT record.scope()) = 'note');
CREATE POLICY noted ON record.passed_on FOR INSERT TO heeded_app WITH CHECK ((SELECT record.scope()) = 'note');
CREATE POLICY holding ON record.hold TO heeded_app
    USING ((SELECT record.scope()) IN ('find', 'write', 'review'))
    WITH CHECK ((SELECT record.scope()) IN ('write', 'review'));

-- Nothing that was said is edited; retention's own role alone may erase, and leaves the leaf.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.entry
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change_but_retention();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.leaf
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change_but_retention();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.description
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change_but_retention();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.look
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.link
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change_but_retention();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.node
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.glass
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.glass_review
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON record.checkpoint
    FOR EACH ROW EXECUTE FUNCTION record.refuse_change();

CREATE TRIGGER never_emptied BEFORE TRUNCATE ON record.entry EXECUTE FUNCTION record.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON record.leaf EXECUTE FUNCTION record.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON record.look EXECUTE FUNCTION record.refuse_change();

REVOKE ALL ON SCHEMA record FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA record FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA record FROM PUBLIC;
GRANT USAGE ON SCHEMA record TO heeded_app, heeded_reader, heeded_retention;
GRANT EXECUTE ON FUNCTION record.token(), record.actor(), record.agency(), record.scope(), record.persons(),
    record.subjects(), record.families(), record.refuse_change(), record.refuse_change_but_retention()
    TO heeded_app, heeded_reader, heeded_retention;
GRANT SELECT, INSERT ON record.subject, record.description, record.identifier, record.link, record.address,
    record.entry, record.leaf, record.node, record.seen, record.passed_on, record.acknowledgement, record.checkpoint,
    record.look, record.glass, record.glass_review
    TO heeded_app;
GRANT SELECT, INSERT, UPDATE ON record.person, record.head, record.shield, record.connection, record.cover,
    record.notice, record.delivery, record.hold TO heeded_app;
GRANT UPDATE (person) ON record.subject TO heeded_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON record.duty, record.draft, record.wake, record.household TO heeded_app;
GRANT SELECT ON record.person, record.subject, record.description, record.identifier, record.link, record.entry,
    record.leaf, record.node, record.head, record.checkpoint, record.duty, record.look TO heeded_reader;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA record TO heeded_app;
