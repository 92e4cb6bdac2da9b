-- Named people with user names. A row is never deleted: a user name is never given to anybody else.
CREATE TABLE operator (
    id                  uuid        NOT NULL,
    username            text        NOT NULL,
    person_name         text        NOT NULL,
    -- The name's place among names, its surname read as surnames are.
    sort_key            text        COLLATE "C" NOT NULL,
    -- User name and name in the one writing of searches, and how the name sounds.
    search_key          text        NOT NULL,
    mobile              text        NOT NULL,
    org_type            text        NOT NULL,
    org_id              uuid        NOT NULL,
    role                text        NOT NULL,
    password_source     text        NOT NULL DEFAULT 'LOCAL',
    state               text        NOT NULL,
    -- Whom the directory disabled it may bring back; whom we disabled it may not.
    directory_gone_at   timestamptz,
    password_hash       text,
    password_changed_at timestamptz,
    code_hash           text,
    code_expires_at     timestamptz,
    session_epoch       integer     NOT NULL DEFAULT 0,
    -- Counts the full sessions of an account: with one session per account the latest is the one that lives, also of two that
    -- begin at the same moment.
    session_number      integer     NOT NULL DEFAULT 0,
    created_at          timestamptz NOT NULL,
    issued_at           timestamptz NOT NULL,
    -- When the first password of one's own was set.
    activated_at        timestamptz,
    last_sign_in_at     timestamptz,
    version             integer     NOT NULL,
    CONSTRAINT pk_operator PRIMARY KEY (id),
    CONSTRAINT fk_operator_organisation FOREIGN KEY (org_type, org_id) REFERENCES organisation (type, id),
    CONSTRAINT uq_operator_username UNIQUE (username),
    -- People of the 物业管理信息系统 keep the user names they have there, which may begin with a digit or hold . _ @
    CONSTRAINT ck_operator_username CHECK (
        username ~ CASE password_source WHEN 'LOCAL' THEN '^[a-z][a-z0-9-]{1,39}$' ELSE '^[a-z0-9][a-z0-9._@-]{1,39}$' END),
    CONSTRAINT ck_operator_mobile CHECK (mobile ~ '^1[3-9][0-9]{9}$'),
    CONSTRAINT ck_operator_person_name CHECK (char_length(person_name) BETWEEN 2 AND 50),
    CONSTRAINT ck_operator_sort_key CHECK (char_length(sort_key) BETWEEN 1 AND 1000),
    CONSTRAINT ck_operator_search_key CHECK (char_length(search_key) BETWEEN 1 AND 500),
    CONSTRAINT ck_operator_source CHECK (password_source IN ('LOCAL', 'DIRECTORY')),
    CONSTRAINT ck_operator_state CHECK (state IN ('PENDING_ACTIVATION', 'ACTIVE', 'DISABLED')),
    CONSTRAINT ck_operator_role CHECK ((role, org_type) IN (
        ('MUNICIPAL_STAFF', 'MUNICIPAL_CENTRE'), ('SYSTEM_ADMIN', 'MUNICIPAL_CENTRE'), ('AUDITOR', 'MUNICIPAL_CENTRE'),
        ('DISTRICT_STAFF', 'DISTRICT_CENTRE'), ('ENTERPRISE_OPERATOR', 'ENTERPRISE'), ('OFFICE_OPERATOR', 'OFFICE'),
        ('COMMITTEE_OPERATOR', 'COMMITTEE'))),
    CONSTRAINT ck_operator_directory_role CHECK (password_source = 'LOCAL' OR role = 'ENTERPRISE_OPERATOR'),
    CONSTRAINT ck_operator_directory_gone CHECK (
        directory_gone_at IS NULL OR (password_source = 'DIRECTORY' AND state = 'DISABLED')),
    -- A password of its own and a code for getting one exclude each other; no password of the directory is ever kept.
    CONSTRAINT ck_operator_secrets CHECK (
        CASE state
            WHEN 'PENDING_ACTIVATION' THEN password_hash IS NULL AND password_source = 'LOCAL'
            WHEN 'ACTIVE' THEN code_hash IS NULL AND (password_hash IS NOT NULL) = (password_source = 'LOCAL')
            ELSE true
        END),
    -- No secret of somebody of the directory is ever kept, whatever the state.
    CONSTRAINT ck_operator_directory_secrets CHECK (
        password_source = 'LOCAL' OR (password_hash IS NULL AND code_hash IS NULL)),
    CONSTRAINT ck_operator_code CHECK ((code_hash IS NULL) = (code_expires_at IS NULL))
);
CREATE INDEX ix_operator_organisation ON operator (org_type, org_id, created_at);
CREATE INDEX ix_operator_order ON operator (sort_key, id);
CREATE INDEX ix_operator_username_prefix ON operator (username text_pattern_ops);
CREATE INDEX ix_operator_mobile ON operator (mobile);
CREATE INDEX ix_operator_unactivated ON operator (issued_at) WHERE state = 'PENDING_ACTIVATION';
CREATE INDEX ix_operator_last_sign_in ON operator (last_sign_in_at) WHERE state = 'ACTIVE';
CREATE INDEX ix_operator_directory ON operator (username) WHERE password_source = 'DIRECTORY';

