-- Siblings are of one street and near names of one district: with the place in the index a common name costs in a large
-- city what it costs in a small one.
CREATE EXTENSION IF NOT EXISTS btree_gin;

DROP INDEX ix_area_sibling_bases;
DROP INDEX ix_area_near_keys;
CREATE INDEX ix_area_sibling_bases ON area USING gin (street_id, sibling_bases) WITH (fastupdate = off);
CREATE INDEX ix_area_near_keys ON area USING gin (district_id, near_keys) WITH (fastupdate = off);
