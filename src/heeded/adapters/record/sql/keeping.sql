-- Keeping and erasing.

-- [due_people] whom an agency told of, in the order of their ids
SELECT DISTINCT subject.person FROM record.entry JOIN record.subject ON subject.id = entry.subject
WHERE entry.agency = %s AND subject.person > %s ORDER BY subject.person LIMIT %s

-- [own_entries] what an agency told of some persons
SELECT entry.id, subject, kind, earliest, latest, precision, told, entry.agency, practitioner, role, known, keys,
    facts, corrects, withdraws, writer, index, received, subject.person
FROM record.subject JOIN record.entry ON entry.subject = subject.id
WHERE subject.person = ANY (%s::uuid[]) AND entry.agency = %s ORDER BY index

-- [born] the latest birth date that anybody told of some persons
SELECT subject.person, max(description.born) FROM record.subject
JOIN record.description ON description.subject = subject.id
WHERE subject.person = ANY (%s::uuid[]) GROUP BY subject.person

-- [now] who a person is by now
SELECT person FROM record.subject WHERE id = %s

-- [holds] with whom they concern by now
SELECT hold.id, coalesce(subject.person, hold.person), hold.agency, record_class, since, until, by, reason
FROM record.hold LEFT JOIN record.subject ON subject.id = hold.person
WHERE since <= %s AND (until IS NULL OR until > %s) ORDER BY hold.id

-- [standing_hold]
SELECT hold.id, coalesce(subject.person, hold.person), hold.agency, record_class, since, until, by, reason
FROM record.hold LEFT JOIN record.subject ON subject.id = hold.person
WHERE hold.id = %s AND until IS NULL

-- [add_hold]
INSERT INTO record.hold (person, agency, record_class, since, by, reason) VALUES (%s, %s, %s, %s, %s, %s)
RETURNING id

-- [lift_hold]
UPDATE record.hold SET until = %s, lifted_by = %s, lifted_with = %s, lifted_because = %s
WHERE id = %s AND until IS NULL

-- [add_disposal]
INSERT INTO record.disposal (id, agency, person, rule, because, entries, upto, reviewed_by, reviewed_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)

-- [awaiting]
SELECT id, agency, person, rule, because, entries, upto, reviewed_by, reviewed_at, done_by
FROM record.disposal WHERE agency = %s AND done_at IS NULL ORDER BY reviewed_at, id

-- [disposal]
SELECT id, agency, person, rule, because, entries, upto, reviewed_by, reviewed_at, done_by
FROM record.disposal WHERE id = %s AND agency = %s

-- [done]
UPDATE record.disposal SET done_by = %s, done_at = %s WHERE id = %s

-- [unwiped]
SELECT count(*) FROM record.erasure WHERE wiped_at IS NULL

-- [wiped]
UPDATE record.erasure SET wiped_at = %s WHERE wiped_at IS NULL AND index <= %s

-- [newest_erasure]
SELECT coalesce(max(index), -1) FROM record.erasure
