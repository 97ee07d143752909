-- What a record holds that took the steps 2 to 5 as they stood at commit 9ce4d9f (functions) and c0cf858
-- (the policy): the definitions as they then were, to be brought up to date by the test that reads this.
CREATE OR REPLACE FUNCTION record.subjects() RETURNS uuid[]
LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(id), '{}') FROM record.subject WHERE person = ANY (record.persons())
$$;
CREATE OR REPLACE FUNCTION record.families() RETURNS uuid[]
LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(DISTINCT family), '{}') FROM record.person WHERE id = ANY (record.persons())
$$;
COMMENT ON COLUMN record.entry.writer IS NULL;
DROP POLICY kin ON record.entry;
CREATE POLICY kin ON record.entry FOR SELECT TO heeded_app
    USING ((SELECT record.scope()) = 'kin' AND subject = ANY ((SELECT record.subjects())::uuid[])
        AND (kind IN ('explanation given', 'disclosure', 'arrest', 'release', 'bail', 'criminal decision',
            'substance use known', 'adult fact known', 'specialist advice sought',
            'specialist advice received', 'decision', 'possible source considered', 'household joined',
            'household left', 'access began', 'access ended', 'relationship recorded', 'whereabouts', 'care',
            'concern about staff', 'withdrawal')
            OR keys ? 'household'));
