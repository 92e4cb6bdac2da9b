-- 房屋底册: the flats, shops and parking spaces of an area, which its fund is collected from by floor area.
CREATE TABLE unit (
    id                 uuid        NOT NULL,
    -- 户号: the number of the area it was registered in and a running number of that area. Stays whatever the area becomes.
    number             text        NOT NULL,
    area_id            uuid        NOT NULL,
    building_key       text        COLLATE "C" NOT NULL,
    -- 单元; empty where the building has one only or none.
    entrance           text        NOT NULL,
    -- The first 单元 is the same whether it is written or not: where a building has one only, some write it and some don't.
    entrance_key       text        COLLATE "C" NOT NULL,
    floor              integer,
    door               text        NOT NULL,
    -- The door in the one writing of searches: 101 and １０１ are one.
    door_key           text        COLLATE "C" NOT NULL,
    -- Its place within the building (kernel.SortKey): 2-101 before 10-101.
    sort_key           text        COLLATE "C" NOT NULL,
    registered_at      timestamptz NOT NULL,
    registered_by      uuid        NOT NULL,
    registered_by_name text        NOT NULL,
    version            integer     NOT NULL,
    CONSTRAINT pk_unit PRIMARY KEY (id),
    CONSTRAINT uq_unit_number UNIQUE (number),
    -- The same flat stands there once, however its door is written.
    CONSTRAINT uq_unit_place UNIQUE (area_id, building_key, entrance_key, door_key),
    -- Units follow their building: into the area that theirs is merged into, back from it, and under another name.
    CONSTRAINT fk_unit_building FOREIGN KEY (area_id, building_key)
        REFERENCES area_building (area_id, name_key) ON UPDATE CASCADE,
    CONSTRAINT ck_unit_number CHECK (number ~ '^[A-Z]{2}-[0-9]{5,7}-[0-9]{5,7}$'),
    CONSTRAINT ck_unit_entrance CHECK (char_length(entrance) <= 10),
    CONSTRAINT ck_unit_entrance_key CHECK (entrance_key = CASE WHEN entrance = '1' THEN '' ELSE entrance END),
    CONSTRAINT ck_unit_floor CHECK (floor BETWEEN -9 AND 200),
    CONSTRAINT ck_unit_door CHECK (char_length(door) BETWEEN 1 AND 20),
    CONSTRAINT ck_unit_keys CHECK (
        char_length(door_key) BETWEEN 1 AND 100 AND char_length(sort_key) BETWEEN 1 AND 1000),
    CONSTRAINT ck_unit_registered_by_name CHECK (char_length(registered_by_name) BETWEEN 1 AND 50)
);

-- 户号 are never reused and units never deleted: what others keep of a unit needs no foreign key to stand on.
CREATE FUNCTION unit_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a unit stays: % of % refused', TG_OP, OLD.number
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'tg_unit_kept';
END $$;
CREATE TRIGGER tg_unit_kept BEFORE DELETE OR UPDATE OF id ON unit FOR EACH ROW EXECUTE FUNCTION unit_kept();

-- The list of an area, building by building, and the units of one building.
CREATE INDEX ix_unit_order ON unit (area_id, building_key, sort_key, id);

-- The last running number given in an area. Taking the next one locks the row until the end of the transaction: of two people
-- who register at once the second waits, and sees what the first has registered.
CREATE TABLE unit_number (
    area_id     uuid    NOT NULL,
    last_number integer NOT NULL,
    CONSTRAINT pk_unit_number PRIMARY KEY (area_id),
    CONSTRAINT fk_unit_number_area FOREIGN KEY (area_id) REFERENCES area (id),
    CONSTRAINT ck_unit_number_last_number CHECK (last_number BETWEEN 0 AND 9999999)
);

