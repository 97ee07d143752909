-- The log read through, so that it can be computed anew.

-- [size] how many places to read: what is appended from now on is for another time
SELECT size FROM record.head

-- [logged] some leaves in order, each with its entry only where both say that they belong together
SELECT leaf.index, leaf.entry::text, leaf.hash, leaf.erased_at IS NOT NULL, coalesce(entry.salt, erasure.salt),
    entry.received, erasure.leaves, erasure.ground, erasure.by, erasure.at, entry.id::text, entry.subject::text, entry.kind, entry.earliest, entry.latest, entry.precision, entry.told,
    entry.agency, entry.practitioner, entry.role, entry.known, entry.keys, entry.facts,
    entry.corrects, entry.withdraws, entry.writer
FROM record.leaf
LEFT JOIN record.entry ON entry.id = leaf.entry AND entry.index = leaf.index AND entry.received = leaf.at
LEFT JOIN record.erasure ON erasure.id = leaf.entry AND erasure.index = leaf.index AND erasure.at = leaf.at
WHERE leaf.index > %s AND leaf.index < %s ORDER BY leaf.index LIMIT %s

-- [unsealed] entries and erasures that no leaf seals at their place
SELECT held.id FROM (
    SELECT id, index FROM record.entry UNION ALL SELECT id, index FROM record.erasure
) held
LEFT JOIN record.leaf ON leaf.index = held.index AND leaf.entry = held.id
WHERE leaf.index IS NULL ORDER BY held.index
