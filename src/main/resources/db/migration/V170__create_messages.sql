-- What people are told of what happens, a row for each recipient and way, written in the transaction of what it tells.
CREATE TABLE message (
    id             uuid        NOT NULL,
    kind           text        NOT NULL,
    -- What happened, so that nobody is told the same twice, however often it is heard of: number and round, a day.
    source         text        NOT NULL,
    channel        text        NOT NULL,
    -- Whose account's; null for the contact of an application or of an organisation.
    operator_id    uuid,
    -- Mobile number or e-mail address; null within the system.
    address        text,
    recipient_name text        NOT NULL,
    subject        text        NOT NULL,
    text           text        NOT NULL,
    href           text,
    created_at     timestamptz NOT NULL,
    read_at        timestamptz,
    state          text        NOT NULL,
    tries          integer     NOT NULL DEFAULT 0,
    -- Waits until then.
    due_at         timestamptz,
    -- Which attempt is under way, and since when: only that one may say what came of it.
    attempt        uuid,
    attempted_at   timestamptz,
    sent_at        timestamptz,
    -- Key of the sentence that says what went wrong last, and what is filled in.
    trouble        text,
    trouble_detail text        NOT NULL DEFAULT '',
    CONSTRAINT pk_message PRIMARY KEY (id),
    CONSTRAINT uq_message_once UNIQUE NULLS NOT DISTINCT (source, kind, channel, operator_id, address),
    CONSTRAINT fk_message_operator FOREIGN KEY (operator_id) REFERENCES operator (id),
    CONSTRAINT ck_message_channel CHECK (channel IN ('IN_APP', 'SMS', 'EMAIL')),
    CONSTRAINT ck_message_state CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'UNCERTAIN', 'FAILED', 'DROPPED')),
    CONSTRAINT ck_message_recipient CHECK (
        CASE channel
            WHEN 'IN_APP' THEN operator_id IS NOT NULL AND address IS NULL AND state = 'SENT'
            WHEN 'SMS' THEN address ~ '^1[3-9][0-9]{9}$' AND read_at IS NULL
            ELSE address LIKE '%_@_%' AND read_at IS NULL
        END),
    CONSTRAINT ck_message_due CHECK ((state = 'WAITING') = (due_at IS NOT NULL)),
    CONSTRAINT ck_message_attempt CHECK ((attempt IS NULL) = (attempted_at IS NULL) AND (state <> 'SENDING' OR attempt IS NOT NULL)),
    CONSTRAINT ck_message_sent CHECK ((state = 'SENT') = (sent_at IS NOT NULL)),
    CONSTRAINT ck_message_tries CHECK (tries >= 0),
    CONSTRAINT ck_message_lengths CHECK (
        char_length(source) BETWEEN 1 AND 200 AND char_length(recipient_name) BETWEEN 1 AND 100
        AND char_length(subject) BETWEEN 1 AND 300 AND char_length(text) BETWEEN 1 AND 4000
        AND char_length(address) <= 254 AND char_length(href) <= 300 AND char_length(trouble_detail) <= 100)
);
CREATE INDEX ix_message_inbox ON message (operator_id, created_at, id) WHERE channel = 'IN_APP';
CREATE INDEX ix_message_unread ON message (operator_id, created_at, id) WHERE channel = 'IN_APP' AND read_at IS NULL;
CREATE INDEX ix_message_due ON message (due_at) WHERE state = 'WAITING';
CREATE INDEX ix_message_sending ON message (attempted_at) WHERE state = 'SENDING';
CREATE INDEX ix_message_outgoing ON message (created_at, id) WHERE channel <> 'IN_APP';
CREATE INDEX ix_message_outgoing_open ON message (created_at, id) WHERE state IN ('WAITING', 'SENDING');
CREATE INDEX ix_message_outgoing_sent ON message (created_at, id) WHERE channel <> 'IN_APP' AND state = 'SENT';
-- What the list is searched for: an application, the end of a number.
CREATE INDEX ix_message_application ON message (split_part(source, '/', 1)) WHERE channel <> 'IN_APP';
CREATE INDEX ix_message_address_end ON message (right(address, 4), created_at, id) WHERE channel <> 'IN_APP';
-- What a person has to look at.
CREATE INDEX ix_message_dead ON message (created_at, id) WHERE state IN ('UNCERTAIN', 'FAILED');
CREATE INDEX ix_message_created ON message (created_at);

-- Words that municipal staff wrote in place of the ones that come with the system; none where those were restored: the version
-- counts on.
CREATE TABLE message_template (
    kind       text        NOT NULL,
    subject    text,
    text       text,
    sms        text,
    changed_at timestamptz NOT NULL,
    changed_by text        NOT NULL,
    version    integer     NOT NULL,
    CONSTRAINT pk_message_template PRIMARY KEY (kind),
    CONSTRAINT ck_message_template_whole CHECK (num_nulls(subject, text, sms) IN (0, 3)),
    CONSTRAINT ck_message_template_lengths CHECK (
        char_length(subject) BETWEEN 1 AND 60 AND char_length(text) BETWEEN 1 AND 1000
        AND char_length(sms) BETWEEN 1 AND 300 AND char_length(changed_by) BETWEEN 1 AND 200)
);
