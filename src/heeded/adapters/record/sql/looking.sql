-- Looking: how somebody stands to a child, and what the record holds of it.

-- [sought]
SELECT DISTINCT subject.person FROM record.identifier JOIN record.subject ON subject.id = identifier.subject
WHERE identifier.sought = %s ORDER BY subject.person

-- [ties] before any content: who is in the family, who knows the child, whether the reader is of the household
WITH asked AS (
    SELECT %s::uuid AS child, %s::text AS actor, %s::text AS agency, %s::text AS sector, %s::text AS area,
        %s::bigint AS now
), child AS (
    SELECT person.id, person.family FROM asked JOIN record.subject ON subject.id = asked.child
    JOIN record.person ON person.id = subject.person
), member AS (
    SELECT person.id, person.name, person.adult FROM child JOIN record.person ON person.family = child.family
)
SELECT (SELECT id FROM child), (SELECT family FROM child),
    coalesce((SELECT array_agg(id ORDER BY id) FROM member), '{}'),
    coalesce((SELECT array_agg(id ORDER BY id) FROM member WHERE adult), '{}'),
    coalesce((SELECT array_agg(name) FROM member), '{}'),
    coalesce((SELECT array_agg(DISTINCT subject.agency ORDER BY subject.agency)
        FROM record.subject JOIN child ON child.id = subject.person), '{}'),
    EXISTS (SELECT FROM record.subject JOIN child ON child.id = subject.person
        WHERE subject.agency = asked.agency AND NOT EXISTS (SELECT FROM record.link
            WHERE link.subject = subject.id AND link.reason = 'chosen from the record by whoever wrote')),
    CASE WHEN asked.area <> '' THEN EXISTS (SELECT FROM member
        JOIN record.subject ON subject.person = member.id AND subject.agency <> asked.agency
        JOIN record.description ON description.subject = subject.id AND description.area = asked.area)
    ELSE NOT EXISTS (SELECT FROM member
        JOIN record.subject ON subject.person = member.id AND subject.agency <> asked.agency
        JOIN public.record_agency AS other ON other.id = subject.agency AND other.sector = asked.sector) END,
    EXISTS (SELECT FROM record.connection JOIN record.subject ON subject.id = connection.person
        JOIN member ON member.id = subject.person
        WHERE connection.practitioner = asked.actor AND connection.since <= asked.now
            AND (connection.until IS NULL OR asked.now < connection.until)),
    coalesce((SELECT array_agg(absent) FROM record.cover
        WHERE cover.cover = asked.actor AND cover.since <= asked.now AND asked.now < cover.until), '{}'),
    (SELECT size FROM record.head)
FROM asked

-- [own_glass]
SELECT since, reason FROM record.glass
WHERE actor = %s AND person = %s AND since <= %s AND %s < until ORDER BY since DESC LIMIT 1

-- [shields]
SELECT subject.person, what, since, until, by, reason, open_to
FROM record.shield JOIN record.subject ON subject.id = shield.person WHERE subject.person = ANY (%s::uuid[])

-- [bond] what ties the reader's agency to the child: what it told of the family and through whom, what it owes
-- and which entry of its own began that, and what it was told
WITH asked AS (
    SELECT %s::uuid AS child, %s::uuid[] AS members, %s::text AS actor, %s::text AS agency, %s::bigint AS now,
        %s::boolean AS counted
), own AS (
    SELECT entry.id, subject.person = asked.child AS of_child, entry.writer, entry.practitioner, entry.received
    FROM asked JOIN record.subject ON subject.person = ANY (asked.members)
    JOIN record.entry ON entry.subject = subject.id AND entry.agency = asked.agency
), words AS (
    SELECT jsonb_build_array(of_child, writer, practitioner, min(received), max(received)) AS told
    FROM own GROUP BY of_child, writer, practitioner
)
SELECT coalesce((SELECT jsonb_agg(told) FROM words), '[]'),
    coalesce((SELECT jsonb_agg(jsonb_build_array(duty.since, own.writer, own.practitioner))
        FROM record.duty LEFT JOIN own ON own.id::text = ANY (string_to_array(duty.trigger, '/'))
        WHERE duty.person = asked.child AND duty.agency = asked.agency), '[]'),
    (SELECT max(at) FROM record.passed_on WHERE passed_on.person = asked.child
        AND passed_on.agency = asked.agency),
    (SELECT count(DISTINCT look.person) FROM record.look WHERE asked.counted AND look.actor = asked.actor
        AND look.at > asked.now - 3600 AND look.at <= asked.now AND look.person <> asked.child)
FROM asked

-- [allocations]
SELECT entry.id, entry.subject, kind, earliest, latest, precision, told, entry.agency, practitioner, role, known,
    keys, facts, corrects, withdraws, writer, received, index
FROM record.subject JOIN record.entry ON entry.subject = subject.id
WHERE subject.person = %s AND kind IN ('worker allocated', 'worker stood down', 'withdrawal')
ORDER BY index

