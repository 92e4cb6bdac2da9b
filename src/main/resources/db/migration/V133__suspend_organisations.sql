-- Organisations whose people can't sign in for a while. One may rest for two reasons at once, such as an office that its
-- company disabled and whose company is disabled too: each reason is a row and goes by itself.
CREATE TABLE suspended_organisation (
    org_type   text        NOT NULL,
    org_id     uuid        NOT NULL,
    cause_type text        NOT NULL,
    cause_id   uuid        NOT NULL,
    reason     text        NOT NULL,
    since      timestamptz NOT NULL,
    by_name    text        NOT NULL,
    CONSTRAINT pk_suspended_organisation PRIMARY KEY (org_type, org_id, cause_type, cause_id),
    CONSTRAINT ck_suspended_organisation_type CHECK (org_type IN ('ENTERPRISE', 'OFFICE')),
    CONSTRAINT ck_suspended_organisation_cause CHECK (cause_type IN ('ENTERPRISE', 'OFFICE')),
    CONSTRAINT ck_suspended_organisation_lengths CHECK (
        char_length(reason) <= 500 AND char_length(by_name) BETWEEN 1 AND 200)
);
CREATE INDEX ix_suspended_organisation_cause ON suspended_organisation (cause_type, cause_id);

-- What was disabled before this mechanism was there.
INSERT INTO suspended_organisation (org_type, org_id, cause_type, cause_id, reason, since, by_name)
    SELECT 'OFFICE', id, 'OFFICE', id, '', changed_at, changed_by_name FROM management_office WHERE state = 'DISABLED'
    UNION ALL
    SELECT 'ENTERPRISE', id, 'ENTERPRISE', id, '', now(), '系统' FROM enterprise WHERE state = 'DISABLED'
    UNION ALL
    SELECT 'OFFICE', o.id, 'ENTERPRISE', e.id, '', now(), '系统'
        FROM management_office o JOIN enterprise e ON e.id = o.enterprise_id WHERE e.state = 'DISABLED';
