-- Notices to the public (通知公告). One that was never published is a draft; whether the public sees a published one depends on
-- the day.
CREATE SEQUENCE notice_number AS integer;

CREATE TABLE notice (
    number          integer     NOT NULL,
    submission      uuid        NOT NULL,
    title           text        NOT NULL,
    body            text        NOT NULL,
    shown_from      date,
    shown_until     date,
    pinned          boolean     NOT NULL,
    published_at    timestamptz,
    taken_down_at   timestamptz,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    changed_by      uuid        NOT NULL,
    changed_by_name text        NOT NULL,
    version         integer     NOT NULL,
    CONSTRAINT pk_notice PRIMARY KEY (number),
    -- A form sent twice makes one.
    CONSTRAINT uq_notice_submission UNIQUE (submission),
    CONSTRAINT ck_notice_number CHECK (number > 0),
    CONSTRAINT ck_notice_title CHECK (char_length(title) BETWEEN 2 AND 100),
    CONSTRAINT ck_notice_body CHECK (char_length(body) BETWEEN 1 AND 20000),
    CONSTRAINT ck_notice_shown CHECK (shown_until >= shown_from),
    CONSTRAINT ck_notice_published CHECK (published_at IS NULL OR shown_from IS NOT NULL),
    CONSTRAINT ck_notice_taken_down CHECK (taken_down_at >= published_at OR taken_down_at IS NULL),
    CONSTRAINT ck_notice_taken_down_was_published CHECK (taken_down_at IS NULL OR published_at IS NOT NULL),
    CONSTRAINT ck_notice_pinned CHECK (NOT pinned OR (published_at IS NOT NULL AND taken_down_at IS NULL)),
    CONSTRAINT ck_notice_changed CHECK (changed_at >= created_at AND char_length(changed_by_name) BETWEEN 1 AND 50)
);
-- What the public sees: the pinned ones first, then the newest, in keyset pages.
CREATE INDEX ix_notice_board ON notice ((CAST(pinned AS integer)), shown_from, number)
    WHERE published_at IS NOT NULL AND taken_down_at IS NULL;

-- Its files; as long as one is here it stays.
CREATE TABLE notice_file (
    number        integer                             NOT NULL,
    attachment_id uuid                                NOT NULL,
    added         integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    CONSTRAINT pk_notice_file PRIMARY KEY (number, attachment_id),
    CONSTRAINT fk_notice_file_notice FOREIGN KEY (number) REFERENCES notice (number) ON DELETE CASCADE,
    CONSTRAINT fk_notice_file_attachment FOREIGN KEY (attachment_id) REFERENCES attachment (id)
);
-- Who may see a file, and whether it is in use, is asked by the file.
CREATE INDEX ix_notice_file_attachment ON notice_file (attachment_id);
