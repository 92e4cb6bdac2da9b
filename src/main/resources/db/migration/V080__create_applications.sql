-- One table for the one life of all kinds of application. What differs between kinds is the details of each round.
CREATE TABLE application (
    number             text        NOT NULL,
    kind               text        NOT NULL,
    status             text        NOT NULL,
    round              integer     NOT NULL,
    subject_id         uuid        NOT NULL,
    district_id        uuid        NOT NULL,
    street_id          uuid,
    title              text        NOT NULL,
    tag                text,
    contact_name       text        NOT NULL,
    contact_mobile     text        NOT NULL,
    search_key         text        NOT NULL,
    applicant_type     text,
    applicant_id       uuid,
    -- Who entered the current round under an account: that person decides none of it.
    entered_by         uuid,
    first_submitted_at timestamptz NOT NULL,
    submitted_at       timestamptz NOT NULL,
    -- In how many working days the round is to be decided, and when these are over: what people were told when they submitted.
    -- The day moves with the calendar as long as it waits.
    working_days       integer     NOT NULL,
    due_on             date        NOT NULL,
    -- The day before which the last round that was returned is to be mended.
    revise_by          date,
    decided_at         timestamptz,
    decided_by         uuid,
    notified_at        timestamptz,
    closed_at          timestamptz,
    code_hash          text,
    -- Wrong 回执码 from anywhere, all counted, for no code is guessed at without end.
    code_tries         integer     NOT NULL DEFAULT 0,
    changed_at         timestamptz NOT NULL,
    version            integer     NOT NULL,
    CONSTRAINT pk_application PRIMARY KEY (number),
    CONSTRAINT fk_application_applicant FOREIGN KEY (applicant_type, applicant_id) REFERENCES organisation (type, id),
    CONSTRAINT ck_application_number CHECK (number ~ '^[A-Z]{2}[0-9]{8}-[0-9]{4,6}$'),
    CONSTRAINT ck_application_kind CHECK (
        (kind, left(number, 2)) IN (
            ('COMMITTEE_REGISTRATION', 'YW'), ('ENTERPRISE_REGISTRATION', 'WG'), ('COMMITTEE_CHANGE', 'BG'),
            ('COMMITTEE_DISSOLUTION', 'ZX'), ('ASSOCIATION', 'GL'), ('ASSOCIATION_TERMINATION', 'JC'),
            ('AREA_APPLICATION', 'SQ'), ('COLLECTION_MANDATE', 'DS'), ('CHARGE_STANDARD', 'SB'))),
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
    CONSTRAINT ck_application_notified CHECK (notified_at IS NULL OR decided_at IS NOT NULL),
    CONSTRAINT ck_application_not_decided_by_who_entered CHECK (
        decided_by IS NULL OR entered_by IS NULL OR decided_by <> entered_by),
    CONSTRAINT ck_application_applicant CHECK ((applicant_type IS NULL) = (applicant_id IS NULL)),
    CONSTRAINT ck_application_round CHECK (round >= 1),
    CONSTRAINT ck_application_working_days CHECK (working_days BETWEEN 1 AND 60),
    CONSTRAINT ck_application_revise_by CHECK (status <> 'RETURNED' OR revise_by IS NOT NULL),
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
-- What a queue is searched for, with the tab in the index: a frequent text costs what the tab has of it, a rare one nothing.
CREATE INDEX ix_application_grams ON application USING gin (district_id, kind, status, grams(search_key))
    WITH (fastupdate = off);
-- All kinds together, page by page, for the lists behind figures.
CREATE INDEX ix_application_submitted ON application (submitted_at, number);
CREATE INDEX ix_application_unnotified ON application (district_id, kind, submitted_at, number)
    WHERE notified_at IS NULL AND status IN ('APPROVED', 'RETURNED', 'REFUSED');
CREATE INDEX ix_application_applicant ON application (applicant_type, applicant_id, first_submitted_at)
    WHERE applicant_id IS NOT NULL;
CREATE INDEX ix_application_lapsing ON application (revise_by) WHERE status = 'RETURNED';
CREATE INDEX ix_application_retention ON application (closed_at) WHERE status IN ('REFUSED', 'WITHDRAWN', 'LAPSED');
CREATE INDEX ix_application_subject ON application (subject_id);
-- What a district did this month: every submission and decision changes its application.
CREATE INDEX ix_application_changed ON application (district_id, changed_at) INCLUDE (number);
CREATE INDEX ix_application_contact_mobile ON application (contact_mobile);

-- What was submitted, round by round, as it was.
CREATE TABLE application_round (
    number       text        NOT NULL,
    round        integer     NOT NULL,
    details      jsonb       NOT NULL,
    submitted_at timestamptz NOT NULL,
    -- In how many working days it was to be decided, as people were told.
    working_days integer     NOT NULL,
    -- Who entered it under an account.
    entered_by   uuid,
    CONSTRAINT pk_application_round PRIMARY KEY (number, round),
    CONSTRAINT fk_application_round_application FOREIGN KEY (number) REFERENCES application ON DELETE CASCADE,
    CONSTRAINT ck_application_round_round CHECK (round >= 1),
    CONSTRAINT ck_application_round_working_days CHECK (working_days BETWEEN 1 AND 60)
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

-- 系统比对 as it was when a round was decided: later it would find the record that the approval made.
CREATE TABLE application_check (
    number   text    NOT NULL,
    round    integer NOT NULL,
    position integer NOT NULL,
    good     boolean NOT NULL,
    text     text    NOT NULL,
    href     text,
    CONSTRAINT pk_application_check PRIMARY KEY (number, round, position),
    CONSTRAINT fk_application_check_round FOREIGN KEY (number, round) REFERENCES application_round ON DELETE CASCADE
);

-- Which paper documents had come when a round was decided.
CREATE TABLE application_paper (
    number   text    NOT NULL,
    round    integer NOT NULL,
    position integer NOT NULL,
    document text    NOT NULL,
    received boolean NOT NULL,
    CONSTRAINT pk_application_paper PRIMARY KEY (number, round, position),
    CONSTRAINT fk_application_paper_round FOREIGN KEY (number, round) REFERENCES application_round ON DELETE CASCADE,
    CONSTRAINT ck_application_paper_document CHECK (char_length(document) BETWEEN 1 AND 200)
);

-- 容缺办理: paper documents that an approval didn't wait for, and when they came.
CREATE TABLE application_owed_paper (
    number      text        NOT NULL,
    position    integer     NOT NULL,
    document    text        NOT NULL,
    reason      text        NOT NULL,
    granted_at  timestamptz NOT NULL,
    received_at timestamptz,
    received_by uuid,
    CONSTRAINT pk_application_owed_paper PRIMARY KEY (number, position),
    CONSTRAINT fk_application_owed_paper_application FOREIGN KEY (number) REFERENCES application ON DELETE CASCADE,
    CONSTRAINT ck_application_owed_paper_lengths CHECK (
        char_length(document) BETWEEN 1 AND 200 AND char_length(reason) BETWEEN 1 AND 200),
    CONSTRAINT ck_application_owed_paper_received CHECK (
        (received_at IS NULL) = (received_by IS NULL) AND received_at >= granted_at)
);
CREATE INDEX ix_application_owed_paper_open ON application_owed_paper (number) WHERE received_at IS NULL;

-- What a reviewer marked to be mended with 退回修改: a line of the form, or one scan of several.
CREATE TABLE application_mark (
    number        text    NOT NULL,
    round         integer NOT NULL,
    position      integer NOT NULL,
    field         text    NOT NULL,
    attachment_id uuid,
    -- As the page called it then.
    label         text    NOT NULL,
    reason        text    NOT NULL,
    CONSTRAINT pk_application_mark PRIMARY KEY (number, round, position),
    CONSTRAINT uq_application_mark_place UNIQUE NULLS NOT DISTINCT (number, round, field, attachment_id),
    CONSTRAINT fk_application_mark_round FOREIGN KEY (number, round) REFERENCES application_round ON DELETE CASCADE,
    CONSTRAINT ck_application_mark_field CHECK (field ~ '^[A-Za-z]{1,40}$'),
    CONSTRAINT ck_application_mark_lengths CHECK (
        char_length(label) BETWEEN 1 AND 400 AND char_length(reason) <= 200)
);

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
    -- How many marks came with it (application_mark).
    marks              integer     NOT NULL DEFAULT 0,
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
            ('CLOSE', 'PENDING', 'LAPSED'), ('CLOSE', 'RETURNED', 'LAPSED'),
            ('NOTIFY', 'APPROVED', 'APPROVED'), ('NOTIFY', 'RETURNED', 'RETURNED'), ('NOTIFY', 'REFUSED', 'REFUSED'),
            ('CALL_MISSED', 'APPROVED', 'APPROVED'), ('CALL_MISSED', 'RETURNED', 'RETURNED'),
            ('CALL_MISSED', 'REFUSED', 'REFUSED'),
            ('WRONG_NUMBER', 'APPROVED', 'APPROVED'), ('WRONG_NUMBER', 'RETURNED', 'RETURNED'),
            ('WRONG_NUMBER', 'REFUSED', 'REFUSED'),
            ('RECEIVE_PAPER', 'APPROVED', 'APPROVED'),
            ('REISSUE_CODE', 'PENDING', 'PENDING'), ('REISSUE_CODE', 'RETURNED', 'RETURNED'))),
    CONSTRAINT ck_application_entry_reason CHECK (
        action NOT IN ('RETURN', 'REFUSE') OR cardinality(reasons) > 0 OR opinion <> '' OR marks > 0),
    CONSTRAINT ck_application_entry_marks CHECK (marks = 0 OR marks > 0 AND action = 'RETURN'),
    CONSTRAINT ck_application_entry_lengths CHECK (
        char_length(opinion) <= 1000 AND char_length(internal_remark) <= 1000)
);
CREATE INDEX ix_application_entry_number ON application_entry (number, id);
CREATE INDEX ix_application_entry_at ON application_entry (at) INCLUDE (number, action);

