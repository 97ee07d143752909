-- Who is at the door.

-- [credential] of a system that is let in, and whose it is
SELECT credential.id, credential.name, credential.digest, credential.scopes,
    floor(extract(epoch FROM credential.expires))::bigint, agency.id, agency.sector, agency.area
FROM public.record_credential AS credential JOIN public.record_agency AS agency ON agency.id = credential.agency_id
WHERE credential.id = %s AND credential.active

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
