-- Shields, and the addresses that they hold back. A shield names a person by the first subject that was linked
-- to them, so that it holds whoever they are found to be.

-- [sheltered] whose addresses are shielded at a moment, since when
SELECT subject.person, min(shield.since) FROM record.shield JOIN record.subject ON subject.id = shield.person
WHERE subject.person = ANY (%s::uuid[]) AND since <= %s AND (until IS NULL OR until > %s)
    AND what IN ('address', 'identity')
GROUP BY subject.person

-- [addresses] the addresses of some people, the latest last
SELECT address.id, subject.person, address.subject, address.told, address.address, address.postcode
FROM record.subject JOIN record.address ON address.subject = subject.id
WHERE subject.person = ANY (%s::uuid[]) ORDER BY address.told, address.id

-- [standing] the shields of some people
SELECT shield.id, subject.person, what, since, until, by, reason, open_to
FROM record.shield JOIN record.subject ON subject.id = shield.person WHERE shield.id = %s

-- [end]
UPDATE record.shield SET until = greatest(%s, since + 1) WHERE id = %s AND (until IS NULL OR until > %s)

-- [add]
INSERT INTO record.shield (person, what, since, until, by, reason, open_to) VALUES (%s, %s, %s, %s, %s, %s, %s)
RETURNING id

-- [connect]
INSERT INTO record.connection (practitioner, person, how, since, until, by) VALUES (%s, %s, %s, %s, NULL, %s)
RETURNING id

-- [disconnect] of a practitioner of an agency
UPDATE record.connection SET until = %s WHERE id = %s AND until IS NULL AND practitioner <> %s
    AND practitioner IN (SELECT id FROM public.record_practitioner WHERE agency_id = %s)

-- [members] everybody in a child's family, as it is by now
SELECT member.id FROM record.subject JOIN record.person ON person.id = subject.person
JOIN record.person AS member ON member.family = person.family WHERE subject.id = %s