-- What bills are made of, from the first day of a month on and until the next version begins: two versions can't overlap.
CREATE TABLE unit_version (
    unit_id          uuid        NOT NULL,
    valid_from       date        NOT NULL,
    -- In hundredths of a square metre.
    floor_area       bigint      NOT NULL,
    source           text        NOT NULL,
    use              text        NOT NULL,
    lift             boolean     NOT NULL,
    -- 是否应缴: a house of its own with one owner is not.
    liable           boolean     NOT NULL,
    sold             boolean     NOT NULL,
    delivered_on     date,
    -- 起收月份, where it is another one than the settings make it.
    charged_from     date,
    reason           text        NOT NULL,
    document         text        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    recorded_by      uuid        NOT NULL,
    recorded_by_name text        NOT NULL,
    CONSTRAINT pk_unit_version PRIMARY KEY (unit_id, valid_from),
    CONSTRAINT fk_unit_version_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT ck_unit_version_valid_from CHECK (extract(day FROM valid_from) = 1),
    CONSTRAINT ck_unit_version_floor_area CHECK (floor_area BETWEEN 1 AND 99999999),
    CONSTRAINT ck_unit_version_source CHECK (source IN ('REGISTER', 'SURVEY', 'CONTRACT')),
    CONSTRAINT ck_unit_version_use CHECK (use IN ('RESIDENTIAL', 'COMMERCIAL', 'OFFICE', 'PARKING', 'OTHER')),
    CONSTRAINT ck_unit_version_charged_from CHECK (extract(day FROM charged_from) = 1),
    CONSTRAINT ck_unit_version_lengths CHECK (
        char_length(reason) BETWEEN 1 AND 200 AND char_length(document) <= 200
        AND char_length(recorded_by_name) BETWEEN 1 AND 50)
);

-- 缴款义务人, from a day on and until the next one begins: one per day.
CREATE TABLE unit_payer (
    unit_id          uuid        NOT NULL,
    valid_from       date        NOT NULL,
    kind             text        NOT NULL,
    name             text        NOT NULL,
    mobile           text,
    document         text        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    recorded_by      uuid        NOT NULL,
    recorded_by_name text        NOT NULL,
    CONSTRAINT pk_unit_payer PRIMARY KEY (unit_id, valid_from),
    CONSTRAINT fk_unit_payer_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT ck_unit_payer_kind CHECK (kind IN ('OWNER', 'DEVELOPER', 'PUBLIC_HOUSING_SELLER')),
    CONSTRAINT ck_unit_payer_mobile CHECK (mobile ~ '^1[3-9][0-9]{9}$'),
    CONSTRAINT ck_unit_payer_lengths CHECK (
        char_length(name) BETWEEN 1 AND 100 AND char_length(document) <= 200
        AND char_length(recorded_by_name) BETWEEN 1 AND 50)
);

-- Where units are, in the order of lists: published to the other modules.
CREATE VIEW named_unit AS
    SELECT u.id AS unit_id, u.area_id, u.number, u.building_key, b.name AS building, b.position AS building_position,
           u.entrance, u.entrance_key, u.floor, u.door, u.door_key, u.sort_key
      FROM unit u
      JOIN named_building b ON b.area_id = u.area_id AND b.name_key = u.building_key;

-- What bills are made of, a row for each version: whoever asks for a month takes the last one that begins before it ends.
-- Published to the other modules.
CREATE VIEW unit_fact AS
    SELECT u.id AS unit_id, u.area_id, u.number, u.building_key, u.sort_key, v.valid_from, v.floor_area, v.use, v.lift,
           v.liable, v.sold, v.delivered_on, v.charged_from, v.reason, v.document
      FROM unit u
      JOIN unit_version v ON v.unit_id = u.id;

-- Who pays for units, a row for each who does in turn: published to the other modules.
CREATE VIEW unit_payer_name AS
    SELECT u.id AS unit_id, u.area_id, p.valid_from, p.kind, p.name, p.recorded_at
      FROM unit u
      JOIN unit_payer p ON p.unit_id = u.id;
