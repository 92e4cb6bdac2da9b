-- Guesses at an account, counted apart for each browser that has signed in to it before and together for all others
-- (device ''). The subject is a hash of the user name, so that names nobody has are treated the same.
CREATE TABLE sign_in_throttle (
    subject       text        NOT NULL,
    device        text        NOT NULL,
    attempts      integer     NOT NULL,
    blocked_until timestamptz,
    touched_at    timestamptz NOT NULL,
    CONSTRAINT pk_sign_in_throttle PRIMARY KEY (subject, device),
    CONSTRAINT ck_sign_in_throttle_attempts CHECK (attempts > 0)
);
CREATE INDEX ix_sign_in_throttle_touched ON sign_in_throttle (touched_at);

-- Keys this server signs with, made at the first start.
CREATE TABLE server_key (
    name  text  NOT NULL,
    value bytea NOT NULL,
    CONSTRAINT pk_server_key PRIMARY KEY (name),
    CONSTRAINT ck_server_key_length CHECK (octet_length(value) = 32)
);
