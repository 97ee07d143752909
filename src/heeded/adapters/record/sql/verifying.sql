-- The log read through, so that it can be computed anew.

-- [size] how many places to read: what is appended from now on is for another time
SELECT size FROM record.head

-- [written] a stretch of leaves, each with its entry as text, as a leaf writes it: first what many entries share, then
-- the rest. Many rows come in one text, between characters that no honest name holds (how many there are tells if one
-- does); where anything is lacking or out of order, the place and leaf alone
SELECT count(*), string_agg(CASE
    WHEN num_nulls(salt, subject, facts, precision, keys, kind, known, agency, practitioner, role, writer) = 0
        AND earliest <= latest AND earliest > -1e15::bigint AND latest < 1e15::bigint
        AND told BETWEEN 0 AND 1e15::bigint AND received BETWEEN 0 AND 1e15::bigint
    THEN concat_ws(E'\x1f', index, leaf, salt,
        concat_ws(E'\x1d', precision, kind, known, agency, practitioner, role, writer),
        coalesce(corrects::text, ''), entry, facts, earliest, latest, keys, received, subject, told,
        coalesce(withdraws::text, ''))
    ELSE concat_ws(E'\x1f', index, leaf) END, E'\x1e')
FROM (
    SELECT leaf.index, encode(leaf.hash, 'hex') AS leaf,
        CASE WHEN leaf.erased_at IS NULL THEN encode(entry.salt, 'hex') END AS salt,
        entry.corrects, leaf.entry, entry.facts, entry.earliest, entry.latest, entry.precision,
        entry.keys, entry.kind, entry.known, entry.received, entry.agency, entry.practitioner, entry.role,
        entry.subject, entry.told, entry.withdraws, entry.writer
    FROM record.leaf
    LEFT JOIN record.entry ON entry.id = leaf.entry AND entry.index = leaf.index AND entry.received = leaf.at
        AND entry.index >= %(first)s AND entry.index < %(end)s
    WHERE leaf.index >= %(first)s AND leaf.index < %(end)s ORDER BY leaf.index
) AS logged
GROUP BY index / 1024 ORDER BY min(index)

-- [logged] leaves of a stretch in order (all of them, or those at some places), each with its entry only where
-- both say that they belong together
SELECT leaf.index, leaf.entry::text, leaf.hash, leaf.erased_at IS NOT NULL, coalesce(entry.salt, erasure.salt),
    entry.received, erasure.leaves, erasure.ground, erasure.by, erasure.at,
    entry.id::text, entry.subject::text, entry.kind, entry.earliest, entry.latest, entry.precision, entry.told,
    entry.agency, entry.practitioner, entry.role, entry.known, entry.keys, entry.facts,
    entry.corrects, entry.withdraws, entry.writer
FROM record.leaf
LEFT JOIN record.entry ON entry.id = leaf.entry AND entry.index = leaf.index AND entry.received = leaf.at
    AND entry.index >= %(first)s AND entry.index < %(end)s
LEFT JOIN record.erasure ON erasure.id = leaf.entry AND erasure.index = leaf.index AND erasure.at = leaf.at
WHERE leaf.index >= %(first)s AND leaf.index < %(end)s
    AND (%(places)s::bigint[] IS NULL OR leaf.index = ANY (%(places)s))
ORDER BY leaf.index

-- [unsealed] entries and erasures that no leaf seals at their place
SELECT held.id FROM (
    SELECT id, index FROM record.entry UNION ALL SELECT id, index FROM record.erasure
) held
LEFT JOIN record.leaf ON leaf.index = held.index AND leaf.entry = held.id
WHERE leaf.index IS NULL ORDER BY held.index
