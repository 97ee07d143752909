-- The log, shown to whoever holds a receipt.

-- [leaf_of] the place of an entry that an agency told
SELECT leaf.entry, leaf.index, leaf.hash, leaf.at
FROM record.leaf JOIN record.entry ON entry.id = leaf.entry
WHERE leaf.entry = %s AND entry.agency = %s

-- [told_by] the places of what an agency told in a stretch of the log, the latest first
SELECT leaf.entry, leaf.index, leaf.hash, leaf.at, entry.writer
FROM record.leaf JOIN record.entry ON entry.id = leaf.entry
WHERE leaf.index >= %s AND leaf.index < %s AND entry.agency = %s ORDER BY leaf.index DESC LIMIT %s

-- [head] how far the log has come
SELECT size, frontier FROM record.head

-- [leaves] stored hashes of leaves
SELECT hash FROM record.leaf WHERE index >= %s AND index < %s ORDER BY index

-- [nodes] stored hashes of complete subtrees
SELECT hash FROM record.node WHERE level = %s AND index >= %s AND index < %s ORDER BY index

-- [newest] the newest signed checkpoint, with the last signature of each witness beneath it
SELECT size, at, note || coalesce((
    SELECT string_agg(last.line || E'\n', '' ORDER BY last.witness) FROM (
        SELECT DISTINCT ON (witness) witness, line FROM record.witnessing
        WHERE witnessing.size = checkpoint.size AND line <> '' ORDER BY witness, id DESC
    ) last
), '')
FROM record.checkpoint ORDER BY size DESC LIMIT 1

-- [add_checkpoint]
INSERT INTO record.checkpoint (size, at, note) VALUES (%s, %s, %s) ON CONFLICT (size) DO NOTHING
