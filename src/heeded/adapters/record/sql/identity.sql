-- Whose is it: subjects, persons and the links between them.

-- [hold_identifiers] so that two reports that bring the same number at once come one after the other
SELECT pg_advisory_xact_lock(hashtextextended(encode(place, 'hex'), 0))
FROM unnest(%s::bytea[]) AS place ORDER BY place

-- [subjects_known]
SELECT subject.id, subject.person FROM record.subject WHERE subject.id = ANY (%s::uuid[])

-- [subjects_of_numbers]
SELECT identifier.sought, identifier.subject, subject.person, person.born
FROM record.identifier
JOIN record.subject ON subject.id = identifier.subject
JOIN record.person ON person.id = subject.person
WHERE identifier.sought = ANY (%s::bytea[])

-- [households_known]
SELECT household.id, household.person FROM record.household WHERE household.id = ANY (%s::text[])

-- [add_person]
INSERT INTO record.person (id, family, name, born, sex, adult, area) VALUES (%s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (id) DO NOTHING

-- [add_subject]
INSERT INTO record.subject (id, person, agency, ref) VALUES (%s, %s, %s, %s) ON CONFLICT (id) DO NOTHING

-- [add_link]
INSERT INTO record.link (subject, person, at, by, reason) VALUES (%s, %s, %s, %s, %s)

-- [add_identifier]
INSERT INTO record.identifier (sought, subject, system, value) VALUES (%s, %s, %s, %s)
ON CONFLICT (sought, subject) DO NOTHING

-- [add_household]
INSERT INTO record.household (id, person) VALUES (%s, %s) ON CONFLICT (id) DO NOTHING

-- [add_address]
INSERT INTO record.address (subject, told, received, address, postcode)
SELECT %s, %s, %s, %s, %s

-- [last_description]
SELECT DISTINCT ON (subject) subject, name, born, sex, adult, area
FROM record.description WHERE subject = ANY (%s::uuid[]) ORDER BY subject, id DESC

-- [add_description]
INSERT INTO record.description (subject, told, received, name, born, sex, adult, area)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)

-- [descriptions_of_persons] the last of each subject, in the order of the subjects' names
SELECT DISTINCT ON (subject.id) subject.person, description.told, subject.id, description.name, description.born, description.sex,
    description.adult, description.area
FROM record.subject
JOIN record.description ON description.subject = subject.id
WHERE subject.person = ANY (%s::uuid[])
ORDER BY subject.id, description.told DESC, description.id DESC

-- [describe_person]
UPDATE record.person SET name = told.name, born = told.born, sex = told.sex, adult = told.adult, area = told.area
FROM (VALUES (%s::text, %s::date, %s::text, %s::boolean, %s::text, %s::uuid)) AS told (name, born, sex, adult, area, id)
WHERE person.id = told.id AND (person.name, person.born, person.sex, person.adult, person.area)
    IS DISTINCT FROM (told.name, told.born, told.sex, told.adult, told.area)

-- [move_subjects] all subjects of some persons become those of one
UPDATE record.subject SET person = %s WHERE person = ANY (%s::uuid[]) RETURNING id

-- [any_seal]
SELECT 1 FROM record.seal LIMIT 1

-- [sealed_among] the seals of which both sides are among some
SELECT old, new FROM record.seal WHERE old = ANY (%s::bytea[]) AND new = ANY (%s::bytea[])

-- [old_among] those of some who were the old identity in a seal
SELECT old FROM record.seal WHERE old = ANY (%s::bytea[])

-- [family_of_each]
SELECT id, family FROM record.person WHERE id = ANY (%s::uuid[])

-- [members]
SELECT id, family FROM record.person WHERE family = ANY (%s::uuid[]) ORDER BY id

-- [families_with] everybody in the families of some persons
SELECT id, family FROM record.person
WHERE family IN (SELECT wanted.family FROM record.person AS wanted WHERE wanted.id = ANY (%s::uuid[]))

-- [lock_families_of] the same, one lock row a person, taken in the order of their ids by everybody who writes
SELECT id, family FROM record.person
WHERE family IN (SELECT wanted.family FROM record.person AS wanted WHERE wanted.id = ANY (%s::uuid[]))
ORDER BY id FOR UPDATE

-- [join_families]
UPDATE record.person SET family = %s WHERE family = ANY (%s::uuid[])
