-- Who is who. A subject is one agency's reference to a person; a link says which person that is.
-- Entries name subjects, so that a source's words never change when a link does.

CREATE TABLE record.person (
    id uuid PRIMARY KEY,
    family uuid NOT NULL,
    name text NOT NULL DEFAULT '',
    born date,
    sex text NOT NULL DEFAULT '',
    adult boolean NOT NULL DEFAULT false,
    area text NOT NULL DEFAULT '',
    writes bigint NOT NULL DEFAULT 0
);
CREATE INDEX person_family ON record.person (family);
COMMENT ON TABLE record.person IS
    'A person as the links now stand; its row is the lock that every decision and every concern takes. '
    'The id is the least id of the subjects linked; a family is named by its least person.';

CREATE TABLE record.subject (
    id uuid PRIMARY KEY,
    person uuid NOT NULL,
    agency text NOT NULL,
    ref text NOT NULL
);
CREATE INDEX subject_person ON record.subject (person);
COMMENT ON TABLE record.subject IS
    'One agency''s own reference to a person. The id is a keyed digest of both, so that nothing but the '
    'application can tell which reference it stands for.';

CREATE TABLE record.description (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject uuid NOT NULL,
    told bigint NOT NULL,
    received bigint NOT NULL,
    name text NOT NULL,
    born date,
    sex text NOT NULL,
    adult boolean NOT NULL,
    area text NOT NULL
);
CREATE INDEX description_subject ON record.description (subject);
COMMENT ON TABLE record.description IS 'How an agency described a person, each time that it said something new.';

CREATE TABLE record.identifier (
    sought bytea NOT NULL,
    subject uuid NOT NULL,
    system text NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (sought, subject)
);
CREATE INDEX identifier_subject ON record.identifier (subject);
COMMENT ON TABLE record.identifier IS 'A number that a register gave to a person; sought by a keyed digest of it.';

CREATE TABLE record.link (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject uuid NOT NULL,
    person uuid NOT NULL,
    at bigint NOT NULL,
    by text NOT NULL,
    reason text NOT NULL
);
CREATE INDEX link_subject ON record.link (subject);
COMMENT ON TABLE record.link IS 'Every assertion that a subject is a person: when, by whom or what, and why. The last one holds.';

CREATE TABLE record.address (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject uuid NOT NULL,
    told bigint NOT NULL,
    received bigint NOT NULL,
    address text NOT NULL,
    postcode text NOT NULL
);
CREATE INDEX address_subject ON record.address (subject);

CREATE TABLE record.shield (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person uuid NOT NULL,
    what text NOT NULL,
    since bigint NOT NULL,
    until bigint,
    by text NOT NULL,
    reason text NOT NULL,
    open_to text[] NOT NULL DEFAULT '{}'
);
CREATE INDEX shield_person ON record.shield (person);

-- Staff who belong to, or are connected with, a household.
CREATE TABLE record.connection (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    practitioner text NOT NULL,
    person uuid NOT NULL,
    how text NOT NULL,
    since bigint NOT NULL,
    until bigint,
    by text NOT NULL
);
CREATE INDEX connection_practitioner ON record.connection (practitioner);
CREATE INDEX connection_person ON record.connection (person);

CREATE TABLE record.household (
    id text PRIMARY KEY,
    person uuid NOT NULL
);
COMMENT ON TABLE record.household IS 'A household as an agency names it (agency:name), and one of its members: those who share one are one family.';
