-- Named people with user names. A row is never deleted: a user name is never given to anybody else.
CREATE TABLE operator (
    id                  uuid        NOT NULL,
    username            text        NOT NULL,
    person_name         text        NOT NULL,
    mobile              text        NOT NULL,
    org_type            text        NOT NULL,
    org_id              uuid        NOT NULL,
    role                text        NOT NULL,
    password_source     text        NOT NULL DEFAULT 'LOCAL',
    state               text        NOT NULL,
    password_hash       text,
    password_changed_at timestamptz,
    code_hash           text,
    code_expires_at     timestamptz,
    code_failures       integer     NOT NULL DEFAULT 0,
    code_blocked_until  timestamptz,
    session_epoch       integer     NOT NULL DEFAULT 0,
    created_at          timestamptz NOT NULL,
    issued_at           timestamptz NOT NULL,
    last_sign_in_at     timestamptz,
    version             integer     NOT NULL,
    CONSTRAINT pk_operator PRIMARY KEY (id),
    CONSTRAINT uq_operator_username UNIQUE (username),
    CONSTRAINT ck_operator_username CHECK (username ~ '^[a-z][a-z0-9-]{1,39}$'),
    CONSTRAINT ck_operator_mobile CHECK (mobile ~ '^1[3-9][0-9]{9}$'),
    CONSTRAINT ck_operator_person_name CHECK (char_length(person_name) BETWEEN 2 AND 50),
    CONSTRAINT ck_operator_source CHECK (password_source IN ('LOCAL', 'DIRECTORY')),
    CONSTRAINT ck_operator_state CHECK (state IN ('PENDING_ACTIVATION', 'ACTIVE', 'DISABLED')),
    CONSTRAINT ck_operator_role CHECK ((role, org_type) IN (
        ('MUNICIPAL_STAFF', 'MUNICIPAL_CENTRE'), ('SYSTEM_ADMIN', 'MUNICIPAL_CENTRE'), ('AUDITOR', 'MUNICIPAL_CENTRE'),
        ('DISTRICT_STAFF', 'DISTRICT_CENTRE'), ('ENTERPRISE_OPERATOR', 'ENTERPRISE'), ('OFFICE_OPERATOR', 'OFFICE'),
        ('COMMITTEE_OPERATOR', 'COMMITTEE'))),
    -- A password of its own and a code for getting one exclude each other; no password of the directory is ever kept.
    CONSTRAINT ck_operator_secrets CHECK (
        CASE state
            WHEN 'PENDING_ACTIVATION' THEN password_hash IS NULL AND password_source = 'LOCAL'
            WHEN 'ACTIVE' THEN code_hash IS NULL AND (password_hash IS NOT NULL) = (password_source = 'LOCAL')
            ELSE true
        END),
    CONSTRAINT ck_operator_code CHECK ((code_hash IS NULL) = (code_expires_at IS NULL))
);
CREATE INDEX ix_operator_organisation ON operator (org_type, org_id, created_at);
CREATE INDEX ix_operator_username_prefix ON operator (username text_pattern_ops);
CREATE INDEX ix_operator_mobile ON operator (mobile);
CREATE INDEX ix_operator_unactivated ON operator (issued_at) WHERE state = 'PENDING_ACTIVATION';
