-- District centres with the streets they cover. Their own codes, not GB/T 2260: a functional district has none there.
CREATE TABLE district_centre (
    id          uuid    NOT NULL,
    version     integer NOT NULL,
    code        text    NOT NULL,
    name        text    NOT NULL,
    gb_code     text,
    centre_name text    NOT NULL,
    address     text    NOT NULL,
    office_hours text   NOT NULL,
    phone       text    NOT NULL,
    CONSTRAINT pk_district_centre PRIMARY KEY (id),
    CONSTRAINT fk_district_centre_organisation
        FOREIGN KEY (id, centre_name) REFERENCES organisation (id, name) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_district_centre_code UNIQUE (code),
    -- For the foreign key of areas' numbers: a district together with the letters they begin with.
    CONSTRAINT uq_district_centre_letters UNIQUE (id, code),
    CONSTRAINT uq_district_centre_name UNIQUE (name),
    CONSTRAINT uq_district_centre_gb_code UNIQUE (gb_code),
    CONSTRAINT ck_district_centre_code CHECK (code ~ '^[A-Z]{2}$'),
    CONSTRAINT ck_district_centre_gb_code CHECK (gb_code ~ '^[0-9]{6}$'),
    CONSTRAINT ck_district_centre_name CHECK (char_length(name) BETWEEN 2 AND 30),
    CONSTRAINT ck_district_centre_centre_name CHECK (char_length(centre_name) BETWEEN 2 AND 60),
    CONSTRAINT ck_district_centre_address CHECK (char_length(address) BETWEEN 2 AND 200),
    CONSTRAINT ck_district_centre_office_hours CHECK (char_length(office_hours) BETWEEN 2 AND 100),
    CONSTRAINT ck_district_centre_phone CHECK (phone ~ '^0[0-9]{2,3}-[0-9]{7,8}(-[0-9]{1,6})?$')
);

CREATE TABLE street (
    id          uuid    NOT NULL,
    district_id uuid    NOT NULL,
    position    integer NOT NULL,
    name        text    NOT NULL,
    CONSTRAINT pk_street PRIMARY KEY (id),
    CONSTRAINT fk_street_district FOREIGN KEY (district_id) REFERENCES district_centre (id),
    -- Several streets of a district may be renamed at once, one to what another was called until now: such a change is judged
    -- when it is whole, and not street by street.
    CONSTRAINT uq_street_name UNIQUE (district_id, name) DEFERRABLE INITIALLY IMMEDIATE,
    -- For foreign keys of areas: a street together with the district it lies in.
    CONSTRAINT uq_street_district UNIQUE (district_id, id),
    CONSTRAINT ck_street_position CHECK (position >= 0),
    CONSTRAINT ck_street_name CHECK (char_length(name) BETWEEN 2 AND 30)
);