-- 电话通知台: how the call about a decision or an answer went so far. By number and round, for reports about areas have their own
-- numbers and are answered once.
CREATE TABLE phone_call (
    number   text        NOT NULL,
    round    integer     NOT NULL,
    outcome  text        NOT NULL,
    tries    integer     NOT NULL,
    last_at  timestamptz NOT NULL,
    caller   text        NOT NULL,
    -- Who did not answer is dialled again from then on.
    again_at timestamptz,
    -- What to dial instead of the number on record, and who knew it.
    phone    text,
    told_by  text,
    CONSTRAINT pk_phone_call PRIMARY KEY (number, round),
    CONSTRAINT ck_phone_call_number CHECK (number ~ '^[A-Z]{2}[0-9]{8}-[0-9]{4,6}$'),
    CONSTRAINT ck_phone_call_round CHECK (round >= 1),
    CONSTRAINT ck_phone_call_outcome CHECK (outcome IN ('REACHED', 'NO_ANSWER', 'WRONG_NUMBER')),
    CONSTRAINT ck_phone_call_tries CHECK (tries >= 1),
    CONSTRAINT ck_phone_call_again CHECK ((outcome = 'NO_ANSWER') = (again_at IS NOT NULL)),
    CONSTRAINT ck_phone_call_phone CHECK ((phone IS NULL) = (told_by IS NULL)),
    CONSTRAINT ck_phone_call_lengths CHECK (
        char_length(caller) BETWEEN 1 AND 60 AND char_length(phone) BETWEEN 7 AND 30
        AND char_length(told_by) BETWEEN 1 AND 60)
);

