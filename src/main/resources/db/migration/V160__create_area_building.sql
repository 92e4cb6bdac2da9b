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
    CONSTRAINT uq_area_building_position UNIQUE (area_id, position),
    CONSTRAINT ck_area_building_name CHECK (char_length(name) BETWEEN 1 AND 100 AND name_key <> ''),
    CONSTRAINT ck_area_building_position CHECK (position >= 0),
    CONSTRAINT ck_area_building_storeys CHECK (storeys BETWEEN 1 AND 200),
    CONSTRAINT ck_area_building_units CHECK (units BETWEEN 1 AND 999),
    CONSTRAINT ck_area_building_households CHECK (households BETWEEN 0 AND 99999),
    CONSTRAINT ck_area_building_floor_area CHECK (floor_area >= 0)
);

-- What a reviewer is told of other areas: the same parcel, the same fund account.
CREATE INDEX ix_area_parcel_numbers ON area USING gin (parcel_numbers) WHERE state = 'ACTIVE';
CREATE INDEX ix_area_account_number ON area (fund_account_number)
    WHERE fund_account_number IS NOT NULL AND state = 'ACTIVE';
