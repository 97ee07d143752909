-- Many reports at once: rows copied into the session's own tables, then written from there.

-- [loaded] those of some batches that are in the record
SELECT digest FROM record.loaded WHERE digest = ANY (%s::bytea[])

-- [add_loaded]
INSERT INTO record.loaded (digest, at) VALUES (%s, %s)

-- [agencies] and whether the coordinators of a hub work there
SELECT id, name, sector, area, EXISTS (SELECT FROM public.record_practitioner AS person
    WHERE person.agency_id = agency.id AND person.is_active AND 'hub coordinator' = ANY (person.roles))
FROM public.record_agency AS agency

-- [shielded] whether any shield stands for some people, by the subjects that are they
SELECT 1 FROM record.shield WHERE person = ANY (%s::uuid[]) LIMIT 1

-- [sealed] whether a seal keeps any of some subjects apart from others
SELECT 1 FROM record.seal WHERE old = ANY (%s::bytea[]) OR new = ANY (%s::bytea[]) LIMIT 1

-- [said] whether somebody said of any of some subjects that they are, or are not, another
SELECT 1 FROM record.assertion WHERE one = ANY (%s::uuid[]) OR other = ANY (%s::uuid[]) LIMIT 1

-- [shown] how persons are shown
SELECT id, name, born, sex, adult, area FROM record.person WHERE id = ANY (%s::uuid[])

-- [persons]
INSERT INTO record.person (id, family, name, born, sex, adult, area, writes)
SELECT id, family, name, born, sex, adult, area, 1 FROM staged_person WHERE fresh ORDER BY id

-- [persons_changed]
UPDATE record.person SET family = staged.family, name = staged.name, born = staged.born, sex = staged.sex,
    adult = staged.adult, area = staged.area, writes = writes + 1
FROM staged_person AS staged WHERE staged.id = person.id AND NOT staged.fresh

-- [subjects]
INSERT INTO record.subject (id, person, agency, ref)
SELECT id, person, agency, ref FROM staged_subject WHERE fresh ORDER BY id

-- [subjects_moved]
UPDATE record.subject SET person = staged.person FROM staged_subject AS staged
WHERE staged.id = subject.id AND NOT staged.fresh

-- [links]
INSERT INTO record.link (subject, person, at, by, reason)
SELECT subject, person, at, by, reason FROM staged_link ORDER BY place

-- [identifiers]
INSERT INTO record.identifier (sought, subject, system, value)
SELECT sought, subject, system, value FROM staged_identifier ON CONFLICT (sought, subject) DO NOTHING

-- [households]
INSERT INTO record.household (id, person) SELECT id, person FROM staged_household ORDER BY id

-- [descriptions]
INSERT INTO record.description (subject, told, received, name, born, sex, adult, area)
SELECT subject, told, received, name, born, sex, adult, area FROM staged_description ORDER BY place

-- [addresses]
INSERT INTO record.address (subject, told, received, address, postcode)
SELECT subject, told, received, address, postcode FROM staged_address ORDER BY place

-- [entries] at the places that follow the log's size
INSERT INTO record.entry (index, received, report, flags, salt, id, subject, kind, earliest, latest, precision,
    told, agency, practitioner, role, known, keys, facts, corrects, withdraws, writer)
SELECT %s + place, received, report, flags, salt, id, subject, kind, earliest, latest, precision,
    told, agency, practitioner, role, known, keys, facts, corrects, withdraws, writer
FROM staged_entry ORDER BY place

-- [leaves]
INSERT INTO record.leaf (index, entry, at, hash) SELECT %s + place, id, received, hash FROM staged_entry ORDER BY place

-- [nodes]
INSERT INTO record.node (level, index, hash)
SELECT * FROM unnest(%s::smallint[], %s::bigint[], %s::bytea[])

-- [passed_on]
INSERT INTO record.passed_on (entry, person, agency, at)
SELECT entry, person, agency, at FROM staged_passed_on ON CONFLICT (entry, agency) DO NOTHING

-- [standing] the same may be said again within one batch: the latest counts
INSERT INTO record.standing (entry, subject, since, at)
SELECT DISTINCT ON (entry) entry, subject, since, at FROM staged_standing ORDER BY entry, at DESC
ON CONFLICT (entry) DO UPDATE SET at = greatest(standing.at, excluded.at)

-- [duties_gone]
DELETE FROM record.duty WHERE (id, agency) IN (SELECT * FROM unnest(%s::uuid[], %s::text[]))

-- [duties]
INSERT INTO record.duty (id, agency, family, person, about, edition, rule, ref, key, trigger, owed_by,
    practitioner, verdict, arose, due, owed, because, cites, since)
SELECT id, agency, family, person, about, edition, rule, ref, key, trigger, owed_by, practitioner, verdict,
    arose, due, owed, because, cites, since
FROM staged_duty
ON CONFLICT (id, agency) DO UPDATE SET family = excluded.family, person = excluded.person,
    practitioner = excluded.practitioner, verdict = excluded.verdict, arose = excluded.arose,
    due = excluded.due, owed = excluded.owed, because = excluded.because, cites = excluded.cites,
    since = excluded.since

-- [duties_moved]
UPDATE record.duty SET family = person.family FROM record.person
WHERE person.id = duty.person AND person.id = ANY (%s::uuid[]) AND duty.family <> person.family

-- [cards_gone]
DELETE FROM record.card WHERE person = ANY (%s::uuid[])

-- [cards]
INSERT INTO record.card (id, agency, desk, stage, place, family, person, key, since, came, kind, sender, source, lead,
    rule, owed, due, owing, parties, silent, silent_since, opposed, line)
SELECT id, agency, desk, stage, place, family, person, key, since, came, kind, sender, source, lead, rule, owed, due, owing,
    parties, silent, silent_since, opposed, line
FROM staged_card ON CONFLICT (id) DO NOTHING

-- [cards_moved]
UPDATE record.card SET family = person.family FROM record.person
WHERE person.id = card.person AND person.id = ANY (%s::uuid[]) AND card.family <> person.family

-- [wakes] and the job that each is dealt with by
WITH fresh AS (
    INSERT INTO record.wake (family, at) SELECT * FROM unnest(%s::uuid[], %s::bigint[])
    ON CONFLICT (family, at) DO NOTHING RETURNING id, at
)
INSERT INTO public.procrastinate_jobs (queue_name, task_name, args, scheduled_at)
SELECT %s, %s, jsonb_build_object('wake', id), to_timestamp(at) FROM fresh
