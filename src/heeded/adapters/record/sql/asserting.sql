-- What is said of two references, and people put together and taken apart because of it.

-- [subjects_of] the references to some people: whose, since when and why they stand so, and how they describe
SELECT subject.id, subject.person, subject.agency, subject.ref, linked.at, linked.by, linked.reason,
    coalesce(said.name, ''), said.born, coalesce(said.sex, ''), coalesce(said.area, '')
FROM record.subject
LEFT JOIN LATERAL (SELECT at, by, reason FROM record.link WHERE link.subject = subject.id
    ORDER BY link.id DESC LIMIT 1) AS linked ON true
LEFT JOIN LATERAL (SELECT name, born, sex, area FROM record.description WHERE description.subject = subject.id
    ORDER BY told DESC, description.id DESC LIMIT 1) AS said ON true
WHERE subject.person = ANY (%s::uuid[]) ORDER BY subject.person, linked.at, subject.id

-- [numbers_of] the numbers that some references carry
SELECT subject, system, value FROM record.identifier WHERE subject = ANY (%s::uuid[]) ORDER BY subject, system, value

-- [history] every person that some references were taken for, in order
SELECT subject, person, at, by, reason FROM record.link WHERE subject = ANY (%s::uuid[]) ORDER BY id

-- [assertions] the last that was said of each pair of some references and any other
SELECT DISTINCT ON (one, other) place, act, one, other, verdict, at, by, agency, model, terms, reason, supersedes
FROM record.assertion WHERE (one = ANY (%s::uuid[]) OR other = ANY (%s::uuid[])) AND reads IS NULL
ORDER BY one, other, place DESC

-- [opposed] pairs of some people's references of which the last that was said is that they are different
SELECT last.place, mine.person, theirs.person, last.one, last.other, last.at, last.by, last.agency, last.reason
FROM record.subject AS mine
JOIN LATERAL (SELECT DISTINCT ON (one, other) * FROM record.assertion WHERE assertion.one = mine.id AND reads IS NULL
    ORDER BY one, other, place DESC) AS last ON last.verdict = 'different'
JOIN record.subject AS theirs ON theirs.id = last.other
WHERE mine.person = ANY (%s::uuid[]) AND theirs.person = ANY (%s::uuid[]) AND theirs.person <> mine.person
ORDER BY last.place

-- [noted_between] what models noted of pairs across two sides
SELECT DISTINCT act FROM record.assertion
WHERE model <> '' AND verdict = 'unsure' AND by = 'the record'
    AND ((one = ANY (%s::uuid[]) AND other = ANY (%s::uuid[])) OR (one = ANY (%s::uuid[]) AND other = ANY (%s::uuid[])))

-- [of_act]
SELECT place, act, one, other, verdict, assertion.at, by, assertion.agency, model, terms, reason, supersedes,
    mine.person, theirs.person
FROM record.assertion
JOIN record.subject AS mine ON mine.id = one JOIN record.subject AS theirs ON theirs.id = other
WHERE act = %s AND reads IS NULL ORDER BY place LIMIT 1

-- [said_by] what somebody said lately that nobody said anything of since, each act once
SELECT DISTINCT ON (act) place, act, one, other, verdict, at, by, agency, model, terms, reason, supersedes
FROM record.assertion AS said WHERE by = %s AND agency = %s AND at >= %s AND reads IS NULL
    AND NOT EXISTS (SELECT FROM record.assertion AS later WHERE later.one = said.one
        AND later.other = said.other AND later.place > said.place AND later.reads IS NULL)
ORDER BY act, place

-- [assert]
INSERT INTO record.assertion (act, one, other, verdict, at, by, agency, model, terms, reason, supersedes)
SELECT %s, pair.one, pair.other, %s, %s, %s, %s, %s, %s, %s, (SELECT max(before.place) FROM record.assertion AS before
    WHERE before.one = pair.one AND before.other = pair.other AND before.reads IS NULL)
FROM (SELECT least(%s::uuid, %s::uuid) AS one, greatest(%s::uuid, %s::uuid) AS other) AS pair

-- [carriers] who else carries a number that some people carry
SELECT DISTINCT mine.system, mine.value, own.person, own_person.born, theirs.person, their_person.born
FROM record.subject AS own JOIN record.person AS own_person ON own_person.id = own.person
JOIN record.identifier AS mine ON mine.subject = own.id
JOIN record.identifier AS other ON other.sought = mine.sought
JOIN record.subject AS theirs ON theirs.id = other.subject AND theirs.person <> own.person
JOIN record.person AS their_person ON their_person.id = theirs.person
WHERE own.person = ANY (%s::uuid[])

-- [ever_persons] those of some references under whose name a person stands or stood
SELECT id FROM record.person WHERE id = ANY (%s::uuid[])

-- [mean] some references mean a person from now on
UPDATE record.subject SET person = %s WHERE id = ANY (%s::uuid[]) AND person <> %s RETURNING id

-- [set_family]
UPDATE record.person SET family = %s WHERE id = ANY (%s::uuid[])

-- [set_household]
UPDATE record.household SET person = %s WHERE id = %s

-- [shield_too] what was put up around somebody since a moment holds for another, too
INSERT INTO record.shield (person, what, since, until, by, reason, open_to)
SELECT %s, what, since, until, by, reason, open_to FROM record.shield
WHERE person = ANY (%s::uuid[]) AND since >= %s AND (until IS NULL OR until > %s)

-- [connected_too]
INSERT INTO record.connection (practitioner, person, how, since, until, by)
SELECT practitioner, %s, how, since, until, by FROM record.connection
WHERE person = ANY (%s::uuid[]) AND since >= %s AND (until IS NULL OR until > %s)

-- [follow] what was passed on stands with whom its entry is about
UPDATE record.passed_on SET person = subject.person FROM record.entry
JOIN record.subject ON subject.id = entry.subject
WHERE passed_on.person = ANY (%s::uuid[]) AND entry.id = passed_on.entry AND passed_on.person <> subject.person

-- [drop_duty]
DELETE FROM record.duty WHERE id = %s AND agency = %s AND person = %s

-- [acknowledge_anew] whoever read a line has read it under its new name
INSERT INTO record.acknowledgement (duty, agency, person, by, at)
SELECT %s, agency, %s, by, at FROM record.acknowledgement WHERE duty = %s AND agency = %s
ON CONFLICT (duty, agency, by) DO NOTHING

-- [readers] who was shown something under one of some names since a moment
SELECT id, at, actor, name, agency, role, person, people, operation, record_class, standing, purpose, basis, reason,
    agreed_by, answer, rule, signs, upto
FROM record.look WHERE (person = ANY (%s::uuid[]) OR people && %s::uuid[]) AND at >= %s AND answer = 'permit'
ORDER BY at, id
