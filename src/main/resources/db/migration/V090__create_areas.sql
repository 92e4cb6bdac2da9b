-- Keys that names are compared by, as numbers and each bound to a place: keys that begin with three blanks (area.domain.NearNames: stems,
-- which tell something within one street only) to the street, the others to the district.
CREATE FUNCTION placed_keys(district uuid, street uuid, keys text[]) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT array_agg(hashtextextended(CASE WHEN starts_with(key, '   ') THEN street ELSE district END || key, 0))
        FROM unnest(keys) AS key);

-- Property areas (物业区域): what every committee, company and association stands on.
-- Keys are made in the application (ChineseText.fold, kernel.search), on writing and on asking alike, so that there is one
-- fold only.
-- Their collation is "C": code point order, the same on every server, and prefixes are found by the plain index.
CREATE TABLE area (
    id                     uuid          NOT NULL,
    -- The letters of its district and a running number of them: DH-00236.
    code                   text          NOT NULL,
    name                   text          NOT NULL,
    name_key               text          COLLATE "C" NOT NULL,
    -- Its place in lists (kernel.SortKey): by pinyin, numbers of whatever writing by value.
    sort_key               text          COLLATE "C" NOT NULL,
    -- Names, address and code in the one writing of searches.
    search_key             text          NOT NULL,
    -- The same names in other words, near ones, and how the name sounds: by pinyin and by its initials.
    find_keys              text[]        NOT NULL,
    pinyin                 text          COLLATE "C" NOT NULL,
    initials               text          COLLATE "C" NOT NULL,
    sibling_bases          text[]        NOT NULL,
    near_keys              text[]        NOT NULL,
    -- Which rules made the keys. When the rules change, rows of an older version are keyed anew.
    key_version            integer       NOT NULL,
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
    CONSTRAINT ck_area_sort_key CHECK (char_length(sort_key) BETWEEN 1 AND 1000),
    CONSTRAINT ck_area_search_key CHECK (char_length(search_key) BETWEEN 1 AND 20000),
    CONSTRAINT ck_area_find_keys CHECK (cardinality(find_keys) > 0),
    CONSTRAINT ck_area_sound CHECK (char_length(pinyin) <= 400 AND char_length(initials) <= 400),
    CONSTRAINT ck_area_sibling_bases CHECK (cardinality(sibling_bases) > 0),
    CONSTRAINT ck_area_key_version CHECK (key_version >= 1),
    CONSTRAINT ck_area_community CHECK (char_length(community) <= 40),
    CONSTRAINT ck_area_address CHECK (char_length(address) BETWEEN 1 AND 120),
    -- Twenty numbers of forty characters, whatever characters they are: as text an array marks each of some twice.
    CONSTRAINT ck_area_parcel_numbers CHECK (cardinality(parcel_numbers) <= 20
        AND array_position(parcel_numbers, NULL) IS NULL AND char_length(parcel_numbers::text) <= 2000),
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

-- Exact hits.
CREATE INDEX ix_area_name ON area (name_key);
-- Prefix hits and the order of names, with or without a district.
CREATE INDEX ix_area_order ON area (sort_key, id);
CREATE INDEX ix_area_district_order ON area (district_id, sort_key, id);
CREATE INDEX ix_area_street_order ON area (street_id, sort_key, id);
-- Without the list of pending entries, which every search would read through: areas are searched all day, seldom written.
CREATE INDEX ix_area_grams ON area USING gin (grams(search_key)) WITH (fastupdate = off);
-- What people typed in other words, with a mistake or in letters.
CREATE INDEX ix_area_find_keys ON area USING gin (find_keys) WITH (fastupdate = off);
CREATE INDEX ix_area_pinyin ON area (pinyin, id);
CREATE INDEX ix_area_initials ON area (initials, id);
-- Siblings are of one street and near names of one district: with the place in each key a common name costs in a large city
-- what it costs in a small one, where a place beside them would make the index go through all of its areas.
CREATE INDEX ix_area_sibling_bases ON area USING gin (placed_keys(street_id, street_id, sibling_bases))
    WITH (fastupdate = off);
CREATE INDEX ix_area_near_keys ON area USING gin (placed_keys(district_id, street_id, near_keys)) WITH (fastupdate = off);
CREATE INDEX ix_area_key_version ON area (key_version, id);
-- What the list of areas is filtered by.
CREATE INDEX ix_area_type_order ON area (type, sort_key, id);
CREATE INDEX ix_area_account_order ON area (sort_key, id) WHERE fund_account_number IS NOT NULL;
CREATE INDEX ix_area_merged_order ON area (sort_key, id) WHERE state = 'MERGED';
-- What a reviewer is told of other areas: the same parcel, the same fund account.
CREATE INDEX ix_area_parcel_numbers ON area USING gin (parcel_numbers) WHERE state = 'ACTIVE';
CREATE INDEX ix_area_account_number ON area (fund_account_number)
    WHERE fund_account_number IS NOT NULL AND state = 'ACTIVE';
CREATE INDEX ix_area_merged_into ON area (merged_into) WHERE merged_into IS NOT NULL;

-- Former names (曾用名) of an area and the names of areas that were merged into it.
CREATE TABLE area_alias (
    area_id  uuid    NOT NULL,
    position integer NOT NULL,
    name     text    NOT NULL,
    name_key text    COLLATE "C" NOT NULL,
    CONSTRAINT pk_area_alias PRIMARY KEY (area_id, position),
    CONSTRAINT uq_area_alias_name UNIQUE (area_id, name_key),
    CONSTRAINT fk_area_alias_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT ck_area_alias_position CHECK (position BETWEEN 0 AND 99),
    CONSTRAINT ck_area_alias_name CHECK (char_length(name) BETWEEN 2 AND 60),
    CONSTRAINT ck_area_alias_name_key CHECK (char_length(name_key) BETWEEN 1 AND 1200)
);

CREATE INDEX ix_area_alias_name ON area_alias (name_key, area_id);

-- The last running number given to an area of a district. Taking the next one locks the row until the end of the
-- transaction: numbers are distinct, and consecutive because a transaction that fails gives its number back.
CREATE TABLE area_number (
    district_id   uuid    NOT NULL,
    -- The letters that the district's areas are numbered with (DH-00236) stay while numbers with them were given. Also where a
    -- first area is entered at the moment its district gets other letters.
    district_code text    NOT NULL,
    last_number   integer NOT NULL,
    CONSTRAINT pk_area_number PRIMARY KEY (district_id),
    CONSTRAINT fk_area_number_letters FOREIGN KEY (district_id, district_code) REFERENCES district_centre (id, code),
    CONSTRAINT ck_area_number_last_number CHECK (last_number BETWEEN 1 AND 9999999)
);

-- 楼栋: the buildings of an area, as its community information tells them.
CREATE TABLE area_building (
    area_id    uuid          NOT NULL,
    name_key   text          NOT NULL COLLATE "C",
    name       text          NOT NULL,
    position   integer       NOT NULL,
    storeys    integer       NOT NULL,
    units      integer       NOT NULL,
    households integer       NOT NULL,
    floor_area numeric(12,2) NOT NULL,
    -- A name is unique in its area, however it is written.
    CONSTRAINT pk_area_building PRIMARY KEY (area_id, name_key),
    CONSTRAINT fk_area_building_area FOREIGN KEY (area_id) REFERENCES area (id),
    -- Asked at the end: buildings that come and go push the others along.
    CONSTRAINT uq_area_building_position UNIQUE (area_id, position) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_area_building_name CHECK (char_length(name) BETWEEN 1 AND 100 AND name_key <> ''),
    CONSTRAINT ck_area_building_position CHECK (position >= 0),
    CONSTRAINT ck_area_building_storeys CHECK (storeys BETWEEN 1 AND 200),
    CONSTRAINT ck_area_building_units CHECK (units BETWEEN 1 AND 999),
    CONSTRAINT ck_area_building_households CHECK (households BETWEEN 0 AND 99999),
    CONSTRAINT ck_area_building_floor_area CHECK (floor_area >= 0)
);

-- What happened to a property area, for as long as the area is kept; the audit trail forgets after some months.
CREATE TABLE area_history (
    id           bigint GENERATED ALWAYS AS IDENTITY,
    area_id      uuid        NOT NULL,
    event        text        NOT NULL,
    happened_at  timestamptz NOT NULL,
    person       text        NOT NULL,
    organisation text        NOT NULL,
    text         text        NOT NULL,
    other_id     uuid,
    CONSTRAINT pk_area_history PRIMARY KEY (id),
    CONSTRAINT fk_area_history_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT fk_area_history_other FOREIGN KEY (other_id) REFERENCES area (id),
    CONSTRAINT ck_area_history_event CHECK (
        event IN ('ENTERED', 'CHANGED', 'RENAMED', 'MERGED', 'MERGED_INTO', 'MERGE_UNDONE', 'IMPORTED')),
    CONSTRAINT ck_area_history_lengths CHECK (
        char_length(person) BETWEEN 1 AND 60 AND char_length(organisation) <= 120 AND char_length(text) <= 2000)
);

CREATE INDEX ix_area_history_area ON area_history (area_id, id);
CREATE INDEX ix_area_history_other ON area_history (other_id) WHERE other_id IS NOT NULL;

-- Merges of property areas (合并), with what is needed to undo one (撤销合并).
CREATE TABLE area_merge (
    id           uuid        NOT NULL,
    kept_id      uuid        NOT NULL,
    name_before  text        NOT NULL,
    name         text        NOT NULL,
    reason       text        NOT NULL,
    -- The kept area as it was: what the merge changed of it.
    before       jsonb       NOT NULL,
    -- The kept area's version after the merge; another one means that it was changed since.
    kept_version integer     NOT NULL,
    done_at      timestamptz NOT NULL,
    done_by      uuid        NOT NULL,
    undone_at    timestamptz,
    undone_by    uuid,
    CONSTRAINT pk_area_merge PRIMARY KEY (id),
    CONSTRAINT fk_area_merge_kept FOREIGN KEY (kept_id) REFERENCES area (id),
    CONSTRAINT ck_area_merge_undone CHECK ((undone_at IS NULL) = (undone_by IS NULL)),
    CONSTRAINT ck_area_merge_lengths CHECK (
        char_length(name) BETWEEN 2 AND 60 AND char_length(name_before) BETWEEN 2 AND 60
        AND char_length(reason) BETWEEN 1 AND 500)
);
CREATE INDEX ix_area_merge_kept ON area_merge (kept_id, done_at);

CREATE TABLE area_merge_member (
    merge_id uuid NOT NULL,
    area_id  uuid NOT NULL,
    CONSTRAINT pk_area_merge_member PRIMARY KEY (merge_id, area_id),
    CONSTRAINT fk_area_merge_member_merge FOREIGN KEY (merge_id) REFERENCES area_merge (id),
    CONSTRAINT fk_area_merge_member_area FOREIGN KEY (area_id) REFERENCES area (id)
);
CREATE INDEX ix_area_merge_member_area ON area_merge_member (area_id);

-- What each feature moved to the kept area, in its own words.
CREATE TABLE area_merge_moved (
    merge_id    uuid  NOT NULL,
    participant text  NOT NULL,
    moved       jsonb NOT NULL,
    CONSTRAINT pk_area_merge_moved PRIMARY KEY (merge_id, participant),
    CONSTRAINT fk_area_merge_moved_merge FOREIGN KEY (merge_id) REFERENCES area_merge (id)
);

-- 物业区域问题反馈: what people found wrong with the list of areas, as a ticket with a number, a state and a result.
CREATE TABLE area_report (
    number         text        NOT NULL,
    -- The page that shows the number once more, and what makes a resent form the same report.
    token          uuid        NOT NULL,
    kind           text        NOT NULL,
    state          text        NOT NULL,
    district_id    uuid,
    areas          text        NOT NULL,
    description    text        NOT NULL,
    contact_name   text        NOT NULL,
    contact_mobile text        NOT NULL,
    reported_at    timestamptz NOT NULL,
    reply          text        NOT NULL DEFAULT '',
    result_area    uuid,
    closed_at      timestamptz,
    closed_by      text,
    notified_at    timestamptz,
    notified_by    text,
    version        integer     NOT NULL,
    CONSTRAINT pk_area_report PRIMARY KEY (number),
    CONSTRAINT uq_area_report_token UNIQUE (token),
    CONSTRAINT fk_area_report_district FOREIGN KEY (district_id) REFERENCES district_centre (id),
    CONSTRAINT fk_area_report_result FOREIGN KEY (result_area) REFERENCES area (id),
    CONSTRAINT ck_area_report_number CHECK (number ~ '^FK[0-9]{8}-[0-9]{4,6}$'),
    CONSTRAINT ck_area_report_kind CHECK (kind IN ('MISSING', 'SPLIT', 'WRONG_NAME')),
    -- A missing area is looked into by its district, everything else by the municipal centre.
    CONSTRAINT ck_area_report_district CHECK ((kind = 'MISSING') = (district_id IS NOT NULL)),
    CONSTRAINT ck_area_report_state CHECK (state IN ('OPEN', 'DONE', 'REJECTED')),
    CONSTRAINT ck_area_report_closed CHECK (
        (state = 'OPEN') = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL)
        AND (state = 'OPEN' OR reply <> '') AND (state = 'DONE' OR result_area IS NULL)),
    CONSTRAINT ck_area_report_notified CHECK (
        (notified_at IS NULL) = (notified_by IS NULL) AND (notified_at IS NULL OR state <> 'OPEN')),
    CONSTRAINT ck_area_report_lengths CHECK (
        char_length(areas) BETWEEN 1 AND 500 AND char_length(description) BETWEEN 1 AND 1000
        AND char_length(contact_name) BETWEEN 1 AND 60 AND contact_mobile ~ '^1[3-9][0-9]{9}$'
        AND char_length(reply) <= 1000)
);

