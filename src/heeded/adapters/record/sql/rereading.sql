-- Words of people on what the record proposed, and how a second reader read them who did not know the first.

-- [words] every word on a proposal since a moment, each act once, with its second reading
SELECT DISTINCT ON (said.act) said.place, said.act, said.one, said.other, said.verdict, said.at, said.by, said.agency,
    said.model, said.terms, said.reason, said.supersedes,
    EXISTS (SELECT FROM record.assertion AS later WHERE later.one = said.one AND later.other = said.other
        AND later.place > said.place AND later.reads IS NULL AND later.by <> 'the record'
        AND later.verdict <> said.verdict),
    second.verdict, second.at, second.by, second.reason
FROM record.assertion AS said LEFT JOIN record.assertion AS second ON second.reads = said.act
WHERE said.by <> 'the record' AND said.model <> '' AND said.reads IS NULL AND said.at >= %s
ORDER BY said.act, said.place

-- [word] one of them
SELECT said.place, said.act, said.one, said.other, said.verdict, said.at, said.by, said.agency,
    said.model, said.terms, said.reason, said.supersedes,
    EXISTS (SELECT FROM record.assertion AS later WHERE later.one = said.one AND later.other = said.other
        AND later.place > said.place AND later.reads IS NULL AND later.by <> 'the record'
        AND later.verdict <> said.verdict),
    second.verdict, second.at, second.by, second.reason
FROM record.assertion AS said LEFT JOIN record.assertion AS second ON second.reads = said.act
WHERE said.by <> 'the record' AND said.model <> '' AND said.reads IS NULL AND said.act = %s
ORDER BY said.place LIMIT 1

-- [mean] who some references mean by now
SELECT DISTINCT person FROM record.subject WHERE id = ANY (%s::uuid[]) ORDER BY person

-- [stood] whom the references of some people meant until a word was said: what it moved itself is left out
SELECT DISTINCT ON (link.subject) link.subject, link.person FROM record.link
JOIN record.subject ON subject.id = link.subject
JOIN record.subject AS named ON named.person = subject.person AND named.id = ANY (%s::uuid[])
WHERE link.at <= %s AND NOT (link.at = %s AND link.by = %s AND link.reason = %s)
ORDER BY link.subject, link.id DESC

-- [read_again] beside the first of the pairs of which an act speaks
INSERT INTO record.assertion (act, one, other, verdict, at, by, agency, reason, reads)
SELECT %s, one, other, %s, %s, %s, %s, %s, act FROM record.assertion
WHERE act = %s AND reads IS NULL ORDER BY place LIMIT 1

-- [sizes] how many people there are of each number of references; somebody's choosing one is no reference of its own
SELECT size, count(*) FROM (SELECT count(*) AS size FROM record.subject WHERE ref NOT LIKE 'person %%' GROUP BY person) AS each
GROUP BY size ORDER BY size

-- [moved] how many references were taken for another person than before, each day, by the record and by people
SELECT at / 86400 * 86400, count(*) FILTER (WHERE by = 'the record'), count(*) FILTER (WHERE by <> 'the record')
FROM (SELECT at, by, person, lag(person) OVER (PARTITION BY subject ORDER BY id) AS before FROM record.link
    WHERE subject IN (SELECT subject FROM record.link WHERE at >= %s)) AS link
WHERE at >= %s AND before <> person GROUP BY 1 ORDER BY 1
