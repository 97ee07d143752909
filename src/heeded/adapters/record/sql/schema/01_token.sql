-- Who this transaction works for. The application signs a token with a key that no role but the
-- owner can read in the database; a statement slipped into a query cannot make one of its own.
-- Token: version|backend pid|expires|actor|agency|scope|persons, then |signature in hex.

CREATE TABLE record.token_key (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    key bytea NOT NULL CHECK (length(key) = 64)
);
COMMENT ON TABLE record.token_key IS 'The 64 bytes with which tokens are signed; readable by the owner alone.';

CREATE FUNCTION record.xor_bytes(one bytea, other integer) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
    place integer;
BEGIN
    FOR place IN 0 .. length(one) - 1 LOOP
        one := set_byte(one, place, get_byte(one, place) # other);
    END LOOP;
    RETURN one;
END $$;

-- The inner and outer pads of HMAC-SHA-256 (RFC 2104), made once, when the key is set.
CREATE TABLE record.token_pads (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    inner_pad bytea NOT NULL,
    outer_pad bytea NOT NULL
);

CREATE FUNCTION record.set_token_key(fresh bytea) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO record.token_key (key) VALUES (fresh)
        ON CONFLICT (one) DO UPDATE SET key = excluded.key;
    INSERT INTO record.token_pads (inner_pad, outer_pad)
        VALUES (record.xor_bytes(fresh, 54), record.xor_bytes(fresh, 92))
        ON CONFLICT (one) DO UPDATE SET inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad;
END $$;

-- The parts of the token of this transaction, or no row where there is none, it is forged, it has
-- expired, or it was made for another connection.
CREATE FUNCTION record.token() RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = record, pg_temp AS $$
DECLARE
    whole text := current_setting('heeded.token', true);
    parts text[];
    body text;
    pads record.token_pads;
BEGIN
    IF whole IS NULL OR whole = '' THEN
        RETURN NULL;
    END IF;
    parts := string_to_array(whole, '|');
    IF array_length(parts, 1) <> 8 OR parts[1] <> '1' THEN
        RETURN NULL;
    END IF;
    body := left(whole, length(whole) - length(parts[8]) - 1);
    SELECT * INTO pads FROM record.token_pads;
    IF encode(sha256(pads.outer_pad || sha256(pads.inner_pad || convert_to(body, 'UTF8'))), 'hex') <> parts[8]
        OR parts[2]::integer <> pg_backend_pid()
        OR parts[3]::bigint < extract(epoch FROM clock_timestamp())
    THEN
        RETURN NULL;
    END IF;
    RETURN parts;
END $$;

CREATE FUNCTION record.actor() RETURNS text
LANGUAGE sql STABLE AS $$ SELECT (record.token())[4] $$;

CREATE FUNCTION record.agency() RETURNS text
LANGUAGE sql STABLE AS $$ SELECT (record.token())[5] $$;

-- What the transaction is for: 'look' at the persons named, 'write' to them, 'find' out whose
-- a report is, 'list' what an agency owes, 'work' through what waits (jobs of the record itself).
CREATE FUNCTION record.scope() RETURNS text
LANGUAGE sql STABLE AS $$ SELECT (record.token())[6] $$;

CREATE FUNCTION record.persons() RETURNS uuid[]
LANGUAGE sql STABLE AS $$ SELECT coalesce(string_to_array(nullif((record.token())[7], ''), ',')::uuid[], '{}') $$;
