-- What the record itself has to get through.

-- [take_wake]
DELETE FROM record.wake WHERE id = %s RETURNING family

-- [woken] judged now: what was to wake it until now has nothing more to do
DELETE FROM record.wake WHERE family = %s AND at <= %s

-- [due_wakes]
SELECT id, at FROM record.wake WHERE at <= %s ORDER BY at, id LIMIT %s

-- [connected] whom of some people a practitioner belongs to, or is connected with, at a moment
SELECT subject.person FROM record.connection JOIN record.subject ON subject.id = connection.person
WHERE practitioner = %s AND subject.person = ANY (%s::uuid[]) AND since <= %s AND (until IS NULL OR until > %s)

-- [add_shield]
INSERT INTO record.shield (person, what, since, until, by, reason, open_to) VALUES (%s, %s, %s, %s, %s, %s, %s)

-- [add_connection]
INSERT INTO record.connection (practitioner, person, how, since, until, by) VALUES (%s, %s, %s, %s, %s, %s)

-- [person_of]
SELECT person FROM record.subject WHERE id = %s

-- [count_families]
SELECT count(DISTINCT family) FROM record.person

-- [families_after]
SELECT DISTINCT family FROM record.person WHERE family > %s ORDER BY family LIMIT %s

-- [waits]
SELECT family, min(at) FROM record.wake WHERE family = ANY (%s::uuid[]) GROUP BY family

-- [reviews_overdue] whose glass was broken in an agency, and that nobody has settled in time
SELECT DISTINCT person FROM record.glass
WHERE (agency = %s OR EXISTS (SELECT FROM record.glass_referred
        WHERE glass_referred.glass = glass.id AND glass_referred.agency = %s))
    AND review_by < %s
    AND NOT EXISTS (SELECT FROM record.glass_review WHERE glass_review.glass = glass.id AND settled)
ORDER BY person

-- [reviews_told]
SELECT DISTINCT person FROM record.notice
WHERE agency = %s AND person = ANY (%s::uuid[]) AND why = 'a look taken without standing awaits review'
    AND at > %s
