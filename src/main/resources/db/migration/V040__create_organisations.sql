-- Every organisation of whatever kind, under one key. What a kind has beyond that is in its own module's table, under the same
-- identifier. A district centre is an organisation itself; its own district is itself.
CREATE TABLE organisation (
    id              uuid    NOT NULL,
    type            text    NOT NULL,
    name            text    NOT NULL,
    name_key        text    COLLATE "C" NOT NULL,
    -- Its place among names (kernel.SortKey): by pinyin, numbers by value.
    sort_key        text    COLLATE "C" NOT NULL,
    -- The company whose branch it is.
    parent_id       uuid,
    -- The centre that creates its people's user names.
    district_id     uuid,
    contact_name    text,
    contact_mobile  text,
    -- What tells it from others of the same name; a branch is told by its company.
    note            text    NOT NULL,
    -- True where its people sign in with the city's shared accounts and get none here.
    shared_accounts boolean NOT NULL DEFAULT false,
    state           text    NOT NULL DEFAULT 'ACTIVE',
    disabled_at     timestamptz,
    disabled_by     text,
    disabled_reason text,
    CONSTRAINT pk_organisation PRIMARY KEY (id),
    -- For foreign keys of those who keep the kind beside the identifier.
    CONSTRAINT uq_organisation_type UNIQUE (type, id),
    -- For foreign keys of the modules' own tables: what a module calls an organisation of its own is what the register calls it.
    -- They are asked at the end of the transaction that names both.
    CONSTRAINT uq_organisation_name UNIQUE (id, name),
    CONSTRAINT fk_organisation_parent FOREIGN KEY (parent_id) REFERENCES organisation (id),
    CONSTRAINT fk_organisation_district FOREIGN KEY (district_id) REFERENCES organisation (id),
    CONSTRAINT ck_organisation_type CHECK (type IN ('MUNICIPAL_CENTRE', 'DISTRICT_CENTRE', 'ENTERPRISE', 'OFFICE', 'COMMITTEE')),
    CONSTRAINT ck_organisation_parent CHECK ((type = 'OFFICE') = (parent_id IS NOT NULL)),
    CONSTRAINT ck_organisation_district CHECK (type NOT IN ('OFFICE', 'COMMITTEE') OR district_id IS NOT NULL),
    CONSTRAINT ck_organisation_own_district CHECK (type <> 'DISTRICT_CENTRE' OR district_id = id),
    CONSTRAINT ck_organisation_contact CHECK (
        (contact_name IS NOT NULL) = (type IN ('ENTERPRISE', 'OFFICE', 'COMMITTEE'))
        AND (contact_mobile IS NULL) = (contact_name IS NULL)),
    CONSTRAINT ck_organisation_contact_mobile CHECK (contact_mobile ~ '^1[3-9][0-9]{9}$'),
    CONSTRAINT ck_organisation_shared_accounts CHECK (NOT shared_accounts OR type = 'ENTERPRISE'),
    CONSTRAINT ck_organisation_state CHECK (state IN ('ACTIVE', 'DISABLED', 'DISSOLVED')),
    CONSTRAINT ck_organisation_disabled CHECK (
        (state = 'DISABLED') = (disabled_at IS NOT NULL)
        AND (disabled_by IS NULL) = (disabled_at IS NULL) AND (disabled_reason IS NULL) = (disabled_at IS NULL)),
    CONSTRAINT ck_organisation_lengths CHECK (
        char_length(name) BETWEEN 1 AND 100 AND char_length(name_key) BETWEEN 1 AND 1000 AND char_length(note) <= 300
        AND char_length(sort_key) BETWEEN 1 AND 1000
        AND char_length(contact_name) BETWEEN 1 AND 60
        AND char_length(disabled_by) BETWEEN 1 AND 200 AND char_length(disabled_reason) <= 500)
);
CREATE INDEX ix_organisation_name ON organisation (name_key, type);
CREATE INDEX ix_organisation_district ON organisation (district_id, sort_key, id);
CREATE INDEX ix_organisation_parent ON organisation (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX ix_organisation_contact_mobile ON organisation (contact_mobile);

-- The one organisation that nobody registers.
INSERT INTO organisation (id, type, name, name_key, sort_key, note)
    VALUES ('00000000-0000-7000-8000-000000000001', 'MUNICIPAL_CENTRE', '市管理中心', '市管理中心',
        'shi4市guan3管li3理zhong1中xin1心', '');
