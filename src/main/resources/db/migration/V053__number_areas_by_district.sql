-- The last running number given to an area of a district. Taking the next one locks the row until the end of the
-- transaction: numbers are distinct, and consecutive because a transaction that fails gives its number back.
CREATE TABLE area_number (
    district_id uuid    NOT NULL,
    last_number integer NOT NULL,
    CONSTRAINT pk_area_number PRIMARY KEY (district_id),
    CONSTRAINT fk_area_number_district FOREIGN KEY (district_id) REFERENCES district_centre (id),
    CONSTRAINT ck_area_number_last_number CHECK (last_number BETWEEN 1 AND 9999999)
);
