-- Wrong 回执码 are counted apart for each address, and for the browser that submitted: who guesses slows nobody else down.
-- The application counts them all, for no code is guessed at without end.
ALTER TABLE application DROP COLUMN code_blocked_until;
ALTER TABLE application RENAME COLUMN code_failures TO code_tries;
CREATE TABLE application_code_try (
    number        text        NOT NULL,
    counter       text        NOT NULL,
    tries         integer     NOT NULL,
    tried_at      timestamptz NOT NULL,
    blocked_until timestamptz,
    CONSTRAINT pk_application_code_try PRIMARY KEY (number, counter),
    CONSTRAINT fk_application_code_try_application FOREIGN KEY (number) REFERENCES application ON DELETE CASCADE,
    CONSTRAINT ck_application_code_try_counter CHECK (char_length(counter) BETWEEN 1 AND 100),
    CONSTRAINT ck_application_code_try_tries CHECK (tries >= 1)
);
CREATE INDEX ix_application_code_try_tried ON application_code_try (tried_at);
