-- Typed text and scans on their way to a submission. The owner is the hash of an unguessable cookie, or an operator.
CREATE TABLE application_draft (
    id             uuid        NOT NULL,
    owner          text        NOT NULL,
    kind           text        NOT NULL,
    number         text,
    form           jsonb       NOT NULL,
    created_at     timestamptz NOT NULL,
    changed_at     timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,
    -- After the submission: where a resent form lands, and the 回执码 until the receipt has shown it.
    submitted_number text,
    receipt_token  text,
    receipt_code   text,
    CONSTRAINT pk_application_draft PRIMARY KEY (id),
    CONSTRAINT fk_application_draft_number FOREIGN KEY (number) REFERENCES application (number) ON DELETE CASCADE,
    CONSTRAINT fk_application_draft_submitted FOREIGN KEY (submitted_number) REFERENCES application (number) ON DELETE CASCADE,
    CONSTRAINT ck_application_draft_owner CHECK (owner ~ '^(cookie|operator):[0-9a-f-]{36,64}$'),
    CONSTRAINT ck_application_draft_receipt CHECK ((submitted_number IS NULL) = (receipt_token IS NULL)),
    CONSTRAINT ck_application_draft_code CHECK (receipt_code IS NULL OR submitted_number IS NOT NULL)
);
CREATE UNIQUE INDEX uq_application_draft_open ON application_draft (owner, kind, coalesce(number, '')) WHERE submitted_number IS NULL;
CREATE INDEX ix_application_draft_owner ON application_draft (owner, kind, changed_at);
CREATE INDEX ix_application_draft_expiry ON application_draft (expires_at);
CREATE INDEX ix_application_draft_token ON application_draft (receipt_token) WHERE receipt_token IS NOT NULL;

CREATE TABLE application_draft_file (
    draft_id      uuid NOT NULL,
    attachment_id uuid NOT NULL,
    slot          text NOT NULL,
    added         bigint GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT pk_application_draft_file PRIMARY KEY (draft_id, attachment_id),
    CONSTRAINT fk_application_draft_file_draft FOREIGN KEY (draft_id) REFERENCES application_draft ON DELETE CASCADE
);
CREATE INDEX ix_application_draft_file_attachment ON application_draft_file (attachment_id);

-- Receipt links carry an unguessable token, kept as a hash.
CREATE TABLE application_receipt (
    token_hash text        NOT NULL,
    number     text        NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT pk_application_receipt PRIMARY KEY (token_hash),
    CONSTRAINT fk_application_receipt_application FOREIGN KEY (number) REFERENCES application ON DELETE CASCADE
);
CREATE INDEX ix_application_receipt_expiry ON application_receipt (expires_at);
CREATE INDEX ix_application_receipt_number ON application_receipt (number);
