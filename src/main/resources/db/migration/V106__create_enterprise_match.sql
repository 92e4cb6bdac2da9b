-- A company registered here without qualification that turns up in the city's directory: its district confirms that both are
-- one, or not.
CREATE TABLE enterprise_match (
    id             uuid        NOT NULL,
    enterprise_id  uuid        NOT NULL,
    directory_name text        NOT NULL,
    username       text        NOT NULL,
    person         text        NOT NULL,
    state          text        NOT NULL,
    found_at       timestamptz NOT NULL,
    reason         text        NOT NULL DEFAULT '',
    decided_at     timestamptz,
    decided_by     text,
    version        integer     NOT NULL,
    CONSTRAINT pk_enterprise_match PRIMARY KEY (id),
    CONSTRAINT fk_enterprise_match_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    CONSTRAINT ck_enterprise_match_state CHECK (state IN ('OPEN', 'CONFIRMED', 'REJECTED')),
    CONSTRAINT ck_enterprise_match_decided CHECK (
        (state = 'OPEN') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL)
        AND (state <> 'REJECTED' OR reason <> '')),
    CONSTRAINT ck_enterprise_match_lengths CHECK (
        char_length(directory_name) BETWEEN 1 AND 200 AND char_length(person) BETWEEN 1 AND 60 AND char_length(reason) <= 500)
);
CREATE UNIQUE INDEX uq_enterprise_match_one_open ON enterprise_match (enterprise_id) WHERE state = 'OPEN';
CREATE INDEX ix_enterprise_match_enterprise ON enterprise_match (enterprise_id, found_at);
