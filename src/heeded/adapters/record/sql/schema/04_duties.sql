-- What is owed now: a projection of the entries, made again whenever something is known or a deadline passes.

CREATE TABLE record.duty (
    id uuid NOT NULL,
    agency text NOT NULL,
    family uuid NOT NULL,
    person uuid NOT NULL,
    about text NOT NULL,
    edition text NOT NULL,
    rule text NOT NULL,
    ref text NOT NULL,
    key text NOT NULL,
    trigger text NOT NULL,
    owed_by text NOT NULL,
    practitioner text NOT NULL DEFAULT '',
    verdict text NOT NULL,
    arose bigint NOT NULL,
    due bigint,
    owed text NOT NULL,
    because text NOT NULL,
    cites uuid[] NOT NULL DEFAULT '{}',
    since bigint NOT NULL,
    PRIMARY KEY (id, agency)
);
CREATE INDEX duty_list ON record.duty (agency, (coalesce(due, 9223372036854775807)), id);
CREATE INDEX duty_person ON record.duty (person);
CREATE INDEX duty_family ON record.duty (family);
COMMENT ON TABLE record.duty IS
    'One line of a worklist: a finding that is due or overdue, once for each agency that owes it; '
    'agency is empty where none in the record answers for the child. `heeded worklist rebuild` makes it again.';

CREATE TABLE record.acknowledgement (
    duty uuid NOT NULL,
    agency text NOT NULL,
    person uuid NOT NULL,
    by text NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (duty, agency, by)
);
COMMENT ON TABLE record.acknowledgement IS 'Who said that they have read a duty; it survives that the duty is judged again.';

CREATE TABLE record.wake (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    family uuid NOT NULL,
    at bigint NOT NULL,
    UNIQUE (family, at)
);
CREATE INDEX wake_at ON record.wake (at, id);
COMMENT ON TABLE record.wake IS 'When a family is to be judged again though nothing was recorded; a job carries the id alone, so that no job names a child.';

CREATE TABLE record.cover (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    absent text NOT NULL,
    cover text NOT NULL,
    agency text NOT NULL,
    since bigint NOT NULL,
    until bigint NOT NULL,
    by text NOT NULL,
    CHECK (since < until)
);

-- Something awaits somebody. The words that leave the record name nobody; what awaits stands here.
CREATE TABLE record.notice (
    id uuid PRIMARY KEY,
    at bigint NOT NULL,
    agency text NOT NULL,
    practitioner text NOT NULL DEFAULT '',
    why text NOT NULL,
    family uuid,
    person uuid,
    duty uuid,
    delivered_at bigint,
    read_at bigint,
    acted_at bigint
);
CREATE INDEX notice_agency ON record.notice (agency, at, id);
CREATE INDEX notice_family ON record.notice (family);
COMMENT ON TABLE record.notice IS 'Delivered, read and acted upon are three different things.';

CREATE TABLE record.delivery (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    notice uuid NOT NULL,
    channel text NOT NULL,
    address text NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    next_try bigint NOT NULL,
    delivered_at bigint,
    gave_up_at bigint,
    said text NOT NULL DEFAULT '',
    UNIQUE (notice, channel, address)
);
CREATE INDEX delivery_waiting ON record.delivery (next_try) WHERE delivered_at IS NULL AND gave_up_at IS NULL;
