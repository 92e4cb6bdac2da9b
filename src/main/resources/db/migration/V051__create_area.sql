-- Property areas (物业区域): what every committee, company and association stands on.
-- Keys are folded in the application (ChineseText.fold), on writing and on asking alike, so that there is one fold only.
-- Their collation is "C": code point order, the same on every server, and prefixes are found by the plain index.
CREATE TABLE area (
    id                     uuid          NOT NULL,
    code                   text          NOT NULL,
    name                   text          NOT NULL,
    name_key               text          COLLATE "C" NOT NULL,
    search_key             text          NOT NULL,
    sibling_bases          text[]        NOT NULL,
    near_keys              text[]        NOT NULL,
    district_id            uuid          NOT NULL,
    street_id              uuid          NOT NULL,
    community              text          NOT NULL DEFAULT '',
    address                text          NOT NULL,
    parcel_numbers         text[]        NOT NULL DEFAULT '{}',
    type                   text          NOT NULL,
    total_floor_area       numeric(12, 2) NOT NULL,
    residential_floor_area numeric(12, 2) NOT NULL,
    commercial_floor_area  numeric(12, 2) NOT NULL,
    other_floor_area       numeric(12, 2) NOT NULL,
    buildings              integer       NOT NULL,
    households             integer       NOT NULL,
    year_built             integer,
    fund_bank              text,
    fund_account_name      text,
    fund_account_number    text,
    state                  text          NOT NULL,
    merged_into            uuid,
    created_at             timestamptz   NOT NULL,
    version                integer       NOT NULL,
    CONSTRAINT pk_area PRIMARY KEY (id),
    CONSTRAINT uq_area_code UNIQUE (code),
    -- A street together with its district: an area can't lie in a street of another one.
    CONSTRAINT fk_area_street FOREIGN KEY (district_id, street_id) REFERENCES street (district_id, id),
    CONSTRAINT fk_area_merged_into FOREIGN KEY (merged_into) REFERENCES area (id),
    CONSTRAINT ck_area_code CHECK (code ~ '^[A-Z]{2}-[0-9]{5,7}$'),
    CONSTRAINT ck_area_name CHECK (char_length(name) BETWEEN 2 AND 60),
    CONSTRAINT ck_area_name_key CHECK (char_length(name_key) BETWEEN 1 AND 1200),
    CONSTRAINT ck_area_search_key CHECK (char_length(search_key) BETWEEN 1 AND 20000),
    CONSTRAINT ck_area_sibling_bases CHECK (cardinality(sibling_bases) > 0),
    CONSTRAINT ck_area_community CHECK (char_length(community) <= 40),
    CONSTRAINT ck_area_address CHECK (char_length(address) BETWEEN 1 AND 120),
    CONSTRAINT ck_area_parcel_numbers CHECK (cardinality(parcel_numbers) <= 20
        AND array_position(parcel_numbers, NULL) IS NULL AND char_length(parcel_numbers::text) <= 1000),
    CONSTRAINT ck_area_type CHECK (type IN ('RESIDENTIAL', 'MIXED', 'COMMERCIAL', 'OFFICE', 'INDUSTRIAL', 'OTHER')),
    CONSTRAINT ck_area_floor_areas CHECK (total_floor_area >= 0 AND residential_floor_area >= 0
        AND commercial_floor_area >= 0 AND other_floor_area >= 0),
    CONSTRAINT ck_area_buildings CHECK (buildings BETWEEN 0 AND 9999),
    CONSTRAINT ck_area_households CHECK (households BETWEEN 0 AND 999999),
    CONSTRAINT ck_area_year_built CHECK (year_built BETWEEN 1900 AND 2100),
    -- An own fund account is known in full or there is none.
    CONSTRAINT ck_area_fund_account CHECK (num_nulls(fund_bank, fund_account_name, fund_account_number) IN (0, 3)),
    CONSTRAINT ck_area_fund_bank CHECK (char_length(fund_bank) BETWEEN 1 AND 60),
    CONSTRAINT ck_area_fund_account_name CHECK (char_length(fund_account_name) BETWEEN 1 AND 60),
    CONSTRAINT ck_area_fund_account_number CHECK (fund_account_number ~ '^[0-9]{8,30}$'),
    CONSTRAINT ck_area_state CHECK (state IN ('ACTIVE', 'MERGED')),
    CONSTRAINT ck_area_merged_into CHECK ((state = 'MERGED') = (merged_into IS NOT NULL) AND merged_into <> id)
);

-- Exact and prefix hits, and the name order with or without a district.
CREATE INDEX ix_area_name ON area (name_key, id);
CREATE INDEX ix_area_district_name ON area (district_id, name_key, id);
CREATE INDEX ix_area_street_name ON area (street_id, name_key, id);
-- Without the list of pending entries, which every search would read through: areas are searched all day, seldom written.
CREATE INDEX ix_area_grams ON area USING gin (grams(search_key)) WITH (fastupdate = off);
CREATE INDEX ix_area_sibling_bases ON area USING gin (sibling_bases) WITH (fastupdate = off);
CREATE INDEX ix_area_near_keys ON area USING gin (near_keys) WITH (fastupdate = off);
CREATE INDEX ix_area_merged_into ON area (merged_into) WHERE merged_into IS NOT NULL;
