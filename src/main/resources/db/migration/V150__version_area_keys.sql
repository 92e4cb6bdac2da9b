-- Which rules made the keys that an area is found by. When the rules change, rows of an older version are keyed anew.
ALTER TABLE area ADD COLUMN key_version integer NOT NULL DEFAULT 1;
ALTER TABLE area ALTER COLUMN key_version DROP DEFAULT;
ALTER TABLE area ADD CONSTRAINT ck_area_key_version CHECK (key_version >= 1);

CREATE INDEX ix_area_key_version ON area (key_version, id);
