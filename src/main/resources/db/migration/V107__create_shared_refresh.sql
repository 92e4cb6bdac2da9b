-- Runs of the refresh of qualified companies and their people from the city's directory, nightly or on demand.
CREATE TABLE shared_refresh (
    id         uuid        NOT NULL,
    state      text        NOT NULL,
    started_by text        NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    people     integer     NOT NULL DEFAULT 0,
    changed    integer     NOT NULL DEFAULT 0,
    gone       integer     NOT NULL DEFAULT 0,
    matches    integer     NOT NULL DEFAULT 0,
    failure    text        NOT NULL DEFAULT '',
    CONSTRAINT pk_shared_refresh PRIMARY KEY (id),
    CONSTRAINT ck_shared_refresh_state CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
    CONSTRAINT ck_shared_refresh_ended CHECK ((state = 'RUNNING') = (ended_at IS NULL)),
    CONSTRAINT ck_shared_refresh_failure CHECK ((state = 'FAILED') = (failure <> ''))
);
CREATE UNIQUE INDEX uq_shared_refresh_one_running ON shared_refresh (state) WHERE state = 'RUNNING';
CREATE INDEX ix_shared_refresh_started ON shared_refresh (started_at DESC);