-- Of which organisation people are, and their mobiles, but for those whose account is disabled: published to the other modules.
CREATE VIEW person_in_use AS SELECT org_type, org_id, mobile FROM operator WHERE state <> 'DISABLED';

-- A form that makes or renews accounts is answered with its slips once; sent again it must make nobody twice.
CREATE TABLE operator_submission (
    id           uuid        NOT NULL,
    submitted_at timestamptz NOT NULL,
    CONSTRAINT pk_operator_submission PRIMARY KEY (id)
);
CREATE INDEX ix_operator_submission_at ON operator_submission (submitted_at);

-- The people whom an organisation named for user names, whatever its kind, so that they can be created later too.
CREATE TABLE proposed_operator (
    organisation_id uuid    NOT NULL,
    position        integer NOT NULL,
    name            text    NOT NULL,
    mobile          text    NOT NULL,
    CONSTRAINT pk_proposed_operator PRIMARY KEY (organisation_id, position),
    CONSTRAINT fk_proposed_operator_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
    CONSTRAINT ck_proposed_operator_name CHECK (char_length(name) BETWEEN 1 AND 60),
    CONSTRAINT ck_proposed_operator_mobile CHECK (mobile ~ '^1[3-9][0-9]{9}$')
);

-- User names of the city's directory as the last refresh saw them: local accounts can't take them. One that is a local
-- account's already is a collision. With each its company, so that whoever decides something in a transaction looks here and
-- never waits for the directory.
CREATE TABLE directory_name (
    username       text        NOT NULL,
    company_name   text        NOT NULL,
    -- Null: the company was gone when it was asked for.
    credit_code    text,
    first_seen_at  timestamptz NOT NULL,
    collision_told boolean     NOT NULL DEFAULT false,
    CONSTRAINT pk_directory_name PRIMARY KEY (username),
    CONSTRAINT ck_directory_name_username CHECK (username ~ '^[a-z0-9][a-z0-9._@-]{1,39}$'),
    CONSTRAINT ck_directory_name_credit_code CHECK (credit_code ~ '^[0-9A-Z]{18}$')
);
CREATE INDEX ix_directory_name_prefix ON directory_name (username text_pattern_ops);
CREATE INDEX ix_directory_name_credit_code ON directory_name (credit_code);

-- Keys this server signs with, made at the first start.
CREATE TABLE server_key (
    name  text  NOT NULL,
    value bytea NOT NULL,
    CONSTRAINT pk_server_key PRIMARY KEY (name),
    CONSTRAINT ck_server_key_length CHECK (octet_length(value) = 32)
);