-- [kin] what says who belongs to whom: who is who of some people, and the entries that name somebody or a
-- household, with nothing else that they say
WITH asked AS (
    SELECT %s::uuid[] AS people, %s::text[] AS tying, %s::text[] AS named
), own AS (
    SELECT subject.id, subject.person FROM asked JOIN record.subject ON subject.person = ANY (asked.people)
), telling AS (
    SELECT jsonb_build_array(entry.id, entry.subject, kind, earliest, latest, precision, told, entry.agency,
        keys ->> 'household', (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(facts)
        WHERE key = ANY (asked.named)), corrects, withdraws, received, index) AS told
    FROM asked, own JOIN record.entry ON entry.subject = own.id
    WHERE kind = ANY (asked.tying) OR kind = 'withdrawal' OR keys ? 'household'
)
SELECT coalesce((SELECT jsonb_object_agg(id, person) FROM own), '{}'),
    coalesce((SELECT jsonb_agg(told) FROM telling), '[]')

-- [entries] the place is asked for as a sum, so that nobody reads through the log for what is about few
SELECT id, subject, kind, earliest, latest, precision, told, agency, practitioner, role, known, keys, facts,
    corrects, withdraws, writer, index, received, flags
FROM record.entry
WHERE subject = ANY (%s::uuid[])
    AND (subject = ANY (%s::uuid[]) OR (kind = ANY (%s::text[]) AND facts ->> 'person' = ANY (%s::text[])))
    AND index + 0 > %s AND index + 0 < %s
ORDER BY index + 0 LIMIT %s

-- [cited]
SELECT id, subject, kind, earliest, latest, precision, told, agency, practitioner, role, known, keys, facts,
    corrects, withdraws, writer
FROM record.entry WHERE id = ANY (%s::uuid[])

-- [owed]
SELECT id, agency, person, about, edition, rule, ref, key, trigger, owed_by, practitioner, verdict, arose, due,
    owed, because, cites, since, family,
    ARRAY (SELECT by FROM record.acknowledgement WHERE duty = duty.id
        AND acknowledgement.agency = duty.agency ORDER BY at, by),
    ARRAY (SELECT at FROM record.acknowledgement WHERE duty = duty.id
        AND acknowledgement.agency = duty.agency ORDER BY at, by)
FROM record.duty WHERE person = ANY (%s::uuid[])
ORDER BY coalesce(due, 9223372036854775807), id

-- [add_look]
INSERT INTO record.look (id, at, actor, name, agency, role, person, people, operation, record_class, standing,
    purpose, basis, reason, agreed_by, answer, rule, signs, upto, tells)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT DO NOTHING

-- [tellings] whom looks oblige to tell, since a moment
SELECT actor, tells FROM record.look WHERE tells <> '{}' AND at >= %s ORDER BY at, id

-- [add_seen]
INSERT INTO record.seen (subject, agency, upto, at) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING

-- [add_told]
INSERT INTO record.passed_on (entry, person, agency, at) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING

-- [add_notice]
INSERT INTO record.notice (id, at, agency, practitioner, why, family, person, duty)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING

-- [add_glass]
INSERT INTO record.glass (id, actor, agency, person, since, until, reason, review_by)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)

-- [awaiting] glasses that nobody has settled, the first due first
SELECT id, actor, agency, person, since, until, reason, review_by FROM record.glass
WHERE (agency = %s OR EXISTS (SELECT FROM record.glass_referred
        WHERE glass_referred.glass = glass.id AND glass_referred.agency = %s))
    AND (review_by, id) > (%s, %s::uuid)
    AND NOT EXISTS (SELECT FROM record.glass_review WHERE glass_review.glass = glass.id AND settled)
ORDER BY review_by, id LIMIT %s

-- [glass]
SELECT id, actor, agency, person, since, until, reason, review_by FROM record.glass
WHERE id = %s AND (agency = %s OR EXISTS (SELECT FROM record.glass_referred
    WHERE glass_referred.glass = glass.id AND glass_referred.agency = %s))

-- [refer] a glass to an agency whose named officers review it
INSERT INTO record.glass_referred (glass, agency, at) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING

-- [unreviewed] glasses broken in an agency that nobody has settled, with those to whom they were given
SELECT id, actor, agency, person, since, until, reason, review_by,
    ARRAY(SELECT glass_referred.agency FROM record.glass_referred WHERE glass_referred.glass = glass.id)
FROM record.glass
WHERE agency = %s AND NOT EXISTS (SELECT FROM record.glass_review WHERE glass_review.glass = glass.id AND settled)
ORDER BY review_by, id

-- [reviews]
SELECT glass, by, at, outcome, words FROM record.glass_review WHERE glass = %s ORDER BY id DESC LIMIT 1

-- [add_review]
INSERT INTO record.glass_review (glass, by, at, outcome, words, settled) VALUES (%s, %s, %s, %s, %s, %s)

-- [looks]
SELECT id, at, actor, name, agency, role, person, people, operation, record_class, standing, purpose, basis, reason,
    agreed_by, answer, rule, signs, upto
FROM record.look WHERE (person = ANY (%s::uuid[]) OR people && %s::uuid[]) AND (at, id) < (%s, %s::uuid)
    AND agency = coalesce(%s, agency) AND at >= coalesce(%s, at) AND at < coalesce(%s, at + 1)
    AND (%s::text IS NULL OR (answer = 'permit') = (%s = 'shown'))
    AND (NOT %s OR standing IN ('none', 'under break-glass'))
ORDER BY at DESC, id DESC LIMIT %s
