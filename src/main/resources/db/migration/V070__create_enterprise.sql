-- Property companies (物业服务企业), with and without qualification in one table.
CREATE TABLE enterprise (
    id                   uuid        NOT NULL,
    credit_code          text        NOT NULL,
    name                 text        NOT NULL,
    name_key             text        COLLATE "C" NOT NULL,
    search_key           text        NOT NULL,
    legal_representative text        NOT NULL,
    registered_address   text        NOT NULL,
    office_address       text        NOT NULL DEFAULT '',
    district_id          uuid        NOT NULL,
    contact_name         text        NOT NULL,
    contact_mobile       text        NOT NULL,
    phone                text,
    email                text        NOT NULL DEFAULT '',
    qualification        text        NOT NULL,
    state                text        NOT NULL,
    created_at           timestamptz NOT NULL,
    version              integer     NOT NULL,
    CONSTRAINT pk_enterprise PRIMARY KEY (id),
    CONSTRAINT uq_enterprise_credit_code UNIQUE (credit_code),
    CONSTRAINT fk_enterprise_district FOREIGN KEY (district_id) REFERENCES district_centre (id),
    -- The alphabet of GB 32100-2015: stored in one spelling only, so that the unique constraint sees every double.
    CONSTRAINT ck_enterprise_credit_code CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'),
    CONSTRAINT ck_enterprise_name CHECK (char_length(name) BETWEEN 2 AND 100),
    CONSTRAINT ck_enterprise_keys CHECK (char_length(name_key) BETWEEN 1 AND 300 AND char_length(search_key) <= 400),
    CONSTRAINT ck_enterprise_people CHECK (
        char_length(legal_representative) BETWEEN 1 AND 50 AND char_length(contact_name) BETWEEN 1 AND 50),
    CONSTRAINT ck_enterprise_addresses CHECK (
        char_length(registered_address) BETWEEN 1 AND 200 AND char_length(office_address) <= 200),
    CONSTRAINT ck_enterprise_contact_mobile CHECK (contact_mobile ~ '^1[3-9][0-9]{9}$'),
    CONSTRAINT ck_enterprise_phone CHECK (char_length(phone) BETWEEN 7 AND 30),
    CONSTRAINT ck_enterprise_email CHECK (char_length(email) <= 254),
    CONSTRAINT ck_enterprise_qualification CHECK (qualification IN ('QUALIFIED', 'UNQUALIFIED')),
    CONSTRAINT ck_enterprise_state CHECK (state IN ('ACTIVE', 'DISABLED'))
);

CREATE INDEX ix_enterprise_name ON enterprise (name_key, id);
CREATE INDEX ix_enterprise_district_name ON enterprise (district_id, name_key, id);
CREATE INDEX ix_enterprise_grams ON enterprise USING gin (grams(search_key));
CREATE INDEX ix_enterprise_contact_mobile ON enterprise (contact_mobile);
