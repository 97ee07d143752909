-- Every look at a child's record: durable before the answer leaves.

CREATE TABLE record.look (
    id uuid PRIMARY KEY,
    at bigint NOT NULL,
    actor text NOT NULL,
    name text NOT NULL,
    agency text NOT NULL,
    role text NOT NULL,
    person uuid,
    people uuid[] NOT NULL DEFAULT '{}',
    operation text NOT NULL,
    record_class text[] NOT NULL,
    standing text NOT NULL DEFAULT '',
    purpose text NOT NULL,
    basis text NOT NULL,
    reason text NOT NULL,
    agreed_by text NOT NULL DEFAULT '',
    answer text NOT NULL,
    rule text NOT NULL,
    signs text[] NOT NULL DEFAULT '{}',
    upto bigint,
    tells text[] NOT NULL DEFAULT '{}'
);
CREATE INDEX look_tells ON record.look (at) WHERE tells <> '{}';
CREATE INDEX look_person ON record.look (person, at, id);
CREATE INDEX look_people ON record.look USING gin (people);
CREATE INDEX look_actor ON record.look (actor, at);
COMMENT ON TABLE record.look IS
    'Who looked, at whom (person, held in the record or not; people, whom a list named), why, and the answer. '
    'signs are plain facts for whoever reviews looks; tells is whom it obliges to tell, who then have a notice.';

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
CREATE INDEX glass_agency ON record.glass (agency, review_by, id);
CREATE INDEX glass_actor ON record.glass (actor, until);
COMMENT ON TABLE record.glass IS 'A look taken without standing, for a reason, for three hours; a named officer reviews each.';

CREATE TABLE record.glass_review (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    glass uuid NOT NULL,
    by text NOT NULL,
    at bigint NOT NULL,
    outcome text NOT NULL,
    words text NOT NULL,
    settled boolean NOT NULL
);
CREATE UNIQUE INDEX glass_review_settled ON record.glass_review (glass) WHERE settled;
CREATE INDEX glass_review_glass ON record.glass_review (glass, at);

CREATE TABLE record.hold (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person uuid,
    agency text NOT NULL DEFAULT '',
    record_class text NOT NULL DEFAULT '',
    since bigint NOT NULL,
    until bigint,
    by text NOT NULL,
    reason text NOT NULL,
    lifted_by text NOT NULL DEFAULT '',
    lifted_with text NOT NULL DEFAULT '',
    lifted_because text NOT NULL DEFAULT ''
);
CREATE INDEX hold_person ON record.hold (person);
COMMENT ON TABLE record.hold IS
    'A legal hold, on one person or (person empty) on everybody, on one agency''s record or (agency empty) on all; '
    'it beats every rule of disposal.';
