-- One table for the one life of all five kinds of application. What differs between kinds is the details of each round.
CREATE TABLE application (
    number            text        NOT NULL,
    kind              text        NOT NULL,
    status            text        NOT NULL,
    round             integer     NOT NULL,
    subject_id        uuid        NOT NULL,
    district_id       uuid        NOT NULL,
    street_id         uuid,
    title             text        NOT NULL,
    tag               text,
    contact_name      text        NOT NULL,
    contact_mobile    text        NOT NULL,
    search_key        text        NOT NULL,
    applicant_type    text,
    applicant_id      uuid,
    entered_by        uuid,
    first_submitted_at timestamptz NOT NULL,
    submitted_at      timestamptz NOT NULL,
    due_on            date        NOT NULL,
    decided_at        timestamptz,
    decided_by        uuid,
    told_at           timestamptz,
    closed_at         timestamptz,
    code_hash         text,
    code_failures     integer     NOT NULL DEFAULT 0,
    code_blocked_until timestamptz,
    changed_at        timestamptz NOT NULL,
    version           integer     NOT NULL,
    CONSTRAINT pk_application PRIMARY KEY (number),
    CONSTRAINT ck_application_number CHECK (number ~ '^[A-Z]{2}[0-9]{8}-[0-9]{4,6}$'),
    CONSTRAINT ck_application_kind CHECK (
        (kind, left(number, 2)) IN (
            ('COMMITTEE_REGISTRATION', 'YW'), ('ENTERPRISE_REGISTRATION', 'WG'), ('COMMITTEE_CHANGE', 'BG'),
            ('ASSOCIATION', 'GL'), ('AREA_APPLICATION', 'SQ'))),
    CONSTRAINT ck_application_status CHECK (
        status IN ('PENDING', 'RETURNED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
    -- A decision has a time and a person; an application under way has neither.
    CONSTRAINT ck_application_decided CHECK (
        CASE status
            WHEN 'PENDING' THEN decided_at IS NULL AND decided_by IS NULL
            WHEN 'RETURNED' THEN decided_at IS NOT NULL AND decided_by IS NOT NULL
            WHEN 'APPROVED' THEN decided_at IS NOT NULL AND decided_by IS NOT NULL
            WHEN 'REFUSED' THEN decided_at IS NOT NULL AND decided_by IS NOT NULL
            ELSE true
        END),
    CONSTRAINT ck_application_closed CHECK ((status IN ('PENDING', 'RETURNED')) = (closed_at IS NULL)),
    CONSTRAINT ck_application_told CHECK (told_at IS NULL OR decided_at IS NOT NULL),
    CONSTRAINT ck_application_not_decided_by_who_entered CHECK (decided_by IS NULL OR entered_by IS NULL OR decided_by <> entered_by),
    CONSTRAINT ck_application_applicant CHECK ((applicant_type IS NULL) = (applicant_id IS NULL)),
    CONSTRAINT ck_application_round CHECK (round >= 1),
    CONSTRAINT ck_application_order CHECK (submitted_at >= first_submitted_at),
    CONSTRAINT ck_application_lengths CHECK (
        char_length(title) BETWEEN 1 AND 200 AND char_length(contact_name) BETWEEN 1 AND 100
        AND contact_mobile ~ '^1[3-9][0-9]{9}$' AND char_length(search_key) <= 1000 AND char_length(coalesce(tag, '')) <= 40)
);

-- The one-pending rule: only 待审核 blocks a second application for the same subject.
CREATE UNIQUE INDEX uq_application_one_pending_per_subject ON application (kind, subject_id) WHERE status = 'PENDING';
-- Queues: a district's tab, oldest first, by keyset.
CREATE INDEX ix_application_queue ON application (district_id, kind, status, submitted_at, number);
CREATE INDEX ix_application_queue_all ON application (district_id, kind, submitted_at, number);
CREATE INDEX ix_application_untold ON application (district_id, decided_at)
    WHERE told_at IS NULL AND status IN ('APPROVED', 'RETURNED', 'REFUSED');
CREATE INDEX ix_application_applicant ON application (applicant_type, applicant_id, first_submitted_at) WHERE applicant_id IS NOT NULL;
CREATE INDEX ix_application_lapsing ON application (changed_at) WHERE status = 'RETURNED';
CREATE INDEX ix_application_retention ON application (closed_at) WHERE status IN ('REFUSED', 'WITHDRAWN', 'LAPSED');
CREATE INDEX ix_application_subject ON application (subject_id);
CREATE INDEX ix_application_contact_mobile ON application (contact_mobile);

-- What was submitted, round by round, as it was.
CREATE TABLE application_round (
    number       text        NOT NULL,
    round        integer     NOT NULL,
    details      jsonb       NOT NULL,
    submitted_at timestamptz NOT NULL,
    CONSTRAINT pk_application_round PRIMARY KEY (number, round),
    CONSTRAINT fk_application_round_application FOREIGN KEY (number) REFERENCES application ON DELETE CASCADE,
    CONSTRAINT ck_application_round_round CHECK (round >= 1)
);

CREATE TABLE application_file (
    number        text    NOT NULL,
    round         integer NOT NULL,
    position      integer NOT NULL,
    slot          text    NOT NULL,
    attachment_id uuid    NOT NULL,
    CONSTRAINT pk_application_file PRIMARY KEY (number, round, position),
    CONSTRAINT fk_application_file_round FOREIGN KEY (number, round) REFERENCES application_round ON DELETE CASCADE,
    CONSTRAINT ck_application_file_slot CHECK (char_length(slot) BETWEEN 1 AND 60)
);
CREATE INDEX ix_application_file_attachment ON application_file (attachment_id);

-- 办理记录. The transition table of ReviewAction once more, as a constraint.
CREATE TABLE application_entry (
    id                 bigint GENERATED ALWAYS AS IDENTITY,
    number             text        NOT NULL,
    round              integer     NOT NULL,
    action             text        NOT NULL,
    from_status        text,
    to_status          text        NOT NULL,
    at                 timestamptz NOT NULL,
    actor_id           uuid,
    actor_name         text        NOT NULL,
    actor_organisation text        NOT NULL,
    reasons            text[]      NOT NULL DEFAULT '{}',
    opinion            text        NOT NULL DEFAULT '',
    internal_remark    text        NOT NULL DEFAULT '',
    CONSTRAINT pk_application_entry PRIMARY KEY (id),
    CONSTRAINT fk_application_entry_application FOREIGN KEY (number) REFERENCES application ON DELETE CASCADE,
    CONSTRAINT ck_application_entry_transition CHECK (
        (action, coalesce(from_status, '-'), to_status) IN (
            ('SUBMIT', '-', 'PENDING'),
            ('RESUBMIT', 'RETURNED', 'PENDING'),
            ('APPROVE', 'PENDING', 'APPROVED'),
            ('RETURN', 'PENDING', 'RETURNED'),
            ('REFUSE', 'PENDING', 'REFUSED'),
            ('WITHDRAW', 'PENDING', 'WITHDRAWN'), ('WITHDRAW', 'RETURNED', 'WITHDRAWN'),
            ('LAPSE', 'RETURNED', 'LAPSED'),
            ('TELL', 'APPROVED', 'APPROVED'), ('TELL', 'RETURNED', 'RETURNED'), ('TELL', 'REFUSED', 'REFUSED'),
            ('REISSUE_CODE', 'PENDING', 'PENDING'), ('REISSUE_CODE', 'RETURNED', 'RETURNED'))),
    CONSTRAINT ck_application_entry_reason CHECK (
        action NOT IN ('RETURN', 'REFUSE') OR cardinality(reasons) > 0 OR opinion <> ''),
    CONSTRAINT ck_application_entry_lengths CHECK (
        char_length(opinion) <= 1000 AND char_length(internal_remark) <= 1000)
);
CREATE INDEX ix_application_entry_number ON application_entry (number, id);
CREATE INDEX ix_application_entry_at ON application_entry (at);

-- The running number of each kind and day.
CREATE TABLE application_counter (
    kind text    NOT NULL,
    day  date    NOT NULL,
    last integer NOT NULL,
    CONSTRAINT pk_application_counter PRIMARY KEY (kind, day)
);
