-- What witnesses said of the log.

-- [keep] what one said; the same of the same size again only after an hour, so that a log at rest fills no table
INSERT INTO record.witnessing (witness, size, at, line, said)
SELECT given.witness, given.size, given.at, given.line, given.said
FROM (VALUES (%s::text, %s::bigint, %s::bigint, %s::text, %s::text)) AS given (witness, size, at, line, said)
WHERE NOT EXISTS (
    SELECT FROM (
        SELECT size, at, said FROM record.witnessing WHERE witness = given.witness ORDER BY id DESC LIMIT 1
    ) last
    WHERE last.size = given.size AND last.said = given.said AND last.at > given.at - 3600
)

-- [signed_last] the last signature of each witness
SELECT named.witness, last.size, last.at, last.line
FROM unnest(%s::text[]) AS named (witness)
CROSS JOIN LATERAL (
    SELECT size, at, line FROM record.witnessing
    WHERE witness = named.witness AND line <> '' ORDER BY id DESC LIMIT 1
) last

-- [objecting] the last word of each witness whose last word is an objection
SELECT named.witness, last.size, last.at, last.said
FROM unnest(%s::text[]) AS named (witness)
CROSS JOIN LATERAL (
    SELECT size, at, said FROM record.witnessing WHERE witness = named.witness ORDER BY id DESC LIMIT 1
) last
WHERE last.said <> ''

-- [signed_by_enough] the greatest checkpoints under which so many witnesses' signatures are kept
SELECT checkpoint.note, array(
    SELECT line FROM record.witnessing WHERE witnessing.size = enough.size AND line <> ''
)
FROM (
    SELECT size FROM record.witnessing WHERE witness = ANY (%s) AND line <> ''
    GROUP BY size HAVING count(DISTINCT witness) >= %s ORDER BY size DESC LIMIT 8
) enough
JOIN record.checkpoint ON checkpoint.size = enough.size
ORDER BY enough.size DESC

-- [received] when the leaf at a place was received
SELECT at FROM record.leaf WHERE index = %s
