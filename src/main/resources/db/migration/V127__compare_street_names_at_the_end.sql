-- Several streets of a district may be renamed at once, one to what another was called until now: such a change is judged
-- when it is whole, and not street by street.
ALTER TABLE street DROP CONSTRAINT uq_street_name;
ALTER TABLE street ADD CONSTRAINT uq_street_name UNIQUE (district_id, name) DEFERRABLE INITIALLY IMMEDIATE;
