-- Management offices (小区管理处): branches that an enterprise makes for itself.
CREATE TABLE management_office (
    id              uuid        NOT NULL,
    enterprise_id   uuid        NOT NULL,
    name            text        NOT NULL,
    name_key        text        COLLATE "C" NOT NULL,
    sort_key        text        COLLATE "C" NOT NULL,
    search_key      text        NOT NULL,
    district_id     uuid        NOT NULL,
    address         text        NOT NULL,
    head            text        NOT NULL,
    contact_name    text        NOT NULL,
    contact_mobile  text        NOT NULL,
    duty_phone      text,
    repair_phone    text,
    remark          text        NOT NULL DEFAULT '',
    state           text        NOT NULL,
    created_at      timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    changed_by      uuid        NOT NULL,
    changed_by_name text        NOT NULL,
    version         integer     NOT NULL,
    CONSTRAINT pk_management_office PRIMARY KEY (id),
    CONSTRAINT fk_management_office_organisation
        FOREIGN KEY (id, name) REFERENCES organisation (id, name) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_management_office_name UNIQUE (enterprise_id, name_key),
    -- For foreign keys of associations: an office together with the enterprise it belongs to.
    CONSTRAINT uq_management_office_enterprise UNIQUE (enterprise_id, id),
    CONSTRAINT fk_management_office_enterprise FOREIGN KEY (enterprise_id) REFERENCES enterprise (id),
    CONSTRAINT fk_management_office_district FOREIGN KEY (district_id) REFERENCES district_centre (id),
    CONSTRAINT ck_management_office_name CHECK (char_length(name) BETWEEN 2 AND 60),
    CONSTRAINT ck_management_office_keys CHECK (char_length(name_key) BETWEEN 1 AND 300 AND char_length(search_key) <= 1500
        AND char_length(sort_key) BETWEEN 1 AND 1000),
    CONSTRAINT ck_management_office_address CHECK (char_length(address) BETWEEN 1 AND 200),
    CONSTRAINT ck_management_office_people CHECK (
        char_length(head) BETWEEN 1 AND 50 AND char_length(contact_name) BETWEEN 1 AND 50),
    CONSTRAINT ck_management_office_contact_mobile CHECK (contact_mobile ~ '^1[3-9][0-9]{9}$'),
    CONSTRAINT ck_management_office_phones CHECK (
        char_length(duty_phone) BETWEEN 7 AND 30 AND char_length(repair_phone) BETWEEN 7 AND 30),
    CONSTRAINT ck_management_office_remark CHECK (char_length(remark) <= 500),
    CONSTRAINT ck_management_office_changed CHECK (changed_at >= created_at AND char_length(changed_by_name) BETWEEN 1 AND 50),
    CONSTRAINT ck_management_office_state CHECK (state IN ('ACTIVE', 'DISABLED'))
);
-- 小区管理处查询 over the whole city or a district, by name, in keyset pages; those of one company come by the unique name.
CREATE INDEX ix_management_office_name ON management_office (name_key);
CREATE INDEX ix_management_office_order ON management_office (sort_key, id);
CREATE INDEX ix_management_office_district_order ON management_office (district_id, sort_key, id);
CREATE INDEX ix_management_office_district ON management_office (district_id, created_at);
CREATE INDEX ix_management_office_disabled ON management_office (sort_key, id) WHERE state = 'DISABLED';
