-- Accounts given to families.

-- [draw]
INSERT INTO record.family_account (id, person, agency, by, at, content) VALUES (%s, %s, %s, %s, %s, %s)

-- [held] the accounts of a child that an agency drew up, the latest first
SELECT id, person, agency, by, at, content FROM record.family_account
WHERE person = ANY (%s::uuid[]) AND agency = %s ORDER BY at DESC, id DESC LIMIT 200

-- [steps]
SELECT account, stage, by, at, words, how FROM record.family_account_step
WHERE account = ANY (%s::uuid[]) ORDER BY id

-- [whose]
SELECT person FROM record.family_account WHERE id = %s

-- [add_step]
INSERT INTO record.family_account_step (account, person, stage, by, at, words, how)
VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
