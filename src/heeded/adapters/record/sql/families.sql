-- A family as it is held.

-- [people]
SELECT id, name, born, adult, area, sex FROM record.person WHERE id = ANY (%s::uuid[]) ORDER BY id

-- [subjects]
SELECT id, person FROM record.subject WHERE person = ANY (%s::uuid[])

-- [entries]
SELECT id, subject, kind, earliest, latest, precision, told, agency, practitioner, role, known, keys, facts,
    corrects, withdraws, writer, received, index
FROM record.entry WHERE subject = ANY (%s::uuid[]) ORDER BY index

-- [entries_of_people]
SELECT id, subject, kind, earliest, latest, precision, told, agency, practitioner, role, known, keys, facts,
    corrects, withdraws, writer, received, index
FROM record.entry WHERE subject IN (SELECT id FROM record.subject WHERE person = ANY (%s::uuid[])) ORDER BY index

-- [seen]
SELECT subject, agency, upto, at FROM record.seen
WHERE subject IN (SELECT id FROM record.subject WHERE person = ANY (%s::uuid[])) ORDER BY upto

-- [passed_on]
SELECT entry, agency, at FROM record.passed_on WHERE person = ANY (%s::uuid[])

-- [pass_on]
INSERT INTO record.passed_on (entry, person, agency, at) VALUES (%s, %s, %s, %s)
ON CONFLICT (entry, agency) DO NOTHING

-- [standing]
SELECT entry, since, at FROM record.standing WHERE entry = ANY (%s::uuid[])

-- [stood]
INSERT INTO record.standing (entry, subject, since, at) VALUES (%s, %s, %s, %s)
ON CONFLICT (entry) DO UPDATE SET at = greatest(standing.at, excluded.at)

-- [duties]
SELECT id, agency, person, about, edition, rule, ref, key, trigger, owed_by, practitioner, verdict, arose, due,
    owed, because, cites, since
FROM record.duty WHERE person = ANY (%s::uuid[])

-- [drop_duties]
DELETE FROM record.duty WHERE person = ANY (%s::uuid[]) AND (id, agency) IN (
    SELECT * FROM unnest(%s::uuid[], %s::text[])
)

-- [put_duty]
INSERT INTO record.duty (id, agency, family, person, about, edition, rule, ref, key, trigger, owed_by,
    practitioner, verdict, arose, due, owed, because, cites, since)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (id, agency) DO UPDATE SET family = excluded.family, person = excluded.person,
    about = excluded.about, edition = excluded.edition, rule = excluded.rule, ref = excluded.ref,
    key = excluded.key, trigger = excluded.trigger, owed_by = excluded.owed_by,
    practitioner = excluded.practitioner, verdict = excluded.verdict, arose = excluded.arose,
    due = excluded.due, owed = excluded.owed, because = excluded.because, cites = excluded.cites,
    since = excluded.since

-- [move_duties]
UPDATE record.duty SET family = %s WHERE person = ANY (%s::uuid[]) AND family <> %s

-- [cards] in the order of the lists' own
SELECT id, family, place, agency, desk, stage, person, key, since, came, kind, sender, source, lead, rule, owed, due, owing,
    parties, silent, silent_since, opposed, line
FROM record.card WHERE person = ANY (%s::uuid[])

-- [clear_cards]
DELETE FROM record.card WHERE person = ANY (%s::uuid[])

-- [put_card]
INSERT INTO record.card (id, agency, desk, stage, place, family, person, key, since, came, kind, sender, source, lead,
    rule, owed, due, owing, parties, silent, silent_since, opposed, line)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (id) DO NOTHING

-- [wrote] the version of everybody in the family rises
UPDATE record.person SET writes = writes + 1 WHERE id = ANY (%s::uuid[])
