-- Scans of paper documents. The content stands apart, so that lists never touch it; uncompressed (PDF, JPEG and PNG are
-- compressed already), so that a piece of it can be read without the rest.
CREATE TABLE attachment (
    id           uuid        NOT NULL,
    created_at   timestamptz NOT NULL,
    filename     text        NOT NULL,
    content_type text        NOT NULL,
    size         bigint      NOT NULL,
    sha256       bytea       NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY (id),
    CONSTRAINT ck_attachment_filename CHECK (char_length(filename) BETWEEN 1 AND 120),
    CONSTRAINT ck_attachment_content_type CHECK (content_type IN ('application/pdf', 'image/jpeg', 'image/png')),
    CONSTRAINT ck_attachment_size CHECK (size > 0),
    CONSTRAINT ck_attachment_sha256 CHECK (octet_length(sha256) = 32)
);

-- The job that removes what nothing refers to walks along this.
CREATE INDEX ix_attachment_created ON attachment (created_at, id);

CREATE TABLE attachment_content (
    attachment_id uuid                   NOT NULL,
    content       bytea STORAGE EXTERNAL NOT NULL,
    CONSTRAINT pk_attachment_content PRIMARY KEY (attachment_id),
    CONSTRAINT fk_attachment_content_attachment FOREIGN KEY (attachment_id) REFERENCES attachment (id) ON DELETE CASCADE
);

-- What a scan is called and how large it is: published to the other modules.
CREATE VIEW stored_attachment AS SELECT id, filename, content_type, size FROM attachment;
