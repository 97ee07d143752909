-- Drafts: row-level security shows whoever asks their own, and those that a colleague shares with them.

-- [begin] nothing where there is one of that id, whoever's it is
INSERT INTO record.draft (id, author, agency, person, saved, content, last_by)
VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT (id) DO NOTHING

-- [save]
UPDATE record.draft SET saved = %s, content = %s, last_by = %s, version = version + 1
WHERE id = %s AND sent IS NULL

-- [save_over] where it still is what its writer saw, or was saved last from the same window; with its child
UPDATE record.draft SET saved = %s, content = %s, last_by = %s, person = %s, version = version + 1
WHERE id = %s AND sent IS NULL AND (version = %s OR last_by = %s AND content->>'window' = %s)

-- [find]
SELECT id, author, person, saved, content, sent, version, last_by, shared, present FROM record.draft WHERE id = %s

-- [mine] a page: those before one of them in the order of the page, or the first
SELECT id, author, person, saved, content, sent, version, last_by, shared, present FROM record.draft
WHERE author = %s AND sent IS NULL AND (saved, id) < (
    coalesce(%s::bigint, 9223372036854775807),
    coalesce(%s::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
ORDER BY saved DESC, id DESC LIMIT %s

-- [shared] those that colleagues share with somebody
SELECT id, author, person, saved, content, sent, version, last_by, shared, present FROM record.draft
WHERE shared @> ARRAY[%s::text] AND sent IS NULL ORDER BY saved DESC, id DESC LIMIT 100

-- [share] by its author alone
UPDATE record.draft SET shared = %s WHERE id = %s AND author = %s AND sent IS NULL

-- [be_there]
UPDATE record.draft SET present = present || jsonb_build_object(%s::text, %s::bigint)
WHERE id = %s AND sent IS NULL

-- [sent] nothing of what it said stays; about whom it was does, so that it goes when they are erased
UPDATE record.draft SET sent = %s, content = '{}', person = coalesce(%s, person)
WHERE id = %s AND author = %s AND sent IS NULL

-- [discard]
DELETE FROM record.draft WHERE id = %s AND author = %s AND sent IS NULL
