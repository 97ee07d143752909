-- What awaits somebody: the worklist, notices, cover.

-- [walled] the families of the households that the reader belongs to
SELECT DISTINCT person.family FROM record.connection
JOIN record.subject ON subject.id = connection.person JOIN record.person ON person.id = subject.person
WHERE connection.practitioner = %s AND connection.since <= %s
    AND (connection.until IS NULL OR %s < connection.until)

-- [walled_people] everybody in those families, under every name that they have had
SELECT subject.id FROM record.subject JOIN record.person ON person.id = subject.person
WHERE person.family = ANY (%s::uuid[])

-- [in_order] a page of a list is read in the order of its index, and the rest of the list is not: the planner,
-- for whom few rows pass the policies, would gather the whole list and sort it
SELECT set_config('enable_bitmapscan', 'off', true)

-- [in_any_order]
SELECT set_config('enable_bitmapscan', 'on', true)

-- [worklist]
SELECT id, agency, person, about, edition, rule, ref, key, trigger, owed_by, practitioner, verdict, arose, due,
    owed, because, cites, since, family,
    ARRAY (SELECT by FROM record.acknowledgement WHERE duty = duty.id
        AND acknowledgement.agency = duty.agency ORDER BY at, by),
    ARRAY (SELECT at FROM record.acknowledgement WHERE duty = duty.id
        AND acknowledgement.agency = duty.agency ORDER BY at, by)
FROM record.duty
WHERE agency = %s AND NOT family = ANY (%s::uuid[]) AND (%s::text[] IS NULL OR practitioner = ANY (%s::text[]))
    AND (coalesce(due, 9223372036854775807), id) > (%s::bigint, %s::uuid)
ORDER BY coalesce(due, 9223372036854775807), id LIMIT %s

-- [cards] what lies on one of an agency's desks
SELECT id, family, place, agency, desk, stage, person, key, since, came, kind, sender, source, lead, rule, owed, due, owing,
    parties, silent, silent_since, opposed, line
FROM record.card WHERE agency = %s AND desk = %s AND (place, id) > (%s::bigint, %s::uuid) AND place <= %s::bigint
    AND NOT family = ANY (%s::uuid[]) AND (%s::text[] IS NULL OR lead = ANY (%s::text[]))
    AND (NOT %s OR silent <> '{}') AND (%s::bigint IS NULL OR due < %s::bigint)
ORDER BY place, id LIMIT %s

-- [cards_at] the same, of what has come to one stage
SELECT id, family, place, agency, desk, stage, person, key, since, came, kind, sender, source, lead, rule, owed, due, owing,
    parties, silent, silent_since, opposed, line
FROM record.card WHERE agency = %s AND desk = %s AND stage = %s AND (place, id) > (%s::bigint, %s::uuid)
    AND place <= %s::bigint
    AND NOT family = ANY (%s::uuid[]) AND (%s::text[] IS NULL OR lead = ANY (%s::text[]))
    AND (NOT %s OR silent <> '{}') AND (%s::bigint IS NULL OR due < %s::bigint)
ORDER BY place, id LIMIT %s

-- [children] each once, by the first that is due towards them
SELECT person, min(coalesce(due, 9223372036854775807)) AS first FROM record.duty
WHERE agency = %s AND NOT family = ANY (%s::uuid[]) AND (%s::text[] IS NULL OR practitioner = ANY (%s::text[]))
GROUP BY person ORDER BY first, person LIMIT %s

-- [wrote_of] of which of some persons somebody wrote by their own hand
SELECT DISTINCT subject.person FROM record.subject JOIN record.entry ON entry.subject = subject.id
WHERE subject.person = ANY (%s::uuid[]) AND (entry.writer = %s
    OR starts_with(entry.writer, %s) OR entry.writer = '' AND entry.practitioner = %s AND entry.agency = %s)

-- [line]
SELECT id, agency, person, about, edition, rule, ref, key, trigger, owed_by, practitioner, verdict, arose, due,
    owed, because, cites, since, family,
    ARRAY (SELECT by FROM record.acknowledgement WHERE duty = duty.id
        AND acknowledgement.agency = duty.agency ORDER BY at, by),
    ARRAY (SELECT at FROM record.acknowledgement WHERE duty = duty.id
        AND acknowledgement.agency = duty.agency ORDER BY at, by)
FROM record.duty WHERE agency = %s AND NOT family = ANY (%s::uuid[]) AND id = %s

-- [acknowledge]
INSERT INTO record.acknowledgement (duty, agency, person, by, at) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT DO NOTHING

-- [covered]
SELECT absent FROM record.cover WHERE cover = %s AND agency = %s AND since <= %s AND %s < until

-- [covers]
SELECT absent, cover, agency, since, until, by FROM record.cover WHERE agency = %s AND %s < until
ORDER BY since, id

-- [add_cover]
INSERT INTO record.cover (absent, cover, agency, since, until, by) VALUES (%s, %s, %s, %s, %s, %s)

-- [notices]
SELECT id, why, at, agency, practitioner, family, person, duty, delivered_at, read_at, acted_at
FROM record.notice
WHERE agency = %s AND practitioner IN ('', %s) AND NOT ARRAY[family, person] && %s::uuid[]
    AND at <= %s::bigint AND (at, id) < (%s::bigint, %s::uuid) AND (NOT %s OR read_at IS NULL)
ORDER BY at DESC, id DESC LIMIT %s

-- [notices_of_family]
SELECT id, why, at, agency, practitioner, family, person, duty, delivered_at, read_at, acted_at
FROM record.notice
WHERE agency = %s AND practitioner IN ('', %s) AND family = %s AND acted_at IS NULL
ORDER BY at DESC, id DESC LIMIT 100

-- [mark_read]
UPDATE record.notice SET read_at = %s
WHERE id = ANY (%s::uuid[]) AND agency = %s AND practitioner IN ('', %s)
    AND NOT ARRAY[family, person] && %s::uuid[] AND read_at IS NULL
