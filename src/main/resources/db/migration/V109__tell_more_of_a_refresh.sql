-- A run of the refresh says that it is alive, so that another instance knows when to take over; what it found and could not
-- do; and how many people it would have disabled, where that is more than may go without the administrator's word.
ALTER TABLE shared_refresh
    ADD COLUMN nightly    boolean     NOT NULL DEFAULT false,
    ADD COLUMN alive_at   timestamptz,
    ADD COLUMN collisions integer     NOT NULL DEFAULT 0,
    ADD COLUMN failures   integer     NOT NULL DEFAULT 0,
    ADD COLUMN held       integer     NOT NULL DEFAULT 0,
    ADD COLUMN may_go     integer     NOT NULL DEFAULT 0;
ALTER TABLE shared_refresh DROP CONSTRAINT ck_shared_refresh_state;
ALTER TABLE shared_refresh ADD CONSTRAINT ck_shared_refresh_state CHECK (state IN ('RUNNING', 'DONE', 'HELD', 'FAILED'));
ALTER TABLE shared_refresh ADD CONSTRAINT ck_shared_refresh_held CHECK (state <> 'HELD' OR held > 0);
CREATE INDEX ix_shared_refresh_nightly ON shared_refresh (started_at) WHERE nightly;
