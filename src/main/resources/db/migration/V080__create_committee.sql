-- Owners' committees and preparatory groups. Nothing here is typed by staff: a row comes from an approved application.
CREATE TABLE committee (
    id              uuid    NOT NULL,
    area_id         uuid    NOT NULL,
    district_id     uuid    NOT NULL,
    name            text    NOT NULL,
    name_key        text    NOT NULL,
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
    version         integer NOT NULL,
    CONSTRAINT pk_committee PRIMARY KEY (id),
    CONSTRAINT fk_committee_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT fk_committee_registration FOREIGN KEY (registered_by) REFERENCES application (number),
    CONSTRAINT uq_committee_registration UNIQUE (registered_by),
    CONSTRAINT ck_committee_attribute CHECK (attribute IN ('FORMAL', 'PREPARATORY')),
    CONSTRAINT ck_committee_status CHECK (status IN ('IN_OFFICE', 'EXPIRED', 'DISSOLVED')),
    -- 正式: a term with both ends, end after start. 临时: none.
    CONSTRAINT ck_committee_term CHECK (
        CASE attribute
            WHEN 'FORMAL' THEN term_number >= 1 AND term_start IS NOT NULL AND term_end IS NOT NULL AND term_end > term_start
            ELSE term_number IS NULL AND term_start IS NULL AND term_end IS NULL AND filing_number IS NULL
        END),
    CONSTRAINT ck_committee_preparatory_name CHECK (attribute = 'FORMAL' OR name ~ '(业委会|业主委员会)筹备组$'),
    CONSTRAINT ck_committee_lengths CHECK (
        char_length(name) BETWEEN 1 AND 100 AND char_length(office_address) BETWEEN 1 AND 200
        AND char_length(contact_name) BETWEEN 1 AND 60 AND contact_mobile ~ '^1[3-9][0-9]{9}$'
        AND char_length(coalesce(filing_number, '')) <= 60)
);

-- One committee in office per property area; 已届满 still counts until 换届 or 注销.
CREATE UNIQUE INDEX uq_committee_one_in_office_per_area ON committee (area_id) WHERE status IN ('IN_OFFICE', 'EXPIRED');
CREATE INDEX ix_committee_area ON committee (area_id);
CREATE INDEX ix_committee_name ON committee (name_key);
CREATE INDEX ix_committee_district ON committee (district_id, name_key, id);
CREATE INDEX ix_committee_contact_mobile ON committee (contact_mobile);
CREATE INDEX ix_committee_term_end ON committee (term_end) WHERE status = 'IN_OFFICE';

-- The people whom the application named for user names, kept with the record so that they can be created later too.
CREATE TABLE committee_proposed_operator (
    committee_id uuid    NOT NULL,
    position     integer NOT NULL,
    name         text    NOT NULL,
    mobile       text    NOT NULL,
    CONSTRAINT pk_committee_proposed_operator PRIMARY KEY (committee_id, position),
    CONSTRAINT fk_committee_proposed_operator_committee FOREIGN KEY (committee_id) REFERENCES committee ON DELETE CASCADE,
    CONSTRAINT ck_committee_proposed_operator_lengths CHECK (
        char_length(name) BETWEEN 1 AND 60 AND mobile ~ '^1[3-9][0-9]{9}$')
);
