-- The letters that areas' numbers begin with (DH-00236) stay while numbers with them were given. Also where a first area is
-- entered at the moment its district gets other letters.
ALTER TABLE district_centre ADD CONSTRAINT uq_district_centre_letters UNIQUE (id, code);

ALTER TABLE area_number ADD COLUMN district_code text;
UPDATE area_number SET district_code = code FROM district_centre WHERE district_centre.id = area_number.district_id;
ALTER TABLE area_number ALTER COLUMN district_code SET NOT NULL;
ALTER TABLE area_number ADD CONSTRAINT fk_area_number_letters
    FOREIGN KEY (district_id, district_code) REFERENCES district_centre (id, code);
