-- Twenty numbers of forty characters are read, whatever characters they are: as text an array marks each of some twice.
ALTER TABLE area DROP CONSTRAINT ck_area_parcel_numbers;
ALTER TABLE area ADD CONSTRAINT ck_area_parcel_numbers CHECK (cardinality(parcel_numbers) <= 20
    AND array_position(parcel_numbers, NULL) IS NULL AND char_length(parcel_numbers::text) <= 2000);
