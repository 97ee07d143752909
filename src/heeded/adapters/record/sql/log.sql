-- The log of entries.

-- [held] of some entries, those that are there
SELECT id, subject, kind, earliest, latest, precision, told, agency, practitioner, role, known, keys, facts,
    corrects, withdraws, writer
FROM record.entry WHERE id = ANY (%s::uuid[])

-- [places]
SELECT entry, index, hash, at FROM record.leaf WHERE entry = ANY (%s::uuid[]) ORDER BY index

-- [lock_head] whoever appends holds the head to the end of the transaction
SELECT size, frontier FROM record.head FOR UPDATE

-- [set_head]
UPDATE record.head SET size = %s, frontier = %s

-- [ask_witnesses] at once, unless that is asked already
INSERT INTO public.procrastinate_jobs (queue_name, task_name, lock, queueing_lock, args)
VALUES (%s, %s, %s, %s, jsonb_build_object('timestamp', %s::bigint)) ON CONFLICT DO NOTHING

-- [add_entry]
INSERT INTO record.entry (index, received, report, flags, salt, id, subject, kind, earliest, latest, precision,
    told, agency, practitioner, role, known, keys, facts, corrects, withdraws, writer)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)

-- [add_leaf]
INSERT INTO record.leaf (index, entry, at, hash) VALUES (%s, %s, %s, %s)

-- [add_node]
INSERT INTO record.node (level, index, hash) VALUES (%s, %s, %s)

-- [add_wake] and the job that it is dealt with by, which carries its id alone
WITH fresh AS (
    INSERT INTO record.wake (family, at) VALUES (%s, %s) ON CONFLICT (family, at) DO NOTHING RETURNING id, at
)
INSERT INTO public.procrastinate_jobs (queue_name, task_name, args, scheduled_at)
SELECT %s, %s, jsonb_build_object('wake', id), to_timestamp(at) FROM fresh
