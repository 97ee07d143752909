-- The log read through, so that it can be computed anew.

-- [size] how many places to read: what is appended from now on is for another time
SELECT size FROM record.head

-- [logged] some leaves in order, each with its entry only where both say that they belong together
SELECT leaf.index, leaf.entry, leaf.hash, leaf.erased_at IS NOT NULL, entry.salt, entry.received,
    entry.id, entry.subject, entry.kind, entry.earliest, entry.latest, entry.precision, entry.told,
    entry.agency, entry.practitioner, entry.role, entry.known, entry.keys, entry.facts,
    entry.corrects, entry.withdraws
FROM record.leaf
LEFT JOIN record.entry ON entry.id = leaf.entry AND entry.index = leaf.index AND entry.received = leaf.at
WHERE leaf.index > %s AND leaf.index < %s ORDER BY leaf.index LIMIT %s

-- [unsealed] entries that no leaf seals at their place
SELECT entry.id FROM record.entry
LEFT JOIN record.leaf ON leaf.index = entry.index AND leaf.entry = entry.id
WHERE leaf.index IS NULL ORDER BY entry.index
