-- Searching: by keys that several spellings share, and never by words.

-- [add_keys]
INSERT INTO record.search_key (key, subject) SELECT unnest(%s::bigint[]), %s ON CONFLICT (key, subject) DO NOTHING

-- [found] who shares some keys, each key asked for so many at most; which keys are that hot comes in the last column
WITH wanted AS (
    SELECT DISTINCT key FROM unnest(%s::bigint[]) AS key
), hit AS (
    SELECT wanted.key, shared.subject FROM wanted CROSS JOIN LATERAL
        (SELECT search_key.subject FROM record.search_key WHERE search_key.key = wanted.key LIMIT %s) AS shared
)
SELECT subject.person, array_agg(DISTINCT hit.key),
    (SELECT count(*) FROM (SELECT FROM hit GROUP BY key HAVING count(*) >= %s) AS hot)
FROM hit JOIN record.subject ON subject.id = hit.subject
GROUP BY subject.person ORDER BY count(DISTINCT hit.key) DESC, subject.person LIMIT %s

-- [descriptions] everything that agencies said of some people, with the numbers that they gave
SELECT subject.person, subject.id, description.name, description.born, description.sex, description.adult,
    description.area, ARRAY(SELECT system || chr(31) || value FROM record.identifier
        WHERE identifier.subject = subject.id)
FROM record.subject JOIN record.description ON description.subject = subject.id
WHERE subject.person = ANY (%s::uuid[]) ORDER BY subject.person, description.id

-- [with] the others of the families of some people
SELECT other.id FROM record.person AS own JOIN record.person AS other ON other.family = own.family AND other.id <> own.id
WHERE own.id = ANY (%s::uuid[]) AND EXISTS (SELECT FROM record.subject WHERE subject.person = other.id)

-- [unindexed] those of whom something is said and who cannot be searched for, after a name
SELECT DISTINCT subject.id, subject.person FROM record.subject JOIN record.description ON description.subject = subject.id
WHERE subject.id > %s AND NOT EXISTS (SELECT FROM record.search_key WHERE search_key.subject = subject.id)
ORDER BY subject.id LIMIT %s
