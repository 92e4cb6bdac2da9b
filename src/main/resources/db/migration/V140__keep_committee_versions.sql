-- Every version of a committee's record, with who approved it; and its terms, which never overlap.
CREATE TABLE committee_version (
    committee_id   uuid        NOT NULL,
    number         integer     NOT NULL,
    attribute      text        NOT NULL,
    name           text        NOT NULL,
    term_number    integer,
    term_start     date,
    term_end       date,
    filing_number  text,
    office_address text        NOT NULL,
    contact_name   text        NOT NULL,
    contact_mobile text        NOT NULL,
    valid_from     timestamptz NOT NULL,
    application    text        NOT NULL,
    approved_by    text        NOT NULL,
    CONSTRAINT pk_committee_version PRIMARY KEY (committee_id, number),
    CONSTRAINT uq_committee_version_application UNIQUE (application),
    CONSTRAINT fk_committee_version_committee FOREIGN KEY (committee_id) REFERENCES committee (id),
    CONSTRAINT fk_committee_version_application FOREIGN KEY (application) REFERENCES application (number),
    CONSTRAINT ck_committee_version_number CHECK (number >= 1)
);

CREATE TABLE committee_term (
    committee_id uuid    NOT NULL,
    number       integer NOT NULL,
    starts_on    date    NOT NULL,
    ends_on      date    NOT NULL,
    CONSTRAINT pk_committee_term PRIMARY KEY (committee_id, number),
    CONSTRAINT fk_committee_term_committee FOREIGN KEY (committee_id) REFERENCES committee (id),
    CONSTRAINT ck_committee_term_order CHECK (ends_on > starts_on),
    CONSTRAINT ex_committee_term_no_overlap EXCLUDE USING gist (
        committee_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
);

INSERT INTO committee_version
SELECT c.id, 1, c.attribute, c.name, c.term_number, c.term_start, c.term_end, c.filing_number, c.office_address,
       c.contact_name, c.contact_mobile, c.registered_at, c.registered_by,
       coalesce((SELECT e.actor_name || '（' || e.actor_organisation || '）' FROM application_entry e
                 WHERE e.number = c.registered_by AND e.action = 'APPROVE' ORDER BY e.id DESC LIMIT 1), '区中心')
FROM committee c;

INSERT INTO committee_term
SELECT id, term_number, term_start, term_end FROM committee WHERE term_number IS NOT NULL;
