-- Every look at a child's record: durable before the answer leaves.

CREATE TABLE record.look (
    id uuid PRIMARY KEY,
    at bigint NOT NULL,
    actor text NOT NULL,
    name text NOT NULL,
    agency text NOT NULL,
    role text NOT NULL,
    person uuid,
    operation text NOT NULL,
    record_class text NOT NULL,
    purpose text NOT NULL,
    basis text NOT NULL,
    reason text NOT NULL,
    answer text NOT NULL,
    rule text NOT NULL,
    upto bigint
);
CREATE INDEX look_person ON record.look (person, at, id);
CREATE INDEX look_actor ON record.look (actor, at);

CREATE TABLE record.glass (
    id uuid PRIMARY KEY,
    actor text NOT NULL,
    agency text NOT NULL,
    person uuid NOT NULL,
    since bigint NOT NULL,
    until bigint NOT NULL,
    reason text NOT NULL,
    review_by bigint NOT NULL,
    CHECK (since < until)
);
CREATE INDEX glass_person ON record.glass (person);
CREATE INDEX glass_actor ON record.glass (actor, until);
COMMENT ON TABLE record.glass IS 'A look taken without standing, for a reason, for three hours; a named officer reviews each.';

CREATE TABLE record.glass_review (
    glass uuid PRIMARY KEY,
    by text NOT NULL,
    at bigint NOT NULL,
    outcome text NOT NULL,
    words text NOT NULL
);

CREATE TABLE record.hold (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person uuid,
    record_class text NOT NULL DEFAULT '',
    since bigint NOT NULL,
    until bigint,
    by text NOT NULL,
    reason text NOT NULL
);
CREATE INDEX hold_person ON record.hold (person);
COMMENT ON TABLE record.hold IS 'A legal hold, on one person or (person empty) on everybody; it beats every rule of disposal.';
