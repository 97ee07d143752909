-- Drafts: row-level security shows whoever asks their own alone.

-- [begin]
INSERT INTO record.draft (id, author, agency, person, saved, content) VALUES (%s, %s, %s, %s, %s, %s)

-- [save]
UPDATE record.draft SET saved = %s, content = %s WHERE id = %s AND sent IS NULL

-- [find]
SELECT id, person, saved, content, sent FROM record.draft WHERE id = %s

-- [mine] a page: those before one of them in the order of the page, or the first
SELECT id, person, saved, content, sent FROM record.draft
WHERE author = %s AND sent IS NULL AND (saved, id) < (
    coalesce(%s::bigint, 9223372036854775807),
    coalesce(%s::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
ORDER BY saved DESC, id DESC LIMIT %s

-- [sent] nothing of what it said stays
UPDATE record.draft SET sent = %s, content = '{}' WHERE id = %s AND sent IS NULL

-- [discard]
DELETE FROM record.draft WHERE id = %s AND sent IS NULL
