-- Who is at the door.

-- [spend] one read of an account: a row where it may be, none where too much was read
INSERT INTO record.allowance AS held (account, spent_until)
VALUES (%(account)s, extract(epoch FROM clock_timestamp()) + %(share)s)
ON CONFLICT (account) DO UPDATE
SET spent_until = greatest(held.spent_until, extract(epoch FROM clock_timestamp())) + %(share)s
WHERE greatest(held.spent_until, extract(epoch FROM clock_timestamp())) + %(share)s
    <= extract(epoch FROM clock_timestamp()) + %(period)s
RETURNING 1

-- [wait] how many seconds until one more read may be
SELECT spent_until + %(share)s - %(period)s - extract(epoch FROM clock_timestamp())
FROM record.allowance WHERE account = %(account)s
