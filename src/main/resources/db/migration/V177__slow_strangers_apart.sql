-- Wrong 激活码 are counted like wrong passwords, apart for each session: who guesses slows nobody else down. The address
-- bounds how many sessions there are counters for (null for the counters of passwords).
ALTER TABLE sign_in_throttle ADD COLUMN address text;
CREATE INDEX ix_sign_in_throttle_address ON sign_in_throttle (subject, address) WHERE address IS NOT NULL;
ALTER TABLE operator DROP COLUMN code_failures, DROP COLUMN code_blocked_until;

-- Which user names failed from an address lately: a whole office may share one address, a guesser tries many names. The
-- subject is the one of sign_in_throttle.
CREATE TABLE sign_in_failure (
    address   text        NOT NULL,
    subject   text        NOT NULL,
    failed_at timestamptz NOT NULL,
    CONSTRAINT pk_sign_in_failure PRIMARY KEY (address, subject)
);
CREATE INDEX ix_sign_in_failure_failed ON sign_in_failure (failed_at);
