-- Property companies (物业服务企业), with and without qualification in one table. A qualified company comes from the city's
-- directory, which knows neither who represents it nor where it is registered, and not always its district: its first person
-- chooses that. A company that registers here says all of it.
CREATE TABLE enterprise (
    id                   uuid        NOT NULL,
    credit_code          text        NOT NULL,
    name                 text        NOT NULL,
    name_key             text        COLLATE "C" NOT NULL,
    sort_key             text        COLLATE "C" NOT NULL,
    search_key           text        NOT NULL,
    legal_representative text,
    registered_address   text        NOT NULL,
    office_address       text        NOT NULL DEFAULT '',
    district_id          uuid,
    contact_name         text        NOT NULL,
    contact_mobile       text        NOT NULL,
    phone                text,
    email                text        NOT NULL DEFAULT '',
    qualification        text        NOT NULL,
    state                text        NOT NULL,
    -- The application that it comes from, and whether its code was accepted there against the check.
    registered_by        text,
    code_accepted        boolean     NOT NULL DEFAULT false,
    created_at           timestamptz NOT NULL,
    version              integer     NOT NULL,
    CONSTRAINT pk_enterprise PRIMARY KEY (id),
    CONSTRAINT fk_enterprise_organisation
        FOREIGN KEY (id, name) REFERENCES organisation (id, name) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_enterprise_district FOREIGN KEY (district_id) REFERENCES district_centre (id),
    CONSTRAINT fk_enterprise_registration FOREIGN KEY (registered_by) REFERENCES application (number),
    CONSTRAINT uq_enterprise_credit_code UNIQUE (credit_code),
    CONSTRAINT uq_enterprise_registration UNIQUE (registered_by),
    -- The alphabet of GB 32100-2015: stored in one spelling only, so that the unique constraint sees every double.
    CONSTRAINT ck_enterprise_credit_code CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'),
    CONSTRAINT ck_enterprise_name CHECK (char_length(name) BETWEEN 2 AND 100),
    CONSTRAINT ck_enterprise_keys CHECK (char_length(name_key) BETWEEN 1 AND 300 AND char_length(search_key) <= 1000
        AND char_length(sort_key) BETWEEN 1 AND 1000),
    CONSTRAINT ck_enterprise_people CHECK (
        char_length(legal_representative) BETWEEN 1 AND 50 AND char_length(contact_name) BETWEEN 1 AND 50),
    CONSTRAINT ck_enterprise_addresses CHECK (
        char_length(registered_address) <= 200 AND char_length(office_address) <= 200),
    CONSTRAINT ck_enterprise_contact_mobile CHECK (contact_mobile ~ '^1[3-9][0-9]{9}$'),
    CONSTRAINT ck_enterprise_phone CHECK (char_length(phone) BETWEEN 7 AND 30),
    CONSTRAINT ck_enterprise_email CHECK (char_length(email) <= 254),
    CONSTRAINT ck_enterprise_qualification CHECK (qualification IN ('QUALIFIED', 'UNQUALIFIED')),
    CONSTRAINT ck_enterprise_state CHECK (state IN ('ACTIVE', 'DISABLED')),
    CONSTRAINT ck_enterprise_registered CHECK (
        qualification = 'QUALIFIED'
        OR (district_id IS NOT NULL AND legal_representative IS NOT NULL AND registered_address <> ''))
);
-- Companies are some thousands: measured at ten times that, reading the names through answers in a fifth of a second at most,
-- while an index of characters takes most of a second where the word is frequent.
CREATE INDEX ix_enterprise_name ON enterprise (name_key);
CREATE INDEX ix_enterprise_order ON enterprise (sort_key, id);
CREATE INDEX ix_enterprise_district_order ON enterprise (district_id, sort_key, id);
-- The few that are disabled are found without reading the many that are not.
CREATE INDEX ix_enterprise_disabled ON enterprise (sort_key, id) WHERE state = 'DISABLED';

-- A company registered here without qualification that turns up in the city's directory: its district confirms that both are
-- one, or not.
CREATE TABLE enterprise_match (
    id                 uuid        NOT NULL,
    enterprise_id      uuid        NOT NULL,
    -- What the directory said when the match was found or last seen to have changed.
    directory_name     text        NOT NULL,
    directory_district text        NOT NULL DEFAULT '',
    username           text        NOT NULL,
    person             text        NOT NULL,
    mobile             text,
    -- What was registered here when it was decided: confirming renames the record.
    registered_name    text,
    state              text        NOT NULL,
    found_at           timestamptz NOT NULL,
    reason             text        NOT NULL DEFAULT '',
    decided_at         timestamptz,
    decided_by         text,
    version            integer     NOT NULL,
    CONSTRAINT pk_enterprise_match PRIMARY KEY (id),
    CONSTRAINT fk_enterprise_match_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    CONSTRAINT ck_enterprise_match_state CHECK (state IN ('OPEN', 'CONFIRMED', 'REJECTED')),
    CONSTRAINT ck_enterprise_match_decided CHECK (
        (state = 'OPEN') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)
        AND (state <> 'REJECTED' OR reason <> '')),
    CONSTRAINT ck_enterprise_match_lengths CHECK (
        char_length(directory_name) BETWEEN 1 AND 200 AND char_length(person) BETWEEN 1 AND 60 AND char_length(reason) <= 500),
    CONSTRAINT ck_enterprise_match_directory_lengths CHECK (
        char_length(directory_district) <= 100 AND char_length(mobile) <= 20 AND char_length(registered_name) <= 200)
);
CREATE UNIQUE INDEX uq_enterprise_match_one_open ON enterprise_match (enterprise_id) WHERE state = 'OPEN';
CREATE INDEX ix_enterprise_match_enterprise ON enterprise_match (enterprise_id, found_at);
CREATE INDEX ix_enterprise_match_state ON enterprise_match (state, found_at, id);

-- Runs of the refresh of qualified companies and their people from the city's directory, nightly or on demand.
CREATE TABLE shared_refresh (
    id         uuid        NOT NULL,
    state      text        NOT NULL,
    started_by text        NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    -- What it found, and what it could not do.
    people     integer     NOT NULL DEFAULT 0,
    changed    integer     NOT NULL DEFAULT 0,
    gone       integer     NOT NULL DEFAULT 0,
    matches    integer     NOT NULL DEFAULT 0,
    collisions integer     NOT NULL DEFAULT 0,
    failures   integer     NOT NULL DEFAULT 0,
    -- How many people it would have disabled, where that is more than may go without the administrator's word; and how many may.
    held       integer     NOT NULL DEFAULT 0,
    may_go     integer     NOT NULL DEFAULT 0,
    failure    text        NOT NULL DEFAULT '',
    CONSTRAINT pk_shared_refresh PRIMARY KEY (id),
    CONSTRAINT ck_shared_refresh_state CHECK (state IN ('RUNNING', 'DONE', 'HELD', 'FAILED')),
    CONSTRAINT ck_shared_refresh_ended CHECK ((state = 'RUNNING') = (ended_at IS NULL)),
    CONSTRAINT ck_shared_refresh_held CHECK (state <> 'HELD' OR held > 0),
    CONSTRAINT ck_shared_refresh_failure CHECK ((state = 'FAILED') = (failure <> ''))
);
CREATE UNIQUE INDEX uq_shared_refresh_one_running ON shared_refresh (state) WHERE state = 'RUNNING';
CREATE INDEX ix_shared_refresh_started ON shared_refresh (started_at DESC);
