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

-- Guesses at whatever secret, counted apart for each guesser and slowed down, not locked out. The subject is a hash of what is
-- guessed at, so that names nobody has are treated the same; the counter '' is that of all strangers together. The network
-- bounds how many counters of its own it gets (null where it doesn't). For ADDRESS the subject is the address, and each counter
-- a user name that failed from there.
CREATE TABLE throttle (
    purpose       text        NOT NULL,
    subject       text        NOT NULL,
    counter       text        NOT NULL,
    network       text,
    attempts      integer     NOT NULL,
    blocked_until timestamptz,
    touched_at    timestamptz NOT NULL,
    CONSTRAINT pk_throttle PRIMARY KEY (purpose, subject, counter),
    CONSTRAINT ck_throttle_purpose CHECK (purpose IN ('PASSWORD', 'ACTIVATION_CODE', 'RECEIPT_CODE', 'LOOK_UP_CODE', 'PAPER_CODE', 'ADDRESS')),
    CONSTRAINT ck_throttle_attempts CHECK (attempts > 0)
);
CREATE INDEX ix_throttle_touched ON throttle (purpose, touched_at);
CREATE INDEX ix_throttle_network ON throttle (subject, network) WHERE network IS NOT NULL;