CREATE INDEX ix_area_report_state ON area_report (state, reported_at, number);
CREATE INDEX ix_area_report_district ON area_report (district_id, state, reported_at, number);
CREATE INDEX ix_area_report_reported ON area_report (reported_at, number);
CREATE INDEX ix_area_report_unnotified ON area_report (closed_at) WHERE state <> 'OPEN' AND notified_at IS NULL;
CREATE INDEX ix_area_report_result ON area_report (result_area) WHERE result_area IS NOT NULL;

-- Areas by name, number and place: published to the other modules, for lists in the order of areas' names and for figures by place.
CREATE VIEW named_area AS
    SELECT id, code, name, sort_key, search_key, district_id, street_id, state FROM area;

-- Areas that went into another one, with the one that stands for them today: published to the other modules.
CREATE VIEW merged_area AS
    WITH RECURSIVE way AS (
        SELECT id AS area_id, merged_into AS standing_id FROM area WHERE merged_into IS NOT NULL
        UNION ALL
        SELECT w.area_id, a.merged_into FROM way w JOIN area a ON a.id = w.standing_id WHERE a.merged_into IS NOT NULL)
    SELECT w.area_id, w.standing_id FROM way w JOIN area a ON a.id = w.standing_id WHERE a.merged_into IS NULL;

-- Buildings by name, in the order of their names: published to the other modules.
CREATE VIEW named_building AS SELECT area_id, name_key, name, position FROM area_building;
