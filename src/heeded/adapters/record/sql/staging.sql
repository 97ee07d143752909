-- The session's own tables, into which a batch of a bulk load is copied; empty again with every commit.

-- [staging]
CREATE TEMPORARY TABLE staged_person (id uuid, fresh boolean, family uuid, name text, born date, sex text,
    adult boolean, area text) ON COMMIT DELETE ROWS;
CREATE TEMPORARY TABLE staged_subject (id uuid, fresh boolean, person uuid, agency text, ref text)
    ON COMMIT DELETE ROWS;
CREATE TEMPORARY TABLE staged_link (place integer, subject uuid, person uuid, at bigint, by text, reason text)
    ON COMMIT DELETE ROWS;
CREATE TEMPORARY TABLE staged_identifier (sought bytea, subject uuid, system text, value text)
    ON COMMIT DELETE ROWS;
CREATE TEMPORARY TABLE staged_household (id text, person uuid) ON COMMIT DELETE ROWS;
CREATE TEMPORARY TABLE staged_description (place integer, subject uuid, told bigint, received bigint, name text,
    born date, sex text, adult boolean, area text) ON COMMIT DELETE ROWS;
CREATE TEMPORARY TABLE staged_address (place integer, subject uuid, told bigint, received bigint, address text,
    postcode text) ON COMMIT DELETE ROWS;
CREATE TEMPORARY TABLE staged_entry (place integer, hash bytea, received bigint, report uuid, flags text[],
    salt bytea, id uuid, subject uuid, kind text, earliest bigint, latest bigint, precision text, told bigint,
    agency text, practitioner text, role text, known jsonb, keys jsonb, facts jsonb, corrects uuid, withdraws uuid,
    writer text)
    ON COMMIT DELETE ROWS;
CREATE TEMPORARY TABLE staged_passed_on (entry uuid, person uuid, agency text, at bigint) ON COMMIT DELETE ROWS;
CREATE TEMPORARY TABLE staged_standing (entry uuid, subject uuid, since bigint, at bigint) ON COMMIT DELETE ROWS;
CREATE TEMPORARY TABLE staged_duty (id uuid, agency text, family uuid, person uuid, about text, edition text,
    rule text, ref text, key text, trigger text, owed_by text, practitioner text, verdict text, arose bigint,
    due bigint, owed text, because text, cites uuid[], since bigint) ON COMMIT DELETE ROWS;
CREATE TEMPORARY TABLE staged_card (id uuid, agency text, desk text, stage text, place bigint, family uuid,
    person uuid, key text, since bigint, came bigint, kind text, sender text, source text, lead text, rule text, owed text,
    due bigint,
    owing text[], parties text[], silent text[], silent_since bigint[],
    opposed integer, line uuid) ON COMMIT DELETE ROWS
