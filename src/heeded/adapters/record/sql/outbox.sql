-- The outbox: notices, and their deliveries by each channel.

-- [add_notice]
INSERT INTO record.notice (id, at, agency, practitioner, why, family, person, duty)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (id) DO NOTHING

-- [add_deliveries] to whoever the notice is for, by every channel that they have
INSERT INTO record.delivery (notice, channel, address, next_try)
SELECT given.id, channel.name, channel.address, given.at
FROM unnest(%s::uuid[], %s::text[], %s::text[], %s::bigint[]) AS given (id, agency, practitioner, at)
JOIN public.record_agency AS agency ON agency.id = given.agency
LEFT JOIN public.record_practitioner AS person
    ON person.id = given.practitioner AND person.agency_id = agency.id AND person.is_active
CROSS JOIN LATERAL (
    VALUES ('e-mail', coalesce(person.email, agency.email)), ('webhook', agency.webhook)
) AS channel (name, address)
WHERE channel.address <> ''
ON CONFLICT (notice, channel, address) DO NOTHING
RETURNING id

-- [waiting]
SELECT delivery.id, notice.id, delivery.channel, delivery.address, notice.agency, notice.why, notice.at,
    delivery.tries, coalesce(agency.webhook_secret, '')
FROM record.delivery
JOIN record.notice ON notice.id = delivery.notice
LEFT JOIN public.record_agency AS agency ON agency.id = notice.agency
WHERE delivery.id = %s AND delivery.delivered_at IS NULL AND delivery.gave_up_at IS NULL

-- [overdue]
SELECT id FROM record.delivery
WHERE next_try <= %s AND delivered_at IS NULL AND gave_up_at IS NULL ORDER BY next_try, id LIMIT %s

-- [delivered]
UPDATE record.delivery SET delivered_at = %s, tries = tries + 1, said = '' WHERE id = %s

-- [notice_delivered]
UPDATE record.notice SET delivered_at = %s WHERE id = %s AND delivered_at IS NULL

-- [not_delivered]
UPDATE record.delivery SET tries = tries + 1, said = %s, next_try = coalesce(%s, next_try), gave_up_at = %s
WHERE id = %s
