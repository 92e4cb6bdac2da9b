-- A form that makes or renews accounts is answered with its slips once; sent again it must make nobody twice.
CREATE TABLE operator_submission (
    id           uuid        NOT NULL,
    submitted_at timestamptz NOT NULL,
    CONSTRAINT pk_operator_submission PRIMARY KEY (id)
);
CREATE INDEX ix_operator_submission_at ON operator_submission (submitted_at);
