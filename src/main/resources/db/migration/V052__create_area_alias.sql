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
