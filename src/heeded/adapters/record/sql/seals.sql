-- Sealed adoptions.

-- [seal]
INSERT INTO record.seal (id, old, new, to_old, to_new, at, by, agreed_by) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)

-- [unsay] nothing that was said of somebody and another leads on from them
DELETE FROM record.assertion WHERE one IN (SELECT id FROM record.subject WHERE person = %s)
    OR other IN (SELECT id FROM record.subject WHERE person = %s)

-- [from_old]
SELECT id, to_new FROM record.seal WHERE old = ANY (%s::bytea[])

-- [from_new]
SELECT id, to_old FROM record.seal WHERE new = ANY (%s::bytea[])

-- [shared_numbers] numbers of registers that two people both carry
SELECT count(*) FROM record.identifier AS one JOIN record.identifier AS other ON other.sought = one.sought
WHERE one.subject IN (SELECT id FROM record.subject WHERE person = %s)
    AND other.subject IN (SELECT id FROM record.subject WHERE person = %s)
