-- Erasing: what goes with the entries of an agency about some persons.

-- [family_entries] everything that anybody told of a family, with its place
SELECT entry.id, subject, kind, earliest, latest, precision, told, entry.agency, practitioner, role, known, keys,
    facts, corrects, withdraws, writer, index
FROM record.entry WHERE subject = ANY (%s::uuid[]) ORDER BY index

-- [family_subjects]
SELECT id, person, agency FROM record.subject WHERE person = ANY (%s::uuid[])

-- [mark] the leaf stays, and says under which rule its content went
UPDATE record.leaf SET erased_at = %s, erased_under = %s WHERE index = ANY (%s::bigint[])

-- [entries]
DELETE FROM record.entry WHERE index = ANY (%s::bigint[])

-- [add_leaf]
INSERT INTO record.leaf (index, entry, at, hash) VALUES (%s, %s, %s, %s)

-- [add_erasure]
INSERT INTO record.erasure (index, id, at, by, ground, leaves, salt) VALUES (%s, %s, %s, %s, %s, %s, %s)

-- [duties] lines that rest on what is gone, in whatever way
DELETE FROM record.duty WHERE person = ANY (%s::uuid[])
    AND (cites && %s::uuid[] OR string_to_array(trigger, '/') && %s::text[] OR key = ANY (%s::text[]))

-- [cards] what is left of them is laid out anew when the family is judged again
DELETE FROM record.card WHERE person = ANY (%s::uuid[])

-- [passed_on]
DELETE FROM record.passed_on WHERE entry = ANY (%s::uuid[])

-- [standing]
DELETE FROM record.standing WHERE entry = ANY (%s::uuid[])

-- [drafts]
DELETE FROM record.draft WHERE agency = %s AND person = ANY (%s::uuid[])

-- [addresses]
DELETE FROM record.address WHERE subject = ANY (%s::uuid[])

-- [descriptions]
DELETE FROM record.description WHERE subject = ANY (%s::uuid[])

-- [identifiers]
DELETE FROM record.identifier WHERE subject = ANY (%s::uuid[])

-- [nameless] a reference that nothing rests on any more says nothing
UPDATE record.subject SET ref = '' WHERE id = ANY (%s::uuid[])

-- [described_by_others] which of some persons somebody else describes
SELECT DISTINCT subject.person FROM record.subject JOIN record.description ON description.subject = subject.id
WHERE subject.person = ANY (%s::uuid[]) AND NOT subject.id = ANY (%s::uuid[])

-- [households] which names an agency has for the households of some persons
SELECT id, person FROM record.household WHERE person = ANY (%s::uuid[]) AND starts_with(id, %s)

-- [drop_households]
DELETE FROM record.household WHERE id = ANY (%s::text[])

-- [move_household]
UPDATE record.household SET person = %s WHERE id = %s

-- [no_duties]
DELETE FROM record.duty WHERE person = ANY (%s::uuid[])

-- [no_acknowledgements]
DELETE FROM record.acknowledgement WHERE person = ANY (%s::uuid[])

-- [no_passing_on]
DELETE FROM record.passed_on WHERE person = ANY (%s::uuid[])

-- [no_deliveries]
DELETE FROM record.delivery WHERE notice IN (SELECT id FROM record.notice WHERE person = ANY (%s::uuid[]))

-- [no_notices]
DELETE FROM record.notice WHERE person = ANY (%s::uuid[])

-- [no_drafts]
DELETE FROM record.draft WHERE person = ANY (%s::uuid[])

-- [account_steps] of accounts, under any name that a child has had
WITH gone AS (SELECT %s::text AS agency, unnest(%s::uuid[]) AS person)
DELETE FROM record.family_account_step WHERE account IN (SELECT held.id FROM record.family_account AS held JOIN gone
    ON held.agency = gone.agency AND (held.person = gone.person OR held.person IN (
        SELECT subject.id FROM record.subject WHERE subject.person = gone.person)))

-- [accounts] what an agency gave the family of what it told goes with what it told
WITH gone AS (SELECT %s::text AS agency, unnest(%s::uuid[]) AS person)
DELETE FROM record.family_account AS held USING gone WHERE held.agency = gone.agency AND (held.person = gone.person
    OR held.person IN (SELECT subject.id FROM record.subject WHERE subject.person = gone.person))

-- [no_account_steps]
WITH gone AS (SELECT unnest(%s::uuid[]) AS person)
DELETE FROM record.family_account_step AS step USING gone WHERE step.person = gone.person
    OR step.person IN (SELECT subject.id FROM record.subject WHERE subject.person = gone.person)

-- [no_accounts]
WITH gone AS (SELECT unnest(%s::uuid[]) AS person)
DELETE FROM record.family_account AS held USING gone WHERE held.person = gone.person
    OR held.person IN (SELECT subject.id FROM record.subject WHERE subject.person = gone.person)

-- [no_shields]
DELETE FROM record.shield WHERE person = ANY (%s::uuid[])

-- [no_connections]
DELETE FROM record.connection WHERE person = ANY (%s::uuid[])

-- [no_households]
DELETE FROM record.household WHERE person = ANY (%s::uuid[])

-- [no_seen]
DELETE FROM record.seen WHERE subject = ANY (%s::uuid[])

-- [no_links]
DELETE FROM record.link WHERE subject = ANY (%s::uuid[])

-- [no_assertions]
WITH asked AS (SELECT %s::uuid[] AS ids)
DELETE FROM record.assertion USING asked WHERE one = ANY (asked.ids) OR other = ANY (asked.ids)

-- [search_keys]
DELETE FROM record.search_key WHERE subject = ANY (%s::uuid[])

-- [no_subjects]
DELETE FROM record.subject WHERE id = ANY (%s::uuid[])

-- [no_people]
DELETE FROM record.person WHERE id = ANY (%s::uuid[])

-- [add_wake]
INSERT INTO record.wake (family, at) VALUES (%s, %s) ON CONFLICT (family, at) DO NOTHING RETURNING id

-- [wake]
SELECT id FROM record.wake WHERE family = %s AND at = %s
