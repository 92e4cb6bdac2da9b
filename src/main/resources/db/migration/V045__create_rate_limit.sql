-- What an address used of a limit in a window of time. Unlogged: a crash may forget it.
CREATE UNLOGGED TABLE rate_limit (
    name         text        NOT NULL,
    address      text        NOT NULL,
    window_start timestamptz NOT NULL,
    window_end   timestamptz NOT NULL,
    used         bigint      NOT NULL,
    CONSTRAINT pk_rate_limit PRIMARY KEY (name, address, window_start),
    CONSTRAINT ck_rate_limit_window CHECK (window_end > window_start)
);
CREATE INDEX ix_rate_limit_end ON rate_limit (window_end);
