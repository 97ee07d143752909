-- What the record itself has to get through.

-- [take_wake]
DELETE FROM record.wake WHERE id = %s RETURNING family
