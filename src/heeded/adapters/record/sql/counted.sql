-- How each rule was kept, as counted now and then over the whole record; nothing in it tells of a child.

-- [begin] a count of the whole record; once a moment
INSERT INTO record.counting (at, since, families, children) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING

-- [hold]
INSERT INTO record.counted (at, rule, kept, kept_late, overdue, missed, departed, void, due, not_assessable, early)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)

-- [latest]
SELECT at, since, families, children FROM record.counting ORDER BY at DESC LIMIT 1

-- [rules]
SELECT rule, kept, kept_late, overdue, missed, departed, void, due, not_assessable, early
FROM record.counted WHERE at = %s