-- How calls went so far, and who is dialled when: published to the other modules, whose calls stand in the same list.
CREATE VIEW call_made AS
    SELECT number, round, outcome, tries, last_at, caller, again_at, phone, told_by,
        outcome = 'WRONG_NUMBER' AND phone IS NULL AS wants_number FROM phone_call;

-- The running number of each kind and day.
CREATE TABLE application_counter (
    kind text    NOT NULL,
    day  date    NOT NULL,
    last integer NOT NULL,
    CONSTRAINT pk_application_counter PRIMARY KEY (kind, day)
);

-- Typed text and scans on their way to a submission. The owner is the hash of an unguessable cookie, or an operator. Several
-- drafts of an owner stand beside each other, each under its key.
CREATE TABLE application_draft (
    id               uuid        NOT NULL,
    owner            text        NOT NULL,
    kind             text        NOT NULL,
    -- What the draft revises, and which round of it was returned, so that it can't overwrite a later one.
    number           text,
    round            integer,
    form             jsonb       NOT NULL,
    -- What may be typed beside what was marked with the return; * stands for everything.
    opened           text[]      NOT NULL DEFAULT '{}',
    created_at       timestamptz NOT NULL,
    changed_at       timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    -- After the submission: where a resent form lands, and the 回执码 until the receipt has shown it.
    submitted_number text,
    receipt_token    text,
    receipt_code     text,
    CONSTRAINT pk_application_draft PRIMARY KEY (id),
    CONSTRAINT fk_application_draft_number FOREIGN KEY (number) REFERENCES application (number) ON DELETE CASCADE,
    CONSTRAINT fk_application_draft_submitted
        FOREIGN KEY (submitted_number) REFERENCES application (number) ON DELETE CASCADE,
    CONSTRAINT ck_application_draft_owner CHECK (owner ~ '^(cookie|operator):[0-9a-f-]{36,64}$'),
    CONSTRAINT ck_application_draft_round CHECK ((number IS NULL) = (round IS NULL) AND round >= 1),
    CONSTRAINT ck_application_draft_receipt CHECK ((submitted_number IS NULL) = (receipt_token IS NULL)),
    CONSTRAINT ck_application_draft_code CHECK (receipt_code IS NULL OR submitted_number IS NOT NULL)
);
CREATE INDEX ix_application_draft_owner ON application_draft (owner, kind, changed_at) WHERE submitted_number IS NULL;
CREATE INDEX ix_application_draft_revises ON application_draft (number) WHERE number IS NOT NULL;
CREATE INDEX ix_application_draft_submitted ON application_draft (submitted_number) WHERE submitted_number IS NOT NULL;
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

-- What each application is about, where and how it stands: published to the other modules.
CREATE VIEW submitted_application AS
    SELECT number, kind, status, subject_id, title, search_key, district_id, street_id, first_submitted_at, submitted_at,
        due_on, revise_by, changed_at
    FROM application;

-- Every decision with the submission that it decided, and why something was returned: published to the other modules.
CREATE VIEW decided_submission AS
    SELECT e.number, e.round, a.kind, a.district_id, a.street_id, r.submitted_at, e.at AS decided_at, e.action, e.reasons, e.marks
    FROM application_entry e JOIN application a ON a.number = e.number
        JOIN application_round r ON r.number = e.number AND r.round = e.round
    WHERE e.action IN ('APPROVE', 'RETURN', 'REFUSE');
