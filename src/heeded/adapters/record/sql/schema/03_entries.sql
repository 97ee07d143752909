-- The entries, append-only, and the log that makes any later change show.

CREATE TABLE record.entry (
    index bigint PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    subject uuid NOT NULL,
    kind text NOT NULL,
    earliest bigint NOT NULL,
    latest bigint NOT NULL,
    precision text NOT NULL,
    told bigint NOT NULL,
    received bigint NOT NULL,
    agency text NOT NULL,
    practitioner text NOT NULL,
    role text NOT NULL,
    known jsonb NOT NULL,
    keys jsonb NOT NULL,
    facts jsonb NOT NULL,
    corrects uuid,
    withdraws uuid,
    report uuid,
    flags text[] NOT NULL DEFAULT '{}',
    salt bytea NOT NULL CHECK (length(salt) = 32),
    writer text NOT NULL DEFAULT '',
    CHECK (earliest <= latest),
    CHECK (told <= received)
);
CREATE INDEX entry_subject ON record.entry (subject, index);
COMMENT ON TABLE record.entry IS
    'Every event as its source told it. index is its place in the log. Nobody edits or deletes one; only '
    'retention''s own role may delete, and leaves the leaf.';
COMMENT ON COLUMN record.entry.salt IS 'Thirty-two random bytes hashed with the content, so that nobody can guess it from the leaf.';
COMMENT ON COLUMN record.entry.writer IS 'By which account it was written: practitioner:id (perhaps |through:id of a credential) or system:id; empty where that was not kept yet.';

CREATE TABLE record.leaf (
    index bigint PRIMARY KEY,
    entry uuid NOT NULL UNIQUE,
    at bigint NOT NULL,
    hash bytea NOT NULL CHECK (length(hash) = 32),
    erased_at bigint,
    erased_under text
);

CREATE TABLE record.node (
    level smallint NOT NULL,
    index bigint NOT NULL,
    hash bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (level, index)
);
COMMENT ON TABLE record.node IS 'Hashes of complete subtrees, so that a proof need not read every leaf.';

CREATE TABLE record.head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    size bigint NOT NULL,
    frontier bytea[] NOT NULL
);
INSERT INTO record.head (size, frontier) VALUES (0, '{}');
COMMENT ON TABLE record.head IS 'How far the log has come: one row, locked by whoever appends, so that places are given in the order of commit.';

CREATE TABLE record.checkpoint (
    size bigint PRIMARY KEY,
    at bigint NOT NULL,
    note text NOT NULL
);

-- From when an agency has known of what a source told of one person, up to a place in the log.
CREATE TABLE record.seen (
    subject uuid NOT NULL,
    agency text NOT NULL,
    upto bigint NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (subject, agency, upto)
);

CREATE TABLE record.draft (
    id uuid PRIMARY KEY,
    author text NOT NULL,
    agency text NOT NULL,
    person uuid,
    saved bigint NOT NULL,
    content jsonb NOT NULL,
    sent bigint
);
CREATE INDEX draft_author ON record.draft (author, saved);
COMMENT ON TABLE record.draft IS 'What somebody has begun to write and not yet said; once sent, nothing of what it said stays here.';

CREATE FUNCTION record.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the record is append-only: % on %.% is refused; write a correction instead',
        tg_op, tg_table_schema, tg_table_name USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION record.refuse_change_but_retention() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF current_user = 'heeded_retention' THEN
        RETURN CASE tg_op WHEN 'DELETE' THEN old ELSE new END;
    END IF;
    RAISE EXCEPTION 'the record is append-only: % on %.% is refused; write a correction instead',
        tg_op, tg_table_schema, tg_table_name USING ERRCODE = 'insufficient_privilege';
END $$;

-- To whom an entry was passed on by one that was addressed to them, and since when.
CREATE TABLE record.passed_on (
    entry uuid NOT NULL,
    person uuid NOT NULL,
    agency text NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (entry, agency)
);
CREATE INDEX passed_on_person ON record.passed_on (person);
