-- Drafts: row-level security shows whoever asks their own alone.

-- [begin]
INSERT INTO record.draft (id, author, agency, person, saved, content) VALUES (%s, %s, %s, %s, %s, %s)

-- [save]
UPDATE record.draft SET saved = %s, content = %s WHERE id = %s AND sent IS NULL

-- [find]
SELECT id, person, saved, content, sent FROM record.draft WHERE id = %s

-- [mine]
SELECT id, person, saved, content, sent FROM record.draft WHERE sent IS NULL ORDER BY saved DESC, id

-- [sent] nothing of what it said stays
UPDATE record.draft SET sent = %s, content = '{}' WHERE id = %s AND sent IS NULL

-- [discard]
DELETE FROM record.draft WHERE id = %s AND sent IS NULL
