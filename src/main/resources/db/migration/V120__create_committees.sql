-- Owners' committees and preparatory groups. Nothing here is typed by staff: a row comes from an approved application.
CREATE TABLE committee (
    id              uuid    NOT NULL,
    area_id         uuid    NOT NULL,
    district_id     uuid    NOT NULL,
    name            text    NOT NULL,
    name_key        text    COLLATE "C" NOT NULL,
    sort_key        text    COLLATE "C" NOT NULL,
    search_key      text    NOT NULL,
    attribute       text    NOT NULL,
    term_number     integer,
    term_start      date,
    term_end        date,
    filing_number   text,
    office_address  text    NOT NULL,
    contact_name    text    NOT NULL,
    contact_mobile  text    NOT NULL,
    status          text    NOT NULL,
    registered_by   text    NOT NULL,
    registered_at   timestamptz NOT NULL,
    -- 注销: why, by which application, who approved it when.
    dissolution_reason      text,
    dissolution_explanation text,
    dissolved_by            text,
    dissolution_approved_by text,
    dissolved_at            timestamptz,
    version         integer NOT NULL,
    CONSTRAINT pk_committee PRIMARY KEY (id),
    CONSTRAINT fk_committee_organisation
        FOREIGN KEY (id, name) REFERENCES organisation (id, name) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_committee_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT fk_committee_registration FOREIGN KEY (registered_by) REFERENCES application (number),
    CONSTRAINT uq_committee_registration UNIQUE (registered_by),
    CONSTRAINT fk_committee_dissolution FOREIGN KEY (dissolved_by) REFERENCES application (number),
    CONSTRAINT uq_committee_dissolution UNIQUE (dissolved_by),
    CONSTRAINT ck_committee_attribute CHECK (attribute IN ('FORMAL', 'PREPARATORY')),
    -- Whether it is in office is told by its terms and the day, never by what was noted at an approval or at night.
    CONSTRAINT ck_committee_status CHECK (status IN ('REGISTERED', 'DISSOLVED')),
    CONSTRAINT ck_committee_dissolution CHECK (
        num_nonnulls(dissolution_reason, dissolution_explanation, dissolved_by, dissolution_approved_by, dissolved_at)
            = CASE status WHEN 'DISSOLVED' THEN 5 ELSE 0 END),
    CONSTRAINT ck_committee_dissolution_reason CHECK (
        dissolution_reason IN ('TERM_NOT_RENEWED', 'TOO_FEW_MEMBERS', 'AREA_GONE', 'GROUP_ENDED', 'OTHER')),
    CONSTRAINT ck_committee_dissolution_order CHECK (dissolved_at >= registered_at),
    -- 正式: a term with both ends, end after start. 临时: none.
    CONSTRAINT ck_committee_term CHECK (
        CASE attribute
            WHEN 'FORMAL' THEN term_number >= 1 AND term_start IS NOT NULL AND term_end IS NOT NULL AND term_end > term_start
            ELSE term_number IS NULL AND term_start IS NULL AND term_end IS NULL AND filing_number IS NULL
        END),
    CONSTRAINT ck_committee_preparatory_name CHECK (attribute = 'FORMAL' OR name ~ '(业委会|业主委员会)筹备组$'),
    CONSTRAINT ck_committee_lengths CHECK (
        char_length(name) BETWEEN 1 AND 100 AND char_length(search_key) BETWEEN 1 AND 1000
        AND char_length(sort_key) BETWEEN 1 AND 1000
        AND char_length(office_address) BETWEEN 1 AND 200
        AND char_length(contact_name) BETWEEN 1 AND 60 AND contact_mobile ~ '^1[3-9][0-9]{9}$'
        AND char_length(coalesce(filing_number, '')) <= 60
        AND char_length(dissolution_explanation) BETWEEN 1 AND 500
        AND char_length(dissolution_approved_by) BETWEEN 1 AND 200)
);

-- One committee per property area, whether its term runs, is over or is still to begin.
CREATE UNIQUE INDEX uq_committee_one_in_office_per_area ON committee (area_id) WHERE status = 'REGISTERED';
CREATE INDEX ix_committee_area ON committee (area_id);
CREATE INDEX ix_committee_name ON committee (name_key);
CREATE INDEX ix_committee_order ON committee (sort_key, id);
CREATE INDEX ix_committee_district_order ON committee (district_id, sort_key, id);
-- What reminders ask.
CREATE INDEX ix_committee_term_ending ON committee (district_id, term_end) WHERE status <> 'DISSOLVED';
CREATE INDEX ix_committee_preparatory ON committee (district_id, registered_at)
    WHERE attribute = 'PREPARATORY' AND status <> 'DISSOLVED';

-- Every version of a committee's record, with who approved it.
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

-- A committee's terms, which never overlap.
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

-- What ended with a committee, as the district's notice tells it: users, associations, applications.
CREATE TABLE committee_dissolution_effect (
    committee_id uuid    NOT NULL,
    position     integer NOT NULL,
    kind         text    NOT NULL,
    words        text    NOT NULL,
    CONSTRAINT pk_committee_dissolution_effect PRIMARY KEY (committee_id, position),
    CONSTRAINT fk_committee_dissolution_effect_committee FOREIGN KEY (committee_id) REFERENCES committee (id),
    CONSTRAINT ck_committee_dissolution_effect_kind CHECK (kind IN ('USER', 'ASSOCIATION', 'APPLICATION')),
    CONSTRAINT ck_committee_dissolution_effect_words CHECK (char_length(words) BETWEEN 1 AND 400)
);

-- Which areas have a committee, which, and the last day of its last term: published to the other modules.
CREATE VIEW area_governed AS SELECT area_id, id AS committee_id, term_end FROM committee WHERE status = 'REGISTERED';
